import type { Clock, Random } from '../host/clock';
import type { MessagePage } from '../domain/message';
import type { Command } from '../wire/commands';
import type { CommandTaken } from '../wire/command-taken';
import type { TargetPage, TargetQuery } from '../wire/directory';
import type { Result, RoutingError } from '../wire/errors';
import type { EventFrame } from '../wire/events';
import type { Snapshot } from '../wire/snapshot';

/**
 * The port to a routing product. One object per window and agent; an adapter
 * translates a product's wire to it. Failures are values, never exceptions.
 */
export interface RoutingBackend {
  /**
   * Sends a command. Resolves when the backend has taken it; the outcome comes
   * as an event. Without an answer within the deadline the result is
   * `unknown_outcome`: take a snapshot, never send again blindly. An adapter
   * need not watch over outcomes: of a pending transfer that has none after
   * its deadline, host-kit asks for a snapshot and then tells the agent.
   */
  send(command: Command): Promise<Result<CommandTaken>>;
  snapshot(signal?: AbortSignal): Promise<Result<Snapshot>>;
  searchTargets(query: TargetQuery, signal?: AbortSignal): Promise<Result<TargetPage>>;
  favourites(signal?: AbortSignal): Promise<Result<TargetPage>>;
  recents(signal?: AbortSignal): Promise<Result<TargetPage>>;
  /** Messages before `before` (an index), at most `limit`, in order. */
  messages(
    interactionId: string,
    page: { before?: number; limit?: number },
    signal?: AbortSignal,
  ): Promise<Result<MessagePage>>;
  /**
   * Follows the event stream from `cursor` until `signal` aborts: reconnects
   * with back-off, resumes where it broke, reports a gap when it cannot. The
   * first attempt is made at once: whoever cannot wait aborts and follows anew.
   */
  follow(cursor: number, listener: StreamListener, signal: AbortSignal): void;
}

/** Hears an event stream. */
export interface StreamListener {
  onFrame(frame: EventFrame): void;
  /** Something was heard on the stream, and everything missed is replayed. An open connection alone proves nothing: it may be held back on its way. */
  onOpen(): void;
  /** The stream broke; another attempt follows in `retryInMs`. */
  onBreak(retryInMs: number): void;
  /** What happened since the cursor is lost: take a snapshot and follow from there. The stream has stopped. */
  onGap(): void;
  /** The session is over or was never there. The stream has stopped. */
  onLost(error: RoutingError): void;
  /** The backend's clock, as of now. */
  onTime(at: number): void;
}

/** What an adapter needs to talk to its product. */
export interface RoutingConnection {
  /** Where the backend is, for example "/" or "https://routing.example/baton/"; ends with a slash. */
  baseUrl: string;
  /**
   * Gives the token for `Authorization: Bearer`. Asked again once, with
   * `refused` set to the old token, when the backend answers 401. A rejection
   * is an outage and is tried again; after a 401 it ends the session.
   */
  getToken(refused?: string): Promise<string>;
  clock: Clock;
  /** Spreads the attempts to reconnect of many desktops. */
  random: Random;
  /**
   * Windows of one browser profile that give the same name share one event
   * stream. It must tell backend and agent. Without it, and where the browser
   * has no Web Locks, the window has a stream of its own.
   */
  sharedAs?: string;
  /** Replaces the browser's fetch, for tests. */
  fetch?: typeof fetch;
}
