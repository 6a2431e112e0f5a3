import { BackIcon, IconButton } from '@baton/ui';
import { part } from '../parts';
import { Settings } from '../settings/settings';
import { useTexts } from '../texts';
import { PanelHeading } from './panel-heading';

/** The panel's second page: what agents set for themselves. */
export function SettingsPage({ headingId, onBack }: { headingId: string; onBack(): void }) {
  const { t } = useTexts();
  return (
    <>
      <header className="messages-header" part={part('messages-header')}>
        <IconButton icon={BackIcon} label={t('settings.back')} onClick={onBack} />
        <PanelHeading id={headingId} text={t('settings.title')} />
      </header>
      <Settings />
    </>
  );
}
