import type { CommandOf, CommandType } from '../wire/commands';
import type { CommandTaken } from '../wire/command-taken';
import type { Result } from '../wire/errors';

type Input<T extends CommandType> = Omit<CommandOf<T>, 'commandId' | 'type' | 'traceparent'>;
type Ask<T extends CommandType> = (input: Input<T>) => Promise<Result<CommandTaken>>;

/** Commands with the input of the wire. The others have their own forms below. */
type WireCommands = {
  [T in Exclude<CommandType, 'signIn' | 'dismissTransfer' | 'markNoticesRead' | 'deleteNotices'>]: Ask<T>;
};

/**
 * The commands that modules can send, and actions on the desktop alone. A command resolves when the backend has taken or
 * refused it; outcomes arrive in the desktop state. Repeating a command before its answer returns the same answer. A
 * different command about the same thing is sent after that answer, so that the last one holds: *Ready* never overtakes
 * *Not Ready*.
 */
export interface RoutingCommands extends WireCommands {
  /**
   * A refusal is also remembered in the desktop state as the interaction's last
   * transfer and in My Messages, so that no failure depends on a screen being open.
   */
  startTransfer: Ask<'startTransfer'>;
  /**
   * The conversation is in the desktop state when its `commandId` is that of the answer. A start without an answer that is
   * asked for again is the same command.
   */
  startInteraction: Ask<'startInteraction'>;
  /** Applies to offers from now on. host-kit sends the agent's preference. */
  setTimeToAnswer: Ask<'setTimeToAnswer'>;
  /**
   * Stores the text that the agent has typed and not sent, instead of the former one of this conversation. Empty
   * removes it.
   */
  writeDraft(draft: { interactionId: string; customer?: string | undefined; text: string }): void;
  /** The agent has seen a conversation up to the message with this index, in this window or another of this device. */
  markSeen(seen: { interactionId: string; index: number }): void;
  /**
   * The text stays in the desktop state's outbox until the backend shows it. Texts of one conversation are sent in order,
   * each after the answer to the one before; so are `retryMessage` and `redeliverMessage`. `startTransfer` and
   * `completeInteraction` wait for the texts before them.
   */
  sendMessage: Ask<'sendMessage'>;
  /** Retries the delivery of a message that could not be delivered. */
  redeliverMessage: Ask<'redeliverMessage'>;
  /** Removes the outcome of an interaction's last transfer from its window. Sent to the backend until it is taken. */
  dismissTransfer(interactionId: string): void;
  /** Sent to the backend until it is taken. */
  markNoticesRead(noticeIds: readonly string[]): void;
  /** On this device, in all windows of the agent: backends have no word for it. */
  markNoticesUnread(noticeIds: readonly string[]): void;
  /** Removes them from My Messages at once and permanently, in all windows. Sent to the backend until it is taken. */
  deleteNotices(noticeIds: readonly string[]): void;
  /**
   * Sends a text of the outbox again, as the same command if the text may have been sent. If the backend does not detect
   * repeated commands (`idempotentCommands`), warn the agent before.
   */
  retryMessage(commandId: string): void;
  /** Removes an unsent text from the outbox. It can still be copied from My Messages. */
  discardMessage(commandId: string): void;
}
