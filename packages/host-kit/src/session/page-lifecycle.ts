import type { Clock } from '@baton/contracts';

/**
 * A connection that reacts when its page is hidden, frozen or shown again, and when the machine sleeps or changes
 * networks.
 */
export interface PageConnection {
  /** Treats the connection as broken and connects at once. */
  connectNow(): void;
  /** Connects at once unless the connection is live. */
  connectUnlessLive(): void;
  /** Stops following, so that another window can hold the shared stream: this page is leaving or about to be frozen. */
  pause(): void;
}

/** The window of a page, as far as its lifecycle events need it. */
export type PageWindow = EventTarget & { document: EventTarget & Pick<Document, 'visibilityState'> };

/** How often the clock is checked. A timer that is off by more than this means that the clock has jumped. */
const clockCheckMs = 5_000;

/**
 * Reconnects without waiting for the next attempt when the network has changed, the page is shown again or resumed, or
 * the machine has slept. Stops with the signal.
 */
export function watchPageLifecycle(
  page: PageWindow,
  clock: Clock,
  connection: PageConnection,
  signal: AbortSignal,
): void {
  const { document } = page;
  const isVisible = () => document.visibilityState === 'visible';
  let stopTimer = () => undefined as void;

  /** Browsers delay the timers of hidden pages, so only a page that stayed visible counts. */
  function watchClock() {
    const dueAt = clock.now() + clockCheckMs;
    const wasVisible = isVisible();
    stopTimer = clock.setTimeout(() => {
      if (wasVisible && isVisible() && Math.abs(clock.now() - dueAt) > clockCheckMs) connection.connectNow();
      watchClock();
    }, clockCheckMs);
  }

  const stops: (() => void)[] = [];
  const on = (target: EventTarget, type: string, listener: (event: Event) => void) => {
    target.addEventListener(type, listener);
    stops.push(() => target.removeEventListener(type, listener));
  };
  for (const type of ['online', 'offline']) on(page, type, () => connection.connectNow());
  on(page, 'pageshow', (event) => {
    if ('persisted' in event && event.persisted === true) connection.connectNow();
  });
  on(document, 'visibilitychange', () => {
    if (isVisible()) connection.connectUnlessLive();
  });
  on(page, 'pagehide', () => connection.pause());
  on(document, 'freeze', () => connection.pause());
  on(document, 'resume', () => connection.connectNow());
  const stopAll = () => {
    stopTimer();
    for (const stop of stops) stop();
  };
  signal.addEventListener('abort', stopAll, { once: true });
  watchClock();
}
