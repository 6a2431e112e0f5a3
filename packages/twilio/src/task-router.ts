import type { Clock, Random } from '@baton/contracts';
import { messageOf, retryDelay, within } from '@baton/runtime';
import type { Reservation, Worker, Workspace } from 'twilio-taskrouter';
import type { TwilioOptions } from './options';

/** The connection of a worker to TaskRouter. */
export interface TaskRouter {
  readonly worker: Worker;
  readonly workspace: Workspace;
  /** The reservations of the worker; while the connection is lost those from before. */
  reservations(): Reservation[];
  close(): void;
}

/** What the connection tells, from when it first stands. */
export interface TaskRouterListener {
  /** An event of TaskRouter, which the SDK's objects already show. `payload` is as it came. */
  onEvent(type: string, payload: unknown): void;
  onBreak(retryInMs: number): void;
  /** The connection is restored, and the reservations are read anew. */
  onRestored(): void;
  onTokenLost(): void;
}

type Sdk = typeof import('twilio-taskrouter');
type Surroundings = Pick<TwilioOptions, 'getToken' | 'servers'> & { clock: Clock; random: Random };

/** How long the first connection may take. */
const connectMs = 8_000;
/** The pause of the SDK before it connects again. */
const sdkRetryMs = 1_000;

/** Connects a worker. The SDK reconnects by itself, and is loaded when this is first called. */
export async function openTaskRouter(
  { getToken, servers, clock, random }: Surroundings,
  listener: TaskRouterListener,
): Promise<TaskRouter> {
  const { Worker, Workspace, TaskRouterEventHandler } = await loadSdk();
  const token = await getToken();
  if (token === undefined) throw new Error('getToken gave no token: the agent has to sign in again.');
  const events = withListener(TaskRouterEventHandler, (type, payload) => {
    if (isReady) listener.onEvent(type, payload);
  });
  const worker = new Worker(token, { ...servers, eventHandlerClass: events, logLevel: 'silent' });
  let isReady = false;
  let isClosed = false;
  let beforeBreak = new Map<string, Reservation>();
  let current = token;
  let stopWaiting = (): void => undefined;

  const close = () => {
    isClosed = true;
    stopWaiting();
    worker.disconnect();
  };

  try {
    await within(clock, connectMs, 'No connection to TaskRouter', firstReady(worker));
  } catch (cause) {
    worker.on('error', () => undefined);
    close();
    throw cause;
  }
  isReady = true;
  const workspace = new Workspace(token, { ...servers, logLevel: 'silent' }, worker.workspaceSid);

  worker.on('disconnected', () => {
    if (isClosed) return;
    if (isReady) beforeBreak = new Map(worker.reservations);
    isReady = false;
    listener.onBreak(sdkRetryMs);
  });
  worker.on('error', (cause) => {
    // A connection that fails is tried again by the SDK. When it stands and reading the worker has failed, nothing is.
    if (isClosed || isReady || !messageOf(cause).startsWith('Failed to initialize')) return;
    stopWaiting();
    stopWaiting = clock.setTimeout(() => reconnect(), retryDelay(1, random));
  });
  worker.on('ready', () => {
    isReady = true;
    stopWaiting();
    listener.onRestored();
  });
  worker.on('tokenExpired', () => void renewToken(1));

  /** A closed connection is opened anew by a token, also by the same one. */
  function reconnect(): void {
    if (isClosed || isReady) return;
    worker.disconnect();
    worker.updateToken(current);
  }

  async function renewToken(attempt: number): Promise<void> {
    if (isClosed) return;
    try {
      const renewed = await getToken();
      if (isClosed) return;
      if (renewed === undefined) return listener.onTokenLost();
      current = renewed;
      worker.updateToken(renewed);
      workspace.updateToken(renewed);
    } catch {
      stopWaiting = clock.setTimeout(() => void renewToken(attempt + 1), retryDelay(attempt, random));
    }
  }

  return {
    worker,
    workspace,
    // While the SDK reads them anew, it has none.
    reservations: () => [...(isReady ? worker.reservations : beforeBreak).values()],
    close,
  };
}

/** A bundle for browsers has the SDK's names on the module, Node has them on its default. */
async function loadSdk(): Promise<Sdk> {
  const module: Sdk & { default?: Sdk } = await import('twilio-taskrouter');
  return module.default ?? module;
}

function firstReady(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('ready', () => resolve());
    worker.once('error', reject);
  });
}

/**
 * The SDK's own handler, which passes each event on once the SDK has dealt with it: it tells of transfers only what the
 * window that started them needs, and replaces its objects after a break, with the listeners that they had.
 */
function withListener(
  Handler: Sdk['TaskRouterEventHandler'],
  onEvent: TaskRouterListener['onEvent'],
): Sdk['TaskRouterEventHandler'] {
  return class extends Handler {
    constructor(worker: Worker, options?: object) {
      super(worker, options);
      for (const [type, method] of Object.entries(super.getTREventsToHandlerMapping())) {
        const handle: unknown = Reflect.get(this, method);
        Reflect.set(this, nameFor(type), (payload: unknown) => {
          try {
            if (typeof handle === 'function') handle.call(this, payload, type);
          } catch {
            // The SDK has written to the console what it cannot read.
          }
          onEvent(type, payload);
        });
      }
    }

    override getTREventsToHandlerMapping(): Record<string, string> {
      return Object.fromEntries(Object.keys(super.getTREventsToHandlerMapping()).map((type) => [type, nameFor(type)]));
    }
  };
}

const nameFor = (type: string) => `on ${type}`;
