import type { TitleBadge } from '@baton/contracts';
import type { Texts } from '../texts';

/** Puts counts in front of the page's own title, and takes them away again. */
export function createTitleBadge(page: Document, texts: Texts): TitleBadge {
  const title = page.title;
  return {
    set({ incoming, unread }) {
      if (incoming > 0) page.title = texts.t('title.incoming', { count: incoming, title });
      else if (unread > 0) page.title = texts.t('title.unread', { count: unread, title });
      else page.title = title;
    },
  };
}
