import type {
  Clock,
  EventBus,
  HostAdapters,
  KeyValueStorage,
  Random,
  RoutingBackend,
  RoutingCommands,
} from '@baton/contracts';
import { createDesktopStore } from '@baton/desktop';
import type { DispatchingStore } from '@baton/desktop';
import { createCommands } from './commands';
import { connect } from './connect';
import { keepDeviceMemory } from './device-memory';
import { tellFacts } from './facts';
import { measureHandOvers } from './measures';
import { answerNotices } from './notices';
import { giveUpOverdue } from './overdue';
import { watchWaking } from './waking';
import type { PageLife } from './waking';

export interface SessionOptions {
  backend: RoutingBackend;
  bus: EventBus;
  storage: KeyValueStorage;
  telemetry?: HostAdapters['telemetry'] | undefined;
  hashId?: ((id: string) => string) | undefined;
  clock: Clock;
  random: Random;
  /** Whether to sign in ready; counts only when the agent is signed out. */
  ready: boolean;
  /** The page's window. */
  page: PageLife;
}

/** An agent at work in one window: what the desktop knows, what it can ask for, and what keeps both true. */
export interface Session {
  store: DispatchingStore;
  commands: RoutingCommands;
  connectNow(): void;
  close(): void;
}

/** Signs the agent in and keeps the desktop's state true until it is closed. */
export function startSession(options: SessionOptions): Session {
  const { backend, bus, storage, telemetry, hashId, clock, random, ready, page } = options;
  const closing = new AbortController();
  const { signal } = closing;
  const store = createDesktopStore();

  let told = store.getState();
  store.subscribe(() => {
    const before = told;
    told = store.getState();
    tellFacts(bus, before, told);
    // Signed out in another window: to go on following may sign the agent in again.
    if (told.connection.state === 'sessionEnded' && told.connection.reason === 'signedOut') connection.close();
  });
  const forget = keepDeviceMemory({ store, storage, clock, random, page });
  const measures = measureHandOvers({ telemetry, hashId, store, storage, clock, random });
  answerNotices({ bus, store, clock, random }, signal);
  const connection = connect({ backend, clock, random, ready, dispatch: store.dispatch });
  watchWaking(page, clock, connection, signal);
  const { resync } = connection;
  const commands = createCommands({ backend, store, clock, random, measures, resync, signal });
  giveUpOverdue({ store, clock, resync }, signal);

  return {
    store,
    commands,
    connectNow: connection.hurry,
    close() {
      closing.abort();
      forget();
      measures.stop();
      connection.close();
    },
  };
}
