import type { Announcer, Clock } from '@baton/contracts';
import type { Texts } from '../texts';
import { part } from '../parts';
import { openHostShadowRoot } from './host-shadow-root';
import type { HostLook } from './host-shadow-root';

/** A fast load shows no skeleton, and a skeleton that is shown does not flash. */
const showAfterMs = 150;
const showAtLeastMs = 300;
/** A load that takes longer is announced. */
const announceAfterMs = 1000;

export interface SkeletonOptions {
  /** The module's name as agents read it. */
  label: string;
  texts: Texts;
  clock: Clock;
  announcer: Announcer;
  look: HostLook;
}

export interface Skeleton {
  /** Resolves when it has been visible long enough to be replaced; at once if it is not visible yet. */
  seen(): Promise<void>;
  remove(): void;
}

/** Shows grey bars in a module's place, and announces a load that takes long. */
export function showSkeleton(
  element: HTMLElement,
  { label, texts, clock, announcer, look }: SkeletonOptions,
): Skeleton {
  let removeShown = () => undefined as void;
  let shownAt = -Infinity;
  let stopWaiting = () => undefined as void;
  element.setAttribute('aria-busy', 'true');

  const stopShowing = clock.setTimeout(() => {
    const { content, remove: removeHost } = openHostShadowRoot(element, look);
    content.setAttribute('aria-hidden', 'true');
    content.setAttribute('part', part('loading'));
    content.classList.add('b-placeholder-loading');
    content.append(...[60, 90, 40].map((percent) => bar(content.ownerDocument, percent)));
    removeShown = removeHost;
    shownAt = clock.now();
  }, showAfterMs);
  const stopAnnouncing = clock.setTimeout(
    () => announcer.announce(texts.t('module.loading', { module: label }), { id: `loading ${label}` }),
    announceAfterMs,
  );

  return {
    seen: () =>
      new Promise((resolve) => {
        const rest = shownAt + showAtLeastMs - clock.now();
        if (rest <= 0) return resolve();
        const stop = clock.setTimeout(resolve, rest);
        stopWaiting = () => (stop(), resolve());
      }),
    remove() {
      stopShowing();
      stopAnnouncing();
      stopWaiting();
      removeShown();
      element.removeAttribute('aria-busy');
    },
  };
}

function bar(page: Document, percent: number): HTMLElement {
  const element = page.createElement('span');
  element.className = 'b-skeleton';
  element.setAttribute('part', part('skeleton'));
  element.style.inlineSize = `${percent}%`;
  return element;
}
