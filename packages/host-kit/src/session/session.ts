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
import { deriveNotices } from './derived-notices';
import { keepDeviceMemory } from './device-memory';
import { emitFacts } from './facts';
import { createHandOverTelemetry } from './hand-over-telemetry';
import { answerNotices } from './notices';
import { giveUpOverdueTransfers } from './overdue-transfers';
import { watchPageLifecycle } from './page-lifecycle';
import type { PageWindow } from './page-lifecycle';

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
  page: PageWindow;
}

/** The session of an agent in one window: the desktop state and the commands that modules can send. */
export interface Session {
  store: DispatchingStore;
  commands: RoutingCommands;
  connectNow(): void;
  /** When the event stream was last heard. */
  heardAt(): number | undefined;
  close(): void;
}

/** Signs the agent in and keeps the desktop state up to date until it is closed. */
export function startSession(options: SessionOptions): Session {
  const { backend, bus, storage, telemetry, hashId, clock, random, ready, page } = options;
  const closing = new AbortController();
  const { signal } = closing;
  const store = createDesktopStore();

  let state = store.getState();
  store.subscribe(() => {
    const before = state;
    state = store.getState();
    emitFacts(bus, before, state);
    // Signed out in another window: a reconnect would sign the agent in again.
    if (state.connection.state === 'sessionEnded' && state.connection.reason === 'signedOut') connection.close();
  });
  const stopDeviceMemory = keepDeviceMemory({ store, storage, clock, random, page });
  const handOverTelemetry = createHandOverTelemetry({ telemetry, hashId, store, storage, clock, random });
  answerNotices({ bus, store, clock, random }, signal);
  deriveNotices(store, signal);
  const connection = connect({ backend, clock, random, ready, dispatch: store.dispatch });
  watchPageLifecycle(page, clock, connection, signal);
  const { resync } = connection;
  const commands = createCommands({ backend, store, clock, random, telemetry: handOverTelemetry, resync, signal });
  giveUpOverdueTransfers({ store, clock, resync }, signal);

  return {
    store,
    commands,
    connectNow: connection.connectOnRequest,
    heardAt: connection.heardAt,
    close() {
      closing.abort();
      stopDeviceMemory();
      handOverTelemetry.stop();
      connection.close();
    },
  };
}
