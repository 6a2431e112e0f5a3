import type { TitleBadge } from '@baton/contracts';
import type { Texts } from '../texts';

type Counts = Parameters<TitleBadge['set']>[0];

/**
 * The title as all copies of Baton in a page share it, copies of other builds included. Change the number in the key
 * with the shape.
 */
interface SharedTitle {
  /** The page's own title. */
  host: string;
  /** What a copy of Baton has written last. */
  ours: string | undefined;
  /** The counts of each copy that has any. */
  counts: Map<object, Counts>;
}

const sharedKey = Symbol.for('baton.title/1');

/**
 * Shows counts in front of the page's own title and on the icon of an installed page. Several copies of Baton in one
 * page show the highest counts, once.
 */
export function createTitleBadge(page: Document, texts: Texts): TitleBadge {
  const self = {};
  let own = { incoming: 0, unread: 0, waiting: 0 };

  function titleWith({ incoming, unread, waiting = 0 }: Counts, title: string): string {
    if (incoming > 0) return texts.t('title.incoming', { count: incoming, title });
    const rest = waiting > 0 ? texts.t('title.waiting', { count: waiting, title }) : title;
    return unread > 0 ? texts.t('title.unread', { count: unread, title: rest }) : rest;
  }

  return {
    set({ incoming, unread, waiting = 0 }) {
      if (incoming === own.incoming && unread === own.unread && waiting === own.waiting) return;
      own = { incoming, unread, waiting };
      const shared = sharedTitle(page);
      if (own.incoming + own.unread + own.waiting > 0) shared.counts.set(self, own);
      else shared.counts.delete(self);
      const all = [...shared.counts.values()];
      const shown = {
        incoming: Math.max(0, ...all.map((one) => one.incoming)),
        unread: Math.max(0, ...all.map((one) => one.unread)),
        // Copies of older builds do not count them.
        waiting: Math.max(0, ...all.map((one) => one.waiting ?? 0)),
      };
      // A title that Baton has not written is the host's, which may change at any time.
      if (page.title !== shared.ours) shared.host = page.title;
      shared.ours = page.title = titleWith(shown, shared.host);
      if (all.length === 0) Reflect.deleteProperty(viewOf(page), sharedKey);
      // Browsers show the badge for installed pages only, and reject the call in some frames.
      if ('setAppBadge' in navigator) navigator.setAppBadge(shown.incoming + shown.unread).catch(() => undefined);
    },
  };
}

function sharedTitle(page: Document): SharedTitle {
  const found: unknown = Reflect.get(viewOf(page), sharedKey);
  if (isShared(found)) return found;
  const made: SharedTitle = { host: page.title, ours: undefined, counts: new Map() };
  Object.defineProperty(viewOf(page), sharedKey, { value: made, configurable: true });
  return made;
}

function viewOf(page: Document): Window {
  return page.defaultView ?? window;
}

function isShared(found: unknown): found is SharedTitle {
  return typeof found === 'object' && found !== null && 'counts' in found;
}
