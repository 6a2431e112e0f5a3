import { useDesktop, useHost, useKeys, useShortcuts } from '@baton/module-kit';
import { Button } from '@baton/ui';
import { isLive } from '@baton/desktop';
import type { OfferedInvitation } from '@baton/contracts';
import { useWords } from '../texts';
import type { AnswerProgress } from './answers';
import { part } from '../parts';

/** Give me more time, beside the time and away from the answers (IP-02, IP-05). */
export function MoreTime({
  invitation: { expiresAt, extensionsLeft },
  progress,
  onExtend,
  onKeys,
}: {
  invitation: OfferedInvitation;
  progress: AnswerProgress;
  onExtend(): void;
  onKeys(): void;
}) {
  const { t } = useWords();
  const { timing } = useHost();
  const keys = useKeys();
  const live = useDesktop(isLive);
  const extendable =
    useDesktop((state) => state.capabilities?.extendInvitation === true) && timing.extendable && expiresAt !== null;
  const mayExtend = extendable && extensionsLeft > 0;

  useShortcuts(mayExtend ? { 'preview.extend': onKeys } : {});

  if (!extendable) return null;
  return (
    <Button
      className="preview-extend"
      part={part('extend')}
      variant="quiet"
      size="sm"
      busy={progress.state === 'sending' && progress.answer === 'extend'}
      disabledReason={live ? (mayExtend ? undefined : t('preview.extend.none')) : t('connection.needed')}
      keys={keys('preview.extend')}
      onClick={onExtend}
    >
      {t('preview.extend')}
    </Button>
  );
}
