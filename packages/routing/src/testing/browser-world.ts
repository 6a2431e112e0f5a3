import type { EventFrame, RoutingConnection, StreamListener } from '@baton/contracts';
import { follow } from '../follow';
import { messagesDelivered, createTestBrowser } from './browser';
import type { TestPage } from './browser';
import { createFakeStream, problem } from './fake-backend';
import type { FakeStream } from './fake-backend';

const heartbeatMs = 5_000;

/** A window of the test's browser profile, which follows the agent's events. */
export interface TestWindow extends Pick<TestPage, 'freeze' | 'thaw' | 'slowTimers'> {
  /** The cursors that it received: `from` a snapshot, then of each frame. */
  readonly heard: { from: number; frames: number[] }[];
  readonly isLive: boolean;
  readonly lost: boolean;
  /** Reconnects, as when the agent presses *Connect now*, or the window wakes. */
  connectNow(): void;
  close(): void;
  /** Removes the window without closing anything. */
  crash(): void;
}

/** A backend, and a browser whose windows share one event stream of it. */
export interface BrowserWorld {
  open(agent?: string): TestWindow;
  /** Sends a frame to the agent. */
  publish(): void;
  /** Breaks every open stream. */
  cut(): void;
  /** How the network treats streams from now on: `mute` buffers them, `busy` asks to retry in two minutes. */
  network: 'works' | 'mute' | 'down' | 'busy' | 'refusesOnce';
  advance(ms: number): Promise<void>;
  /** The number of streams that are open at the backend. */
  streams(): number;
  /** The number of streams that have been opened. */
  streamsSoFar(): number;
  cursor(): number;
  pendingTimers(): number;
}

export function createBrowserWorld(options: { refusesLocks?: boolean } = {}): BrowserWorld {
  const browser = createTestBrowser(options);
  const streams = new Set<{ stream: FakeStream; page: TestPage; isMute: boolean }>();
  let cursor = 100;
  let opened = 0;
  let ids = 0;
  let chance = 0.5;

  const frame = (at: number): EventFrame => ({ v: 1, cursor: at, at: 1, events: [] });
  const sent = (event: string, data: unknown) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
  const heartbeat = () => sent('heartbeat', { at: browser.clock.now(), everyMs: heartbeatMs });

  function beat() {
    tell(heartbeat());
    browser.clock.setTimeout(beat, heartbeatMs);
  }
  browser.clock.setTimeout(beat, heartbeatMs);

  const world: BrowserWorld = {
    network: 'works',
    open: (agent = 'ana') => openWindow(agent),
    publish() {
      cursor += 1;
      tell(sent('frame', frame(cursor)));
    },
    cut() {
      for (const open of live()) {
        open.page.run(() => open.stream.break());
        streams.delete(open);
      }
    },
    advance: browser.advance,
    streams: () => live().length,
    streamsSoFar: () => opened,
    cursor: () => cursor,
    pendingTimers: browser.pendingTimers,
  };
  return world;

  function live() {
    for (const open of streams) if (open.stream.cancelled()) streams.delete(open);
    return [...streams];
  }

  function tell(text: string) {
    for (const open of live()) {
      // A buffered stream stays buffered: later bytes cannot overtake earlier ones.
      open.isMute ||= world.network !== 'works';
      if (open.isMute) continue;
      open.page.run(() => {
        if (!open.stream.cancelled()) open.stream.write(text);
      });
    }
  }

  function openWindow(agent: string): TestWindow {
    const page = browser.openPage();
    const connection: RoutingConnection = {
      baseUrl: 'https://routing.example/',
      sharedAs: `https://routing.example/ ${agent}`,
      clock: page.clock,
      random: {
        id: () => String((ids += 1)),
        next: () => (chance = (chance * 7.13 + 0.37) % 1),
      },
      getToken: () => Promise.resolve('token'),
      fetch: (_, init) =>
        respond(page, Number(new Headers(init?.headers).get('last-event-id')), init?.signal ?? undefined),
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
      void follow(connection, from, listener, following.signal, () => page.profile);
    }
    heard.push({ from: cursor, frames: [] });
    start(cursor);

    function leave() {
      page.leave();
      for (const open of streams) if (open.page === page) streams.delete(open);
    }

    return {
      heard,
      get isLive() {
        return isLive;
      },
      get lost() {
        return lost;
      },
      connectNow: () =>
        page.run(() => {
          following.abort();
          start(heard.at(-1)?.frames.at(-1) ?? heard.at(-1)?.from ?? 0);
        }),
      freeze: page.freeze,
      thaw: page.thaw,
      slowTimers: page.slowTimers,
      close() {
        following.abort();
        void messagesDelivered().then(leave);
      },
      crash: leave,
    };
  }

  function respond(page: TestPage, from: number, signal?: AbortSignal): Promise<Response> {
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
    const open = { stream, page, isMute: world.network === 'mute' };
    streams.add(open);
    signal?.addEventListener('abort', () => streams.delete(open));
    if (!open.isMute) {
      stream.write(heartbeat());
      for (let at = from + 1; at <= cursor; at += 1) stream.write(sent('frame', frame(at)));
    }
    return Promise.resolve(stream.response);
  }
}
