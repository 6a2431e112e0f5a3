import type { Clock } from '@baton/contracts';
import type { Profile } from '../browser-profile';
import { settled } from './fake-backend';

/**
 * A browser whose time a test advances. Each page has its own timers, and shares Web Locks and channels with the
 * others.
 */
export interface TestBrowser {
  /** The time outside of pages. */
  readonly clock: Clock;
  openPage(): TestPage;
  /** Advances the time in steps, and runs timers and pending promises in each step. */
  advance(ms: number): Promise<void>;
  /** The number of active timers of all pages. */
  pendingTimers(): number;
}

export interface TestPage {
  readonly clock: Clock;
  readonly profile: Profile;
  /** Runs `work` now, or when a frozen page thaws; never in a page that has been left. */
  run(work: () => void): void;
  /** Sets the machine's clock ahead by `aheadMs`. */
  setClock(aheadMs: number): void;
  /** From now on timers fire once a minute, as in pages that have been hidden for long. */
  slowTimers(): void;
  /** Stops all work of the page; it keeps its locks. */
  freeze(): void;
  thaw(): void;
  /** Removes the page at once; the browser gives its locks to others. */
  leave(): void;
}

/** How often timers fire in a page that has been hidden for long. */
const slowTimersMs = 60_000;

interface Timer {
  at: number;
  callback: () => void;
}

interface PageState {
  aheadMs: number;
  isSlow: boolean;
  isFrozen: boolean;
  isGone: boolean;
  waiting: (() => void)[];
  timers: Set<Timer>;
  releases: (() => void)[];
  run(work: () => void): void;
}

interface Claim {
  page: PageState;
  hold(): Promise<void>;
  settle(how: { error?: unknown }): void;
}

/** Waits until pages have exchanged all pending messages; each message takes one turn of the event loop. */
export async function messagesDelivered(): Promise<void> {
  for (let turns = 0; turns < 6; turns += 1) await settled();
}

export interface TestBrowserOptions {
  /** Whether locks are denied, as in pages with an opaque origin. */
  refusesLocks?: boolean;
  startAt?: number;
  /** The size of a step of `advance`. */
  stepMs?: number;
}

export function createTestBrowser({
  refusesLocks = false,
  startAt = 0,
  stepMs = 100,
}: TestBrowserOptions = {}): TestBrowser {
  const pages = new Set<PageState>();
  const channels = new Set<{ name: string; page: PageState; hear(message: unknown): void }>();
  const locks = new Map<string, { holder: Claim | undefined; queue: Claim[] }>();
  const own = createPageState();
  let now = startAt;

  return {
    clock: clockOf(own),
    openPage() {
      const page = createPageState();
      pages.add(page);
      return {
        clock: clockOf(page),
        profile: profileOf(page),
        run: page.run,
        setClock: (aheadMs) => void (page.aheadMs = aheadMs),
        slowTimers: () => (page.isSlow = true),
        freeze: () => (page.isFrozen = true),
        thaw() {
          page.isFrozen = false;
          // Overdue timers may fire before messages that arrived meanwhile.
          fireTimers(page);
          for (const work of page.waiting.splice(0)) work();
        },
        leave() {
          page.isGone = true;
          pages.delete(page);
          for (const channel of channels) if (channel.page === page) channels.delete(channel);
          for (const release of page.releases.splice(0)) release();
        },
      };
    },
    async advance(ms) {
      for (let passed = 0; passed < ms; passed += stepMs) {
        now += stepMs;
        for (const page of [own, ...pages]) if (!page.isFrozen) fireTimers(page);
        await messagesDelivered();
      }
    },
    pendingTimers: () => [...pages].reduce((sum, { timers }) => sum + timers.size, 0),
  };

  function createPageState(): PageState {
    const page: PageState = {
      aheadMs: 0,
      isSlow: false,
      isFrozen: false,
      isGone: false,
      waiting: [],
      timers: new Set(),
      releases: [],
      run(work) {
        if (page.isGone) return;
        if (page.isFrozen) page.waiting.push(work);
        else work();
      },
    };
    return page;
  }

  function clockOf(page: PageState): Clock {
    const { timers } = page;
    return {
      now: () => now + page.aheadMs,
      setTimeout(callback, ms) {
        const timer = { at: now + Math.max(0, ms), callback };
        timers.add(timer);
        return () => timers.delete(timer);
      },
    };
  }

  function fireTimers(page: PageState) {
    if (page.isSlow && now % slowTimersMs !== 0) return;
    for (const timer of [...page.timers].filter(({ at }) => at <= now).sort((a, b) => a.at - b.at)) {
      if (page.isFrozen || page.isGone || !page.timers.delete(timer)) continue;
      timer.callback();
    }
  }

  function profileOf(page: PageState): Profile {
    return {
      openChannel(name, hear) {
        const channel = { name, page, hear };
        channels.add(channel);
        return {
          post(message) {
            const copy = structuredClone(message);
            for (const other of channels)
              if (other !== channel && other.name === name)
                setImmediate(() => {
                  if (channels.has(other)) other.page.run(() => other.hear(copy));
                });
          },
          close: () => void channels.delete(channel),
        };
      },
      withLock(name, how, hold) {
        if (refusesLocks) return Promise.reject(new DOMException('No locks here', 'SecurityError'));
        return new Promise((resolve, reject) => claim(name, how, { page, hold, settle: settleWith(resolve, reject) }));
      },
    };

    function settleWith(resolve: () => void, reject: (error: unknown) => void): Claim['settle'] {
      return ({ error }) => page.run(() => (error === undefined ? resolve() : reject(error)));
    }
  }

  function claim(name: string, how: { steal: true } | { signal: AbortSignal }, mine: Claim) {
    const lock = locks.get(name) ?? { holder: undefined, queue: [] };
    locks.set(name, lock);
    const lockLost = () => new DOMException('This page does not have the lock', 'AbortError');

    const grant = () => {
      const next = lock.queue.shift();
      lock.holder = next;
      if (!next) return;
      const release = () => {
        if (lock.holder === next) grant();
      };
      next.page.releases.push(release);
      setImmediate(() =>
        next.page.run(() => {
          if (lock.holder !== next) return;
          void next.hold().then(() => {
            next.settle({});
            release();
          });
        }),
      );
    };

    const leaveQueue = () => {
      const isWaiting = lock.queue.includes(mine);
      lock.queue = lock.queue.filter((waiting) => waiting !== mine);
      return isWaiting;
    };

    if ('steal' in how) {
      lock.holder?.settle({ error: lockLost() });
      lock.queue.unshift(mine);
      return grant();
    }
    how.signal.addEventListener('abort', () => {
      if (leaveQueue()) mine.settle({ error: lockLost() });
    });
    mine.page.releases.push(leaveQueue);
    lock.queue.push(mine);
    if (!lock.holder) grant();
  }
}
