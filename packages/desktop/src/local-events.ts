import type { Connection, Notice, OutboxMessage, TargetRef, TransferFailure } from '@baton/contracts';

type FailedStatus = Extract<OutboxMessage['status'], { state: 'failed' }>;

/**
 * What happens on this device and is part of the desktop state. All times are
 * the backend's (`backendNow`), except `receivedAt`, which is this device's.
 */
export type LocalEvent =
  /** A session that has ended stays so until `connecting` begins another. */
  | { type: 'connectionChanged'; connection: Connection }
  /**
   * The stream cannot resume: events are lost, or the backend has begun anew. The next
   * snapshot then replaces all the backend ever said, whatever its cursor.
   */
  | { type: 'gap' }
  /** The backend's clock said `at` when this device's said `receivedAt`. */
  | { type: 'time'; at: number; receivedAt: number }
  /** A transfer is being asked for. Dispatch it before the command is sent: events may be faster than the answer. */
  | { type: 'transferRequested'; interactionId: string; target: TargetRef; commandId: string; at: number }
  /** The backend refused the transfer, or never answered. */
  | {
      type: 'transferRefused';
      interactionId: string;
      target: TargetRef;
      commandId: string;
      reason: TransferFailure;
      reference: string;
      at: number;
    }
  /** The agent has seen how the last transfer ended. */
  | { type: 'transferDismissed'; interactionId: string }
  /** A text is being sent. Dispatch it before the command is sent. */
  | { type: 'messageSending'; commandId: string; interactionId: string; customer?: string; text: string; at: number }
  | { type: 'messageNotSent'; commandId: string; reason: FailedStatus['reason'] }
  | { type: 'messageDiscarded'; commandId: string }
  /** A notice of this device; its id begins with "local.", so that no snapshot removes it. */
  | { type: 'noticePosted'; notice: Notice }
  /** Marks notices read at once; for the backend's own, its word follows. */
  | { type: 'noticesRead'; noticeIds: readonly string[] }
  /** The backend has taken a command of this window. */
  | { type: 'commandTaken'; commandId: string };
