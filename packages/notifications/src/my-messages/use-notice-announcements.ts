import { useAnnounce } from '@baton/ui';
import type { Notice, NoticeKind } from '@baton/contracts';
import { useDesktopChanges } from '../use-desktop-changes';
import { useTexts } from '../texts';
import { noticeText } from './notice-text';

/** Tells politely of new entries that nobody else speaks of (MM-03). */
export function useNoticeAnnouncements(): void {
  const words = useTexts();
  const announce = useAnnounce();

  useDesktopChanges((before, after) => {
    for (const notice of Object.values(after.notices)) {
      if (before.notices[notice.id] !== undefined || !isOnlyHere(notice)) continue;
      const { title, help } = noticeText(notice, words, after.capabilities);
      announce([title, help].filter((text) => text !== undefined).join('. '), { id: `notice.${notice.id}` });
    }
  });
}

/** The SMS window, the previews and the shell speak of everything else where it happens. */
function isOnlyHere({ kind }: Notice): boolean {
  return onlyHere.includes(kind);
}

const onlyHere: readonly NoticeKind[] = ['host', 'draft.kept', 'conversation.gone', 'broadcast', 'service'];
