import type {
  Command,
  CommandAnswer,
  EventFrame,
  ReadAnswer,
  ReadName,
  ReadQuery,
  SessionAnswer,
  SessionRequest,
  SignInChoices,
} from '@baton/contracts';
import type { Answer } from '../contact-centre/inputs';
import type { ContactCentreControl } from '../control/operations';

/**
 * The contact centre's answer to a request, or that the scenario's network lost it.
 * A request that the scenario lets hang is never answered.
 */
export type Reply<T> = Answer<T> | { readonly ok: false; readonly problem: 'connectionLost' };

/** Where an event stream is written to. */
export interface StreamSink {
  frame(frame: EventFrame): void;
  /** `at` is the contact centre's clock. */
  heartbeat(at: number): void;
  /** The events since the cursor are no longer known. `close` follows. */
  gap(): void;
  /** The contact centre ends the stream. The client may open another. */
  close(): void;
}

/**
 * The contact centre as its callers see it: HTTP handlers, tests, another thread. Times are
 * milliseconds. Tokens are those that `openSession` gave; an unknown one is
 * refused with `unauthenticated`.
 */
export interface ContactCentrePort {
  signInChoices(): Promise<Reply<SignInChoices>>;
  openSession(request: SessionRequest): Promise<Reply<SessionAnswer>>;
  command(token: string, command: Command): Promise<Reply<CommandAnswer>>;
  read<N extends ReadName>(token: string, name: N, query: ReadQuery<N>): Promise<Reply<ReadAnswer<N>>>;
  /**
   * Opens the token's event stream after `cursor`, or from now on without one.
   * Older streams of the token close. The answer's value stops it.
   */
  subscribe(token: string, cursor: number | undefined, sink: StreamSink): Promise<Reply<() => void>>;
  control: ContactCentreControl;
}
