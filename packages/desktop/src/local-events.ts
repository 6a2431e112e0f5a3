import type {
  Connection,
  Draft,
  Notice,
  PendingTransfer,
  RefusedTransfer,
  SendingFailure,
  TargetRef,
} from '@baton/contracts';
import type { PendingCommand } from './fold';

/**
 * What happens on this device and is part of the desktop state. All times are
 * the backend's (`backendNow`), except `receivedAt`, which is this device's.
 */
export type LocalEvent =
  /** A session that has ended stays so until `connecting` begins another. */
  | { type: 'connectionChanged'; connection: Connection }
  /**
   * The stream cannot resume: events are lost, or the backend has begun anew. The next
   * snapshot replaces the backend's whole state, even with a lower cursor.
   */
  | { type: 'gap' }
  /** The backend's clock said `at` when this device's said `receivedAt`. */
  | { type: 'time'; at: number; receivedAt: number }
  /** A transfer is being asked for. Dispatch it before the command is sent: events may be faster than the answer. */
  | { type: 'transferRequested'; interactionId: string; target: TargetRef; commandId: string; at: number }
  /** The backend refused the transfer, or never answered; or, with `version`, the outcome of a pending one never came. */
  | ({ type: 'transferRefused' } & Omit<RefusedTransfer, 'state'>)
  /** A transfer is still pending long after its deadline, and a snapshot taken since knows no more. */
  | { type: 'transferOverdue'; interactionId: string; at: number }
  /** An earlier page of this device knew a pending transfer. Counts before the first snapshot. */
  | { type: 'transferRemembered'; transfer: PendingTransfer }
  /** The agent has seen how the last transfer ended. */
  | { type: 'transferDismissed'; interactionId: string }
  /** A text is being sent. Dispatch it before the command is sent. */
  | {
      type: 'messageSending';
      commandId: string;
      interactionId: string;
      customer?: string | undefined;
      text: string;
      at: number;
    }
  | { type: 'messageNotSent'; commandId: string; reason: SendingFailure }
  | { type: 'messageDiscarded'; commandId: string }
  /** The agent has typed: in place of every draft that this window knows of the conversation. An empty one stays away. */
  | { type: 'draftWritten'; draftId: string; draft: Draft }
  /** Another window, or an earlier page, has kept a draft. */
  | { type: 'draftKept'; draftId: string; draft: Draft }
  | { type: 'draftDropped'; draftId: string }
  /** The agent has seen a conversation up to a message, here or in another window of this device. */
  | { type: 'messagesSeen'; interactionId: string; index: number }
  /** A notice of this device; its id begins with "local.", so that no snapshot removes it. */
  | { type: 'noticePosted'; notice: Notice }
  /** Another window has dropped a notice of this device: it may come back. */
  | { type: 'noticeDropped'; noticeId: string }
  /** The agent has deleted a notice of this device, for good. */
  | { type: 'noticeDeleted'; noticeId: string; at: number }
  /** Marks notices read at once. The backend's update follows for its own notices. */
  | { type: 'noticesRead'; noticeIds: readonly string[] }
  /** The agent has marked notices as unread, here or in another window of this device. */
  | { type: 'noticesMarkedUnread'; noticeIds: readonly string[]; at: number }
  /** A command of any window or an earlier page, which is sent until the backend accepts it. */
  | { type: 'commandPending'; command: PendingCommand }
  | { type: 'commandSettled'; commandId: string }
  /** The backend has taken a command of this window. */
  | { type: 'commandTaken'; commandId: string };
