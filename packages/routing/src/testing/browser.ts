import type { Clock } from '@baton/contracts';
import type { Profile } from '../profile';
import { settled } from './fake-backend';

/** A browser whose time a test moves: each page has timers of its own, and shares Web Locks and channels with the others. */
export interface TestBrowser {
  /** Its time, for what is no page. */
  readonly clock: Clock;
  openPage(): TestPage;
  /** Lets time pass in steps, in which timers ring and what needs no time happens. */
  advance(ms: number): Promise<void>;
  /** How many timers pages have set. */
  pendingTimers(): number;
}

export interface TestPage {
  readonly clock: Clock;
  readonly profile: Profile;
  /** Does it now; when the page is frozen, when it thaws; when it has gone, never. */
  run(what: () => void): void;
  /** Puts the clock of its machine so far ahead, in milliseconds. */
  setClock(aheadMs: number): void;
  /** Hidden for long: its timers ring once a minute. */
  slowTimers(): void;
  /** Runs nothing, and keeps its locks. */
  freeze(): void;
  thaw(): void;
  /** Gone, whatever it was doing; the browser gives its locks to others. */
  leave(): void;
}

/** How often the timers of a page ring that has been hidden for long. */
const slowTimersMs = 60_000;

interface Timer {
  at: number;
  callback: () => void;
}

interface Place {
  aheadMs: number;
  isSlow: boolean;
  isFrozen: boolean;
  isGone: boolean;
  waiting: (() => void)[];
  timers: Set<Timer>;
  releases: (() => void)[];
  run(what: () => void): void;
}

interface Claim {
  place: Place;
  hold(): Promise<void>;
  settle(how: { error?: unknown }): void;
}

/** Lets happen what needs no time: what pages say to each other takes a turn of the event loop each time. */
export async function allSettled(): Promise<void> {
  for (let turns = 0; turns < 6; turns += 1) await settled();
}

export interface TestBrowserOptions {
  /** As a browser does to a page without an origin. */
  refusesLocks?: boolean;
  startAt?: number;
  /** How far time goes at once, in milliseconds. */
  stepMs?: number;
}

export function createTestBrowser({
  refusesLocks = false,
  startAt = 0,
  stepMs = 100,
}: TestBrowserOptions = {}): TestBrowser {
  const places = new Set<Place>();
  const channels = new Set<{ name: string; place: Place; hear(message: unknown): void }>();
  const locks = new Map<string, { holder: Claim | undefined; queue: Claim[] }>();
  const own = createPlace();
  let now = startAt;

  return {
    clock: clockOf(own),
    openPage() {
      const place = createPlace();
      places.add(place);
      return {
        clock: clockOf(place),
        profile: profileOf(place),
        run: place.run,
        setClock: (aheadMs) => void (place.aheadMs = aheadMs),
        slowTimers: () => (place.isSlow = true),
        freeze: () => (place.isFrozen = true),
        thaw() {
          place.isFrozen = false;
          // Timers that are overdue may come before what was said meanwhile.
          ring(place);
          for (const what of place.waiting.splice(0)) what();
        },
        leave() {
          place.isGone = true;
          places.delete(place);
          for (const channel of channels) if (channel.place === place) channels.delete(channel);
          for (const release of place.releases.splice(0)) release();
        },
      };
    },
    async advance(ms) {
      for (let passed = 0; passed < ms; passed += stepMs) {
        now += stepMs;
        for (const place of [own, ...places]) if (!place.isFrozen) ring(place);
        await allSettled();
      }
    },
    pendingTimers: () => [...places].reduce((sum, { timers }) => sum + timers.size, 0),
  };

  function createPlace(): Place {
    const place: Place = {
      aheadMs: 0,
      isSlow: false,
      isFrozen: false,
      isGone: false,
      waiting: [],
      timers: new Set(),
      releases: [],
      run(what) {
        if (place.isGone) return;
        if (place.isFrozen) place.waiting.push(what);
        else what();
      },
    };
    return place;
  }

  function clockOf(place: Place): Clock {
    const { timers } = place;
    return {
      now: () => now + place.aheadMs,
      setTimeout(callback, ms) {
        const timer = { at: now + Math.max(0, ms), callback };
        timers.add(timer);
        return () => timers.delete(timer);
      },
    };
  }

  function ring(place: Place) {
    if (place.isSlow && now % slowTimersMs !== 0) return;
    for (const timer of [...place.timers].filter(({ at }) => at <= now).sort((a, b) => a.at - b.at)) {
      if (place.isFrozen || place.isGone || !place.timers.delete(timer)) continue;
      timer.callback();
    }
  }

  function profileOf(place: Place): Profile {
    return {
      openChannel(name, hear) {
        const channel = { name, place, hear };
        channels.add(channel);
        return {
          post(message) {
            const copy = structuredClone(message);
            for (const other of channels)
              if (other !== channel && other.name === name)
                setImmediate(() => {
                  if (channels.has(other)) other.place.run(() => other.hear(copy));
                });
          },
          close: () => void channels.delete(channel),
        };
      },
      withLock(name, how, hold) {
        if (refusesLocks) return Promise.reject(new DOMException('No locks here', 'SecurityError'));
        return new Promise((resolve, reject) => claim(name, how, { place, hold, settle: settleWith(resolve, reject) }));
      },
    };

    function settleWith(resolve: () => void, reject: (error: unknown) => void): Claim['settle'] {
      return ({ error }) => place.run(() => (error === undefined ? resolve() : reject(error)));
    }
  }

  function claim(name: string, how: { steal: true } | { signal: AbortSignal }, mine: Claim) {
    const lock = locks.get(name) ?? { holder: undefined, queue: [] };
    locks.set(name, lock);
    const takenAway = () => new DOMException('It is not this page that has it', 'AbortError');

    const grant = () => {
      const next = lock.queue.shift();
      lock.holder = next;
      if (!next) return;
      const release = () => {
        if (lock.holder === next) grant();
      };
      next.place.releases.push(release);
      setImmediate(() =>
        next.place.run(() => {
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
      lock.holder?.settle({ error: takenAway() });
      lock.queue.unshift(mine);
      return grant();
    }
    how.signal.addEventListener('abort', () => {
      if (leaveQueue()) mine.settle({ error: takenAway() });
    });
    mine.place.releases.push(leaveQueue);
    lock.queue.push(mine);
    if (!lock.holder) grant();
  }
}
