import * as v from 'valibot';
import { Id, routingErrorCodes } from '@baton/contracts';
import { Command } from '@baton/contracts/schemas';
import type {
  CommandTaken,
  EventFrame,
  MessagePage,
  SessionAnswer,
  SignInChoices,
  Snapshot,
  TargetPage,
  TargetQuery,
} from '@baton/contracts';
import type { Answer } from '../contact-centre/inputs';

/**
 * What a request gets: the contact centre's answer, or nothing because the
 * scenario's network lost it. A request that the scenario lets hang is never answered.
 */
export type Reply<T> = Answer<T> | { readonly ok: false; readonly problem: 'connectionLost' };

/** Where an event stream pours into. */
export interface StreamSink {
  frame(frame: EventFrame): void;
  /** `at` is the contact centre's clock. */
  heartbeat(at: number): void;
  /** What happened since the cursor is no longer known. `close` follows. */
  gap(): void;
  /** The contact centre ends the stream. The client may open another. */
  close(): void;
}

/** Which messages of a conversation: the last `limit` before index `before`. */
export interface MessageRange {
  before?: number;
  limit?: number;
}

/**
 * The contact centre as its faces see it: HTTP, jest, another thread. Times are
 * milliseconds. Tokens are those that `openSession` gave; an unknown one is
 * refused with `unauthenticated`.
 */
export interface ContactCentrePort {
  signInChoices(): Promise<Reply<SignInChoices>>;
  openSession(agentId: string): Promise<Reply<SessionAnswer>>;
  command(token: string, command: Command): Promise<Reply<CommandTaken>>;
  snapshot(token: string): Promise<Reply<Snapshot>>;
  targets(token: string, query: TargetQuery): Promise<Reply<TargetPage>>;
  favourites(token: string): Promise<Reply<TargetPage>>;
  recents(token: string): Promise<Reply<TargetPage>>;
  messages(token: string, interactionId: string, range: MessageRange): Promise<Reply<MessagePage>>;
  /**
   * Opens the token's event stream after `cursor`, or from now on without one.
   * Older streams of the token close. The answer's value stops it.
   */
  subscribe(token: string, cursor: number | undefined, sink: StreamSink): Promise<Reply<() => void>>;
  control: ContactCentreControl;
}

/** A command that an agent's window has asked for. */
export const AskedCommand = v.strictObject({
  agentId: Id,
  command: Command,
  /** Why it was refused; absent when it was taken. */
  refused: v.optional(v.picklist(routingErrorCodes)),
});
export type AskedCommand = v.InferOutput<typeof AskedCommand>;

/** What a test or a demonstrator may do to the contact centre. Untouched by the scenario's network. */
export interface ContactCentreControl {
  /** Moves the contact centre's clock; everything that falls due on the way happens, in order. */
  advance(ms: number): Promise<void>;
  /** Starts the scenario over. Sessions stay; every stream is told that it lost its place. */
  reset(): Promise<void>;
  /** Breaks every event stream once. */
  dropStreams(): Promise<void>;
  customerWrites(interactionId: string, text: string): Promise<Answer<null>>;
  customerEnds(interactionId: string): Promise<Answer<null>>;
  /** Lets an agent do something, as if from a window of their own. */
  perform(agentId: string, command: Command): Promise<Answer<CommandTaken>>;
  /** What agents' windows have asked for, oldest first, each command once. Scripted and performed commands are not among them. */
  commands(): Promise<readonly AskedCommand[]>;
}
