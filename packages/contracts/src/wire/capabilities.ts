import * as v from 'valibot';
import { Id, Line } from '../domain/agent';
import { openSet } from '../domain/open-set';
import { TargetKind } from '../domain/target';

// test/capabilities/readers.ts names the code that reads each flag.
/** The capabilities of a routing backend. Screens offer only what is supported here. */
export const BackendCapabilities = v.object({
  cancelPendingTransfer: v.boolean(),
  /** Whether a pending transfer can be offered to another target in one step. Absent: no. */
  redirectTransfer: v.optional(v.boolean()),
  /**
   * Whether a conversation stays with its sender when its transfer was declined or not answered. `no`: routing offers it
   * to another agent. Only with `yes` does the screen say that the sender still owns it.
   */
  declineReturnsToSender: openSet(['yes', 'no', 'unknown']),
  /**
   * Whether the sender receives the outcome, infers it, or never learns it. With `none` a pending transfer is removed from
   * the screen after its deadline, and is not shown as a problem.
   */
  senderSeesOutcome: openSet(['explicit', 'inferred', 'none']),
  targetKinds: v.array(TargetKind),
  /** Kinds of target that get a conversation at once, without an invitation. Absent: none. */
  handsOverAtOnce: v.optional(v.array(TargetKind)),
  /** Whether a conversation that came by transfer can be offered back to its sender. */
  returnInteraction: v.boolean(),
  /** Whether an agent can begin a conversation with a text to a number. Absent: they cannot. */
  startInteraction: v.optional(v.boolean()),
  /**
   * What the agent can begin conversations from: numbers or queues, as the product names them. With several, they choose
   * one. Absent: the backend decides.
   */
  senders: v.optional(v.array(v.object({ id: Id, name: Line(80) }))),
  /** Whether a sender's note reaches the invited agent. */
  transferNote: v.boolean(),
  /** Whether an agent's reason for declining reaches the sender. */
  declineReason: v.boolean(),
  extendInvitation: v.boolean(),
  /** Whether an agent may ask for longer times to answer. */
  timeToAnswer: v.boolean(),
  /** How well deadlines are known. An `estimated` deadline is shown as an estimate and triggers no alarm. */
  inviteExpiry: openSet(['serverKnown', 'estimated', 'unknown']),
  /** What `setChannelState` sets: the agent's state on that channel, or on all channels. Absent: `channel`. */
  readiness: v.optional(openSet(['channel', 'agent'])),
  /** Reasons that an agent can give for not being ready. The command takes the id; screens show the label. */
  notReadyReasons: v.array(v.object({ id: Id, label: v.pipe(v.string(), v.minLength(1), v.maxLength(60)) })),
  /** Whether the customer's conversations of before can be read. Absent: no. */
  earlierInteractions: v.optional(v.boolean()),
  /** Whether agents can write a note on a conversation. Absent: no. */
  interactionNotes: v.optional(v.boolean()),
  favourites: v.boolean(),
  recents: v.boolean(),
  /**
   * How presence and figures of targets are known: each change is pushed (`targets.changed`), they are as old as the last
   * read of the directory, or they are unknown. Only targets that a read has given to the agent since the snapshot need
   * be pushed, and of several changes of one within moments only the newest state.
   */
  targetAvailability: openSet(['pushed', 'onRequest', 'none']),
  /**
   * Types of commands that count once, however often they are sent with one `commandId`. Commands of other types are not
   * repeated without an answer, unless the agent confirms that they may count twice.
   */
  idempotentCommands: v.array(v.string()),
  /**
   * Whether snapshots contain transfers. Absent: true. With `false` the desktop stores pending transfers on the device;
   * otherwise a pending transfer that a snapshot does not contain gets an unknown outcome.
   */
  snapshotTransfers: v.optional(v.boolean()),
  /**
   * Who posts the notices about transfers and invitations that have ended. Absent: `backend`. With `derived` the desktop
   * derives them from events and stores them on the device.
   */
  notices: v.optional(openSet(['backend', 'derived'])),
});
export type BackendCapabilities = v.InferOutput<typeof BackendCapabilities>;
