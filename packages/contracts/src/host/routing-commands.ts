import type { CommandOf, CommandTaken, CommandType } from '../wire/commands';
import type { Result } from '../wire/errors';

type Input<T extends CommandType> = Omit<CommandOf<T>, 'commandId' | 'type' | 'traceparent'>;
type Ask<T extends CommandType> = (input: Input<T>) => Promise<Result<CommandTaken>>;

/**
 * What modules can ask the contact centre to do. Each resolves when the backend
 * has taken or refused the command; outcomes arrive in the desktop state.
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
  /** The text waits in the desktop state's outbox until the backend shows it. */
  sendMessage: Ask<'sendMessage'>;
  completeInteraction: Ask<'completeInteraction'>;
  saveFavourite: Ask<'saveFavourite'>;
  removeFavourite: Ask<'removeFavourite'>;
  addRecent: Ask<'addRecent'>;
  /** Removes the outcome of an interaction's last transfer from its window. */
  dismissTransfer(interactionId: string): void;
  markNoticesRead(noticeIds: readonly string[]): void;
  /** Sends a text of the outbox again, under a new command. */
  retryMessage(commandId: string): void;
  /** Removes a text that was not sent from the outbox. */
  discardMessage(commandId: string): void;
}
