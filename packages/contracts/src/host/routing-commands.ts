import type { CommandOf, CommandType } from '../wire/commands';
import type { CommandTaken } from '../wire/command-taken';
import type { Result } from '../wire/errors';

type Input<T extends CommandType> = Omit<CommandOf<T>, 'commandId' | 'type' | 'traceparent'>;
type Ask<T extends CommandType> = (input: Input<T>) => Promise<Result<CommandTaken>>;

/**
 * What modules can ask the contact centre to do. Each resolves when the backend
 * has taken or refused the command; outcomes arrive in the desktop state. The
 * same asked for again before the answer is the same command, and has its answer.
 * Something else about the same thing is sent when that answer is there, so that
 * the last wish holds: *Ready* never overtakes *Not Ready*.
 */
export interface RoutingCommands {
  signOut: Ask<'signOut'>;
  setChannelState: Ask<'setChannelState'>;
  /**
   * A refusal is also remembered in the desktop state as the interaction's last
   * transfer and in My Messages, so that no failure depends on a screen being open.
   */
  startTransfer: Ask<'startTransfer'>;
  cancelTransfer: Ask<'cancelTransfer'>;
  acceptInvitation: Ask<'acceptInvitation'>;
  declineInvitation: Ask<'declineInvitation'>;
  extendInvitation: Ask<'extendInvitation'>;
  /** Holds for offers from now on. host-kit sends what the agent has set. */
  setTimeToAnswer: Ask<'setTimeToAnswer'>;
  /** Keeps what the agent has typed and not sent, in place of what was typed in this conversation before; empty forgets it. */
  writeDraft(draft: { interactionId: string; customer: string; text: string }): void;
  /**
   * The text waits in the desktop state's outbox until the backend shows it. Texts of one conversation are sent in the
   * order in which they were asked for, each when the one before has its answer; so are `retryMessage` and
   * `redeliverMessage`. `startTransfer` and `completeInteraction` wait for the texts before them.
   */
  sendMessage: Ask<'sendMessage'>;
  /** Has a message of the conversation delivered again that could not be delivered. */
  redeliverMessage: Ask<'redeliverMessage'>;
  completeInteraction: Ask<'completeInteraction'>;
  saveFavourite: Ask<'saveFavourite'>;
  removeFavourite: Ask<'removeFavourite'>;
  addRecent: Ask<'addRecent'>;
  /** Removes the outcome of an interaction's last transfer from its window. Told to the backend until it has taken it. */
  dismissTransfer(interactionId: string): void;
  /** Told to the backend until it has taken it. */
  markNoticesRead(noticeIds: readonly string[]): void;
  /**
   * Sends a text of the outbox again: as the same command when its fate is unknown. Where the backend does not make the
   * two one (`idempotentCommands`), tell the agent before.
   */
  retryMessage(commandId: string): void;
  /** Removes a text that was not sent from the outbox. It stays in reach in My Messages. */
  discardMessage(commandId: string): void;
}
