import type { AgentRef } from '../domain/agent';
import type { KeyValueStorage } from '../host/adapters';
import type { Clock, Random } from '../host/clock';
import type { Command } from '../wire/commands';
import type { CommandAnswer } from '../wire/command-taken';
import type { Result, RoutingError } from '../wire/errors';
import type { EventFrame } from '../wire/events';
import type { ReadAnswer, ReadName, ReadQuery } from '../wire/reads';
import type { Snapshot } from '../wire/snapshot';

/** The reads of a backend: a method for each of `reads`. */
export type RoutingReads = {
  [N in ReadName]: (query: ReadQuery<N>, signal?: AbortSignal) => Promise<Result<ReadAnswer<N>>>;
};

/**
 * The port to a routing product. One object per window and agent. An adapter translates a product's API to it, with
 * `@baton/adapter-kit` or without. Failures are values, never exceptions. If two values of an entity have one version,
 * in frames or snapshots, desktops keep the first.
 */
export interface RoutingBackend extends RoutingReads {
  /**
   * Sends a command. Resolves when the backend has taken it; the outcome comes as an event. Without an answer in time the
   * result is `unknown_outcome`: the desktop takes a snapshot before it sends again. Adapters do not have to watch
   * outcomes: for a transfer that is pending after its deadline, host-kit takes a snapshot and then informs the agent.
   * A backend across the network should answer `signIn` with the `snapshot`, so that the desktop requests none.
   */
  send(command: Command): Promise<Result<CommandAnswer>>;
  /**
   * Follows the event stream from `cursor` until `signal` aborts: reconnects with back-off, resumes where it broke, and
   * reports a gap when it cannot. The first attempt is made at once, so a caller that cannot wait aborts and follows
   * again. There is at most one follower at a time.
   */
  follow(cursor: number, listener: StreamListener, signal: AbortSignal): void;
  /** Releases all resources. Called once, when Baton closes, even if `follow` was never called. */
  close?(): void;
}

/** The argument of a `BackendFactory`. */
export interface BackendHost {
  /** The agent of the desktop. A backend is for one agent. */
  agent: AgentRef;
  clock: Clock;
  random: Random;
  /**
   * For data of the adapter on this device, such as a position in the product's stream. Belongs to the agent, and is
   * empty after they have signed out.
   */
  storage: KeyValueStorage;
}

/**
 * Makes the backend of one agent in one window. After a failure it is called again with the next attempt to connect.
 */
export type BackendFactory = (host: BackendHost) => RoutingBackend | Promise<RoutingBackend>;

/** Makes the reads of a backend from one function that reads by name. */
export function createReads(
  read: <N extends ReadName>(name: N, query: ReadQuery<N>, signal?: AbortSignal) => Promise<Result<ReadAnswer<N>>>,
): RoutingReads {
  const named =
    <N extends ReadName>(name: N) =>
    (query: ReadQuery<N>, signal?: AbortSignal) =>
      read(name, query, signal);
  return {
    snapshot: named('snapshot'),
    searchTargets: named('searchTargets'),
    favourites: named('favourites'),
    recents: named('recents'),
    earlierInteractions: named('earlierInteractions'),
    messages: named('messages'),
  };
}

/** Receives an event stream. */
export interface StreamListener {
  onFrame(frame: EventFrame): void;
  /**
   * Data has arrived on the stream, and everything missed is replayed. An open connection alone is not enough: a proxy
   * may buffer it.
   */
  onOpen(): void;
  /** The stream broke; another attempt follows in `retryInMs`. */
  onBreak(retryInMs: number): void;
  /** The events since the cursor are lost: take a snapshot and follow from there. The stream has stopped. */
  onGap(): void;
  /** The session has ended or never existed. The stream has stopped. */
  onLost(error: RoutingError): void;
  /** The current time of the backend's clock. */
  onTime(at: number): void;
}

/** How to reach a routing backend over HTTP. */
export interface RoutingConnection {
  /** Where the backend is, for example "/" or "https://routing.example/baton/"; ends with a slash. */
  baseUrl: string;
  /**
   * Returns the token for `Authorization: Bearer`. Called again once, with `refused` set to the old token, when the
   * backend answers 401. A rejection counts as an outage and is retried; after a 401 it ends the session.
   */
  getToken(refused?: string): Promise<string>;
  clock: Clock;
  /** Spreads the reconnects of many desktops. */
  random: Random;
  /**
   * Windows of one browser profile with the same name share one event stream, so the name must identify backend and agent.
   * Without it, or without Web Locks in the browser, the window has its own stream.
   */
  sharedAs?: string;
  /** Replaces the browser's fetch, for tests. */
  fetch?: typeof fetch | undefined;
  /** The snapshot of an agent whom opening the session has signed in: the first `signIn` is answered with it, unsent. */
  takeFirstSnapshot?: (() => Snapshot | undefined) | undefined;
}
