import type { TitleBadge } from '@baton/contracts';
import type { Texts } from '../texts';

/** Puts counts in front of the page's own title, and on the icon of an installed page; takes them away again. */
export function createTitleBadge(page: Document, texts: Texts): TitleBadge {
  const title = page.title;
  return {
    set({ incoming, unread }) {
      if (incoming > 0) page.title = texts.t('title.incoming', { count: incoming, title });
      else if (unread > 0) page.title = texts.t('title.unread', { count: unread, title });
      else page.title = title;
      // Browsers that have it show it for installed pages only, and refuse it in some frames.
      if ('setAppBadge' in navigator) navigator.setAppBadge(incoming + unread).catch(() => undefined);
    },
  };
}
