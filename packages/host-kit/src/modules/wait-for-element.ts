import type { Clock } from '@baton/contracts';

/** How long an element may be missing before that is reported. */
const reportAfterMs = 5000;

/**
 * Calls `found` with the element that `find` returns: at once, or when the page has rendered it. A framework's router
 * often renders an element after navigation has begun.
 *
 * @param missing called once if the element is still missing after 5 s; the wait goes on
 * @returns stops waiting
 */
export function waitForElement(
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
  const stopTimer = clock.setTimeout(missing, reportAfterMs);
  const stop = () => {
    observer.disconnect();
    stopTimer();
  };
  return stop;
}
