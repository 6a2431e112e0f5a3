import type { TitleBadge } from '@baton/contracts';
import type { Texts } from '../texts';

/** Puts counts in front of the page's own title, and on the icon of an installed page; takes them away again. */
export function createTitleBadge(page: Document, texts: Texts): TitleBadge {
  let shown = { incoming: 0, unread: 0 };
  let hostTitle: string;
  let ours: string | undefined;

  function worded({ incoming, unread }: typeof shown): string {
    if (incoming > 0) return texts.t('title.incoming', { count: incoming, title: hostTitle });
    return unread > 0 ? texts.t('title.unread', { count: unread, title: hostTitle }) : hostTitle;
  }

  return {
    set(counts) {
      // A module that mounts says what there is, and mostly it is nothing.
      if (counts.incoming === shown.incoming && counts.unread === shown.unread) return;
      shown = { ...counts };
      // What stands there and is not ours is the host's, who may change it at any time.
      if (page.title !== ours) hostTitle = page.title;
      ours = page.title = worded(counts);
      // Browsers that have it show it for installed pages only, and refuse it in some frames.
      if ('setAppBadge' in navigator) navigator.setAppBadge(counts.incoming + counts.unread).catch(() => undefined);
    },
  };
}
