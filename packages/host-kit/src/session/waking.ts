import type { Clock } from '@baton/contracts';

/** What becomes of a connection when its page, or the machine, rests. */
export interface Wakeable {
  /** The line counts as broken: connects now. */
  connectNow(): void;
  /** Connects now unless the line is live. */
  check(): void;
  /** The page goes, or is about to be frozen: another window may have the stream. */
  rest(): void;
}

/** What tells of a page's life: its window. */
export type PageLife = EventTarget & { document: EventTarget & Pick<Document, 'visibilityState'> };

/** How often the clock is looked at, and by how much it must be off to have jumped, in milliseconds. */
const lookMs = 5_000;

/**
 * Tells a connection of everything after which nobody should wait for the next attempt: the network went or came back,
 * the page was frozen or shown again, the machine slept. Ends with the signal.
 */
export function watchWaking(page: PageLife, clock: Clock, line: Wakeable, signal: AbortSignal): void {
  const { document } = page;
  const isVisible = () => document.visibilityState === 'visible';
  let stopTimer = () => undefined as void;

  /** Timers of hidden pages are late as a rule; when such a page is shown again, that is enough. */
  function look() {
    const dueAt = clock.now() + lookMs;
    const wasVisible = isVisible();
    stopTimer = clock.setTimeout(() => {
      if (wasVisible && isVisible() && Math.abs(clock.now() - dueAt) > lookMs) line.connectNow();
      look();
    }, lookMs);
  }

  const stops: (() => void)[] = [];
  const on = (target: EventTarget, type: string, listener: (event: Event) => void) => {
    target.addEventListener(type, listener);
    stops.push(() => target.removeEventListener(type, listener));
  };
  for (const type of ['online', 'offline']) on(page, type, () => line.connectNow());
  on(page, 'pageshow', (event) => {
    if ('persisted' in event && event.persisted === true) line.connectNow();
  });
  on(document, 'visibilitychange', () => {
    if (isVisible()) line.check();
  });
  on(page, 'pagehide', () => line.rest());
  on(document, 'freeze', () => line.rest());
  on(document, 'resume', () => line.connectNow());
  const stop = () => {
    stopTimer();
    for (const stopHearing of stops) stopHearing();
  };
  signal.addEventListener('abort', stop, { once: true });
  look();
}
