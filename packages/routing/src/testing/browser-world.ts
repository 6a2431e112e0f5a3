import type { Clock, EventFrame, RoutingConnection, StreamListener } from '@baton/contracts';
import { follow } from '../follow';
import type { Profile } from '../profile';
import { createFakeStream, problem, settled } from './fake-backend';
import type { FakeStream } from './fake-backend';

const stepMs = 100;
const heartbeatMs = 5_000;

/** A window of the one browser profile that the test is about, following the agent's events. */
export interface TestWindow {
  /** The cursors of what it heard: `from` a snapshot, then frame by frame. */
  readonly heard: { from: number; frames: number[] }[];
  readonly isLive: boolean;
  readonly lost: boolean;
  /** As when the agent presses *Connect now*, or the window wakes. */
  connectNow(): void;
  /** Runs nothing and hears nothing, and keeps its locks. */
  freeze(): void;
  thaw(): void;
  close(): void;
  /** Gone without a word; the browser gives its locks back. */
  crash(): void;
}

/** A backend, and a browser whose windows share its stream. */
export interface BrowserWorld {
  open(agent?: string): TestWindow;
  /** Something happens to the agent. */
  publish(): void;
  /** Ends every stream. */
  cut(): void;
  /** What the network does with streams from now on; `mute` holds them back, `busy` asks for two minutes. */
  network: 'works' | 'mute' | 'down' | 'busy' | 'refusesOnce';
  advance(ms: number): Promise<void>;
  /** Event streams that are open at the backend. */
  streams(): number;
  /** How many there have been. */
  streamsSoFar(): number;
  cursor(): number;
  pendingTimers(): number;
}

interface Place {
  isFrozen: boolean;
  isGone: boolean;
  /** What happens to it when it thaws. */
  waiting: (() => void)[];
  /** Does it now, or when it thaws. */
  run(what: () => void): void;
  timers: Set<{ at: number; callback: () => void }>;
  locks: { release(): void }[];
}

/** Lets happen what needs no time: what windows say to each other takes a turn of the event loop each time. */
export async function allSettled(): Promise<void> {
  for (let turns = 0; turns < 6; turns += 1) await settled();
}

/** @param refusesLocks as a browser does to a page without an origin */
export function createBrowserWorld({ refusesLocks = false }: { refusesLocks?: boolean } = {}): BrowserWorld {
  const places = new Set<Place>();
  const streams = new Set<{ stream: FakeStream; place: Place; isMute: boolean }>();
  const channels = new Set<{ name: string; place: Place; hear(message: unknown): void }>();
  const locks = new Map<string, { holder?: Waiting | undefined; queue: Waiting[] }>();
  let now = 0;
  let cursor = 100;
  let opened = 0;
  let nextBeatAt = heartbeatMs;
  let ids = 0;
  let chance = 0.5;

  const frame = (at: number): EventFrame => ({ v: 1, cursor: at, at: 1, events: [] });
  const sent = (event: string, data: unknown) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

  const world: BrowserWorld = {
    network: 'works',
    open: (agent = 'ana') => openWindow(agent),
    publish() {
      cursor += 1;
      tell(sent('frame', frame(cursor)));
    },
    cut() {
      for (const open of live()) {
        open.place.run(() => open.stream.break());
        streams.delete(open);
      }
    },
    async advance(ms) {
      for (let passed = 0; passed < ms; passed += stepMs) {
        now += stepMs;
        if (now >= nextBeatAt) {
          nextBeatAt += heartbeatMs;
          tell(sent('heartbeat', { at: now, everyMs: heartbeatMs }));
        }
        for (const place of places) if (!place.isFrozen) ring(place);
        await allSettled();
      }
    },
    streams: () => live().length,
    streamsSoFar: () => opened,
    cursor: () => cursor,
    pendingTimers: () => [...places].reduce((sum, { timers }) => sum + timers.size, 0),
  };
  return world;

  function live() {
    for (const open of streams) if (open.stream.cancelled()) streams.delete(open);
    return [...streams];
  }

  function tell(text: string) {
    for (const open of live()) {
      // What is held back once does not come any more: later bytes cannot overtake it.
      open.isMute ||= world.network !== 'works';
      if (open.isMute) continue;
      open.place.run(() => {
        if (!open.stream.cancelled()) open.stream.write(text);
      });
    }
  }

  function ring(place: Place) {
    for (const timer of [...place.timers].filter(({ at }) => at <= now).sort((a, b) => a.at - b.at)) {
      if (place.isFrozen || !place.timers.delete(timer)) continue;
      timer.callback();
    }
  }

  function openWindow(agent: string): TestWindow {
    const place: Place = {
      isFrozen: false,
      isGone: false,
      waiting: [],
      timers: new Set(),
      locks: [],
      run(what) {
        if (place.isGone) return;
        if (place.isFrozen) place.waiting.push(what);
        else what();
      },
    };
    places.add(place);
    const clock: Clock = {
      now: () => now,
      setTimeout(callback, ms) {
        const timer = { at: now + Math.max(0, ms), callback };
        place.timers.add(timer);
        return () => place.timers.delete(timer);
      },
    };
    const connection: RoutingConnection = {
      baseUrl: 'https://routing.example/',
      sharedAs: `https://routing.example/ ${agent}`,
      clock,
      random: {
        id: () => String((ids += 1)),
        next: () => (chance = (chance * 7.13 + 0.37) % 1),
      },
      getToken: () => Promise.resolve('token'),
      fetch: (_, init) =>
        respond(place, Number(new Headers(init?.headers).get('last-event-id')), init?.signal ?? undefined),
    };
    const heard: { from: number; frames: number[] }[] = [];
    let following = new AbortController();
    let isLive = false;
    let lost = false;

    function start(from: number) {
      following = new AbortController();
      const listener: StreamListener = {
        onFrame: (told) => heard.at(-1)?.frames.push(told.cursor),
        onTime() {},
        onOpen: () => (isLive = true),
        onBreak: () => (isLive = false),
        onGap() {
          heard.push({ from: cursor, frames: [] });
          start(cursor);
        },
        onLost: () => (lost = true),
      };
      void follow(connection, from, listener, following.signal, () => profileOf(place));
    }
    heard.push({ from: cursor, frames: [] });
    start(cursor);

    function leave() {
      place.isGone = true;
      places.delete(place);
      for (const channel of channels) if (channel.place === place) channels.delete(channel);
      for (const lock of place.locks.splice(0)) lock.release();
      for (const open of streams) if (open.place === place) streams.delete(open);
    }

    return {
      heard,
      get isLive() {
        return isLive;
      },
      get lost() {
        return lost;
      },
      connectNow() {
        if (place.isFrozen || place.isGone) return;
        following.abort();
        start(heard.at(-1)?.frames.at(-1) ?? heard.at(-1)?.from ?? 0);
      },
      freeze: () => (place.isFrozen = true),
      thaw() {
        place.isFrozen = false;
        // Timers that are overdue may come before what was said meanwhile.
        ring(place);
        for (const what of place.waiting.splice(0)) what();
      },
      close() {
        following.abort();
        void settled().then(leave);
      },
      crash: leave,
    };
  }

  function respond(place: Place, from: number, signal?: AbortSignal): Promise<Response> {
    if (signal?.aborted) return Promise.reject(signal.reason);
    if (world.network === 'down') return Promise.reject(new TypeError('Failed to fetch'));
    if (world.network === 'busy')
      return Promise.resolve(new Response('Busy', { status: 503, headers: { 'retry-after': '120' } }));
    if (world.network === 'refusesOnce') {
      world.network = 'works';
      return Promise.resolve(problem('unauthenticated', 401));
    }
    const stream = createFakeStream();
    opened += 1;
    const isMute = world.network === 'mute';
    const open = { stream, place, isMute };
    streams.add(open);
    signal?.addEventListener('abort', () => streams.delete(open));
    if (!isMute) {
      stream.write(sent('heartbeat', { at: now, everyMs: heartbeatMs }));
      for (let at = from + 1; at <= cursor; at += 1) stream.write(sent('frame', frame(at)));
    }
    return Promise.resolve(stream.response);
  }

  interface Waiting {
    place: Place;
    hold(): Promise<void>;
    settle(how: { error?: unknown }): void;
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
        return new Promise((resolve, reject) => {
          const lock = locks.get(name) ?? { queue: [] };
          locks.set(name, lock);
          const settle = ({ error }: { error?: unknown }) =>
            place.run(() => (error === undefined ? resolve() : reject(error)));
          const mine: Waiting = { place, hold, settle };
          const robbed = () => new DOMException('Somebody else has it', 'AbortError');
          const grant = () => {
            const [next] = lock.queue.splice(0, 1);
            lock.holder = next;
            if (!next) return;
            const release = (): void => {
              if (lock.holder === next) {
                lock.holder = undefined;
                grant();
              }
            };
            next.place.locks.push({ release });
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
          if ('steal' in how) {
            lock.holder?.settle({ error: robbed() });
            lock.holder = undefined;
            lock.queue.unshift(mine);
            return grant();
          }
          how.signal.addEventListener('abort', () => {
            if (!lock.queue.includes(mine)) return;
            lock.queue.splice(lock.queue.indexOf(mine), 1);
            settle({ error: robbed() });
          });
          place.locks.push({ release: () => void (lock.queue = lock.queue.filter((waiting) => waiting !== mine)) });
          lock.queue.push(mine);
          if (!lock.holder) grant();
        });
      },
    };
  }
}
