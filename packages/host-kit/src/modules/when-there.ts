import type { Clock } from '@baton/contracts';

/** How long an element may be missing before that is reported, in milliseconds. */
const patienceMs = 5000;

/**
 * Calls back with the element that `find` gives: at once, or when the page has put it up. A framework's router often
 * renders a place after navigation has begun.
 *
 * @param missing called once, when there is none after a while; it is waited for all the same
 * @returns how to stop waiting
 */
export function whenThere(
  find: () => HTMLElement | null,
  clock: Clock,
  { found, missing }: { found(element: HTMLElement): void; missing(): void },
): () => void {
  const element = find();
  if (element !== null) {
    found(element);
    return () => undefined;
  }
  const observer = new MutationObserver(() => {
    const later = find();
    if (later === null) return;
    stop();
    found(later);
  });
  observer.observe(document, { childList: true, subtree: true, attributeFilter: ['id', 'class'] });
  const stopTimer = clock.setTimeout(missing, patienceMs);
  const stop = () => {
    observer.disconnect();
    stopTimer();
  };
  return stop;
}
