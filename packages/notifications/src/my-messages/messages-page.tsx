import { useDesktop, useHost, useNow, useSheet } from '@baton/module-kit';
import { Button, IconButton, SettingsIcon } from '@baton/ui';
import { isUnread, myMessages, unreadNotices } from '@baton/desktop';
import type { DesktopState } from '@baton/contracts';
import { useTexts } from '../texts';
import sheet from './notices.css';
import { NoticeList } from './notice-list';
import { needsAcknowledgement } from './notice-priority';
import { PanelHeading } from './panel-heading';
import { part } from '../parts';
import { useDeletion } from './use-deletion';

/** The panel's first page: what happened. */
export function MessagesPage({ headingId, onSettings }: { headingId: string; onSettings(): void }) {
  const { t } = useTexts();
  const { commands, desktop } = useHost();
  const deletion = useDeletion();
  const unread = useDesktop(unreadNotices);
  const now = useNow(30_000);
  const markable = unread.filter((notice) => !needsAcknowledgement(notice, now));
  const canClear = useDesktop((state) => clearable(state, deletion.ids).length > 0);
  useSheet(sheet);
  return (
    <>
      <header className="messages-header" part={part('messages-header')}>
        <PanelHeading id={headingId} text={t('messages.title')} />
        <IconButton icon={SettingsIcon} label={t('settings.title')} onClick={onSettings} />
        <div className="messages-actions">
          <Button
            size="sm"
            variant="quiet"
            disabledReason={
              markable.length > 0
                ? undefined
                : t(unread.length > 0 ? 'messages.acknowledge.each' : 'messages.empty.unread')
            }
            onClick={() => commands.markNoticesRead(markable.map(({ id }) => id))}
          >
            {t('messages.markAll')}
          </Button>
          <Button
            size="sm"
            variant="quiet"
            disabledReason={canClear ? undefined : t('messages.deleteRead.none')}
            onClick={() => deletion.remove(clearable(desktop.getState(), deletion.ids))}
          >
            {t('messages.deleteRead')}
          </Button>
        </div>
      </header>
      <NoticeList deletion={deletion} />
    </>
  );
}

/** Entries that *Delete all read* deletes. Unsent texts exist nowhere else, and go one by one. */
function clearable(state: DesktopState, deleted: readonly string[]): readonly string[] {
  return myMessages(state)
    .filter((notice) => !isUnread(state, notice) && notice.kind !== 'draft.kept' && !deleted.includes(notice.id))
    .map(({ id }) => id);
}
