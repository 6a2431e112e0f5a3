import type { Announcer, Clock } from '@baton/contracts';
import type { Texts } from '../texts';
import { part } from '../parts';
import { openShelter } from './shelter';
import type { ShelterLook } from './shelter';

/** A fast load must not flash a skeleton, a skeleton that is seen must not flash either; in milliseconds. */
const showAfterMs = 150;
const sayAfterMs = 1000;

export interface SkeletonOptions {
  /** The module's name as agents read it. */
  label: string;
  texts: Texts;
  clock: Clock;
  announcer: Announcer;
  look: ShelterLook;
}

/** Shows grey bars where a module will stand, and says so when it takes long. Returns how to remove it. */
export function showSkeleton(element: HTMLElement, { label, texts, clock, announcer, look }: SkeletonOptions): () => void {
  let remove = () => undefined as void;
  element.setAttribute('aria-busy', 'true');

  const stopShowing = clock.setTimeout(() => {
    const { content, remove: removeShelter } = openShelter(element, look);
    content.setAttribute('aria-hidden', 'true');
    content.setAttribute('part', part('loading'));
    content.classList.add('b-shelter-loading');
    content.append(...[60, 90, 40].map((percent) => bar(content.ownerDocument, percent)));
    remove = removeShelter;
  }, showAfterMs);
  const stopSaying = clock.setTimeout(
    () => announcer.announce(texts.t('shell.module.loading', { module: label }), { id: `loading ${label}` }),
    sayAfterMs,
  );

  return () => {
    stopShowing();
    stopSaying();
    remove();
    element.removeAttribute('aria-busy');
  };
}

function bar(page: Document, percent: number): HTMLElement {
  const element = page.createElement('span');
  element.className = 'b-skeleton';
  element.setAttribute('part', part('skeleton'));
  element.style.inlineSize = `${percent}%`;
  return element;
}
