import { useDesktop, useHost } from '@baton/module-kit';
import { Banner, Button } from '@baton/ui';
import { useTexts } from '../texts';

/** Says that the desktop is locked, with the button that unlocks it unless only the host does. */
export function LockedLine() {
  const { t } = useTexts();
  const { bus } = useHost();
  const locked = useDesktop((state) => state.locked);
  if (locked === undefined) return null;
  const unlock = () => void bus.request('lock.set', { locked: false }).catch(() => undefined);
  return (
    <Banner
      severity="information"
      title={t('lock.title')}
      help={t(locked.byHost ? 'lock.byHost' : 'lock.help')}
      actions={
        !locked.byHost && (
          <Button size="sm" onClick={unlock}>
            {t('lock.unlock')}
          </Button>
        )
      }
    />
  );
}
