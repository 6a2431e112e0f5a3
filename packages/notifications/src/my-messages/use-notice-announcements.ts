import { useHost } from '@baton/module-kit';
import { useAnnounce } from '@baton/ui';
import { backendNow } from '@baton/desktop';
import type { NoticeKind } from '@baton/contracts';
import { useDesktopChanges } from '../use-desktop-changes';
import { useTexts } from '../texts';
import { isExpired, isUrgent } from './notice-priority';
import { noticeText } from './notice-text';

/** Announces new entries that nothing else announces (MM-03). */
export function useNoticeAnnouncements(): void {
  const texts = useTexts();
  const host = useHost();
  const { preferences } = host;
  const announce = useAnnounce();

  useDesktopChanges((before, after) => {
    for (const notice of Object.values(after.notices)) {
      if (before.notices[notice.id] !== undefined || !announcedHere.includes(notice.kind)) continue;
      const { title, help } = noticeText(notice, texts, after.capabilities, host);
      const now = backendNow(after, host.clock);
      if (isExpired(notice, now)) continue;
      announce([title, help].filter((text) => text !== undefined).join('. '), {
        id: `notice.${notice.id}`,
        ...(isUrgent(notice, now) && preferences.get().announcements !== 'quiet' && { priority: 'assertive' }),
      });
    }
  });
}

/** The SMS window, the previews and the shell announce all other kinds where they show them. */
const announcedHere: readonly NoticeKind[] = ['host', 'draft.kept', 'conversation.gone', 'broadcast', 'service'];
