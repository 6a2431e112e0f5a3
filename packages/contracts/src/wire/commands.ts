import * as v from 'valibot';
import { Id, mediaChannels } from '../domain/agent';
import { PhoneNumber } from '../domain/phone-number';
import { maxNoteLength } from '../domain/handover';
import { maxDeclineReasonLength } from '../domain/invitation';
import { InteractionNote } from '../domain/interaction-note';
import { MessageIndex } from '../domain/message';
import type { Known } from '../domain/open-set';
import { KnownTargetRef } from '../domain/target';
import { MessageText, Text } from '../domain/text';
import { TimeToAnswer } from '../domain/time-to-answer';
import { Traceparent } from '../domain/trace';
import { CommandId } from './command-taken';
import type { RoutingErrorCode } from './errors';

/** Largest request body, in bytes. */
export const maxBodyBytes = 64 * 1024;

/** Commands of a hand-over carry their trace; the receiver's commands continue the invitation's. */
const traced = { traceparent: v.optional(Traceparent) };
/** The id of one of the host's reasons, or the agent's own words. */
const reason = v.optional(Text(maxDeclineReasonLength));

interface Facts {
  /** Refusals besides the common ones. */
  refusals?: readonly Known<RoutingErrorCode>[];
  /** The capability without which desktops do not send it. */
  capability?:
    | 'cancelPendingTransfer'
    | 'extendInvitation'
    | 'favourites'
    | 'interactionNotes'
    | 'recents'
    | 'redirectTransfer'
    | 'returnInteraction'
    | 'startInteraction'
    | 'timeToAnswer';
}

const command = <const T extends string, E extends v.ObjectEntries>(type: T, entries: E, facts: Facts = {}) => ({
  schema: v.strictObject({ commandId: CommandId, type: v.literal(type), ...entries }),
  ...facts,
});

const about = ['not_found', 'forbidden', 'gone'] as const;

// Closed: Baton sends only commands that it knows, and a backend refuses those that it does not know.
/**
 * All commands of an agent to the contact centre. A command without an answer has an unknown outcome: the desktop takes a
 * snapshot, and sends it again only with the same id.
 */
export const commands = {
  // Sent by every window of an agent, so `ready` counts only when the agent was signed out. The answer may bring the snapshot.
  signIn: command('signIn', { ready: v.boolean() }),
  signOut: command('signOut', {}),
  setChannelState: command('setChannelState', {
    channel: v.picklist(mediaChannels),
    state: v.picklist(['ready', 'notReady']),
    // One of the `notReadyReasons`, by its id.
    reason: v.optional(Id),
  }),
  startTransfer: command(
    'startTransfer',
    { interactionId: Id, target: KnownTargetRef, note: v.optional(Text(maxNoteLength)), ...traced },
    { refusals: [...about, 'target_unavailable'] },
  ),
  // A transfer back to its sender, who is invited even during after-call work.
  returnInteraction: command(
    'returnInteraction',
    { interactionId: Id, ...traced },
    { refusals: [...about, 'target_unavailable'], capability: 'returnInteraction' },
  ),
  cancelTransfer: command(
    'cancelTransfer',
    { transferId: Id },
    { refusals: [...about, 'too_late'], capability: 'cancelPendingTransfer' },
  ),
  // Withdraws the invitation and invites another target, in one step: refused, the first one stays invited.
  redirectTransfer: command(
    'redirectTransfer',
    { transferId: Id, target: KnownTargetRef, ...traced },
    { refusals: [...about, 'too_late', 'target_unavailable'], capability: 'redirectTransfer' },
  ),
  acceptInvitation: command('acceptInvitation', { invitationId: Id, ...traced }, { refusals: about }),
  declineInvitation: command('declineInvitation', { invitationId: Id, reason, ...traced }, { refusals: about }),
  extendInvitation: command(
    'extendInvitation',
    { invitationId: Id, ...traced },
    { refusals: about, capability: 'extendInvitation' },
  ),
  setTimeToAnswer: command('setTimeToAnswer', { factor: TimeToAnswer }, { capability: 'timeToAnswer' }),
  // Begins a conversation with a text of the agent, who owns it. `from` is the id of one of the `senders`. Its result is
  // the interaction that has this `commandId`.
  startInteraction: command(
    'startInteraction',
    { to: PhoneNumber, from: v.optional(Id), text: MessageText },
    {
      refusals: ['not_found', 'forbidden', 'opted_out', 'already_open', 'invalid_number', 'at_capacity'],
      capability: 'startInteraction',
    },
  ),
  sendMessage: command('sendMessage', { interactionId: Id, text: MessageText }, { refusals: [...about, 'opted_out'] }),
  // Retries the delivery of a text. It stays the same message, at the same index.
  redeliverMessage: command(
    'redeliverMessage',
    { interactionId: Id, index: MessageIndex },
    { refusals: [...about, 'opted_out'] },
  ),
  // Instead of the note that the conversation had. A blank text removes it.
  saveNote: command(
    'saveNote',
    { interactionId: Id, text: InteractionNote },
    { refusals: about, capability: 'interactionNotes' },
  ),
  // With the id of one of the interaction's `dispositions`; one that is missing or unknown is refused with `validation`.
  completeInteraction: command(
    'completeInteraction',
    { interactionId: Id, disposition: v.optional(Id) },
    { refusals: about },
  ),
  dismissTransfer: command('dismissTransfer', { transferId: Id }, { refusals: about }),
  // For both: missing entries are ignored, because another window may have deleted them.
  markNoticesRead: command('markNoticesRead', { noticeIds: v.pipe(v.array(Id), v.maxLength(200)) }),
  deleteNotices: command('deleteNotices', { noticeIds: v.pipe(v.array(Id), v.maxLength(200)) }),
  saveFavourite: command(
    'saveFavourite',
    { target: KnownTargetRef },
    { refusals: ['not_found'], capability: 'favourites' },
  ),
  removeFavourite: command('removeFavourite', { target: KnownTargetRef }, { capability: 'favourites' }),
  addRecent: command('addRecent', { target: KnownTargetRef }, { refusals: ['not_found'], capability: 'recents' }),
};

/** Refusals that any command may get: because of its form, its token, its id, or an agent who is signed out. */
export const commonRefusals = ['validation', 'unauthenticated', 'conflict', 'invalid_state'] as const;

/**
 * A command of an agent to the contact centre. Unknown fields are refused. A repeated command has the same result, taken
 * or refused; a different command with the same `commandId` is refused with `conflict`.
 */
export const Command = v.variant(
  'type',
  Object.values(commands).map(({ schema }) => schema),
);
export type Command = v.InferOutput<typeof Command>;
export type CommandType = Command['type'];
/** The command of one type. */
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;
/** A command before it has its id. */
export type CommandWithoutId = { [T in CommandType]: Omit<CommandOf<T>, 'commandId'> }[CommandType];
