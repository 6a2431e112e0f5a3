import { useDesktop, useHost, useSheet } from '@baton/module-kit';
import { Button, IconButton, SettingsIcon } from '@baton/ui';
import { unreadNotices } from '@baton/desktop';
import { useTexts } from '../texts';
import sheet from './notices.css';
import { NoticeList } from './notice-list';
import { PanelHeading } from './panel-heading';
import { part } from '../parts';

/** The panel's first page: what happened. */
export function MessagesPage({ headingId, onSettings }: { headingId: string; onSettings(): void }) {
  const { t } = useTexts();
  const { commands } = useHost();
  const unread = useDesktop(unreadNotices);
  useSheet(sheet);
  return (
    <>
      <header className="messages-header" part={part('messages-header')}>
        <PanelHeading id={headingId} text={t('messages.title')} />
        <Button
          size="sm"
          variant="quiet"
          disabledReason={unread.length === 0 ? t('messages.empty.unread') : undefined}
          onClick={() => commands.markNoticesRead(unread.map(({ id }) => id))}
        >
          {t('messages.markAll')}
        </Button>
        <IconButton icon={SettingsIcon} label={t('settings.title')} onClick={onSettings} />
      </header>
      <NoticeList />
    </>
  );
}
