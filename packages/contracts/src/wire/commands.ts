import * as v from 'valibot';
import { Id, mediaChannels } from '../domain/agent';
import { maxNoteLength } from '../domain/invitation';
import { MessageIndex } from '../domain/message';
import { TargetRef } from '../domain/target';
import { MessageText, Text } from '../domain/text';
import { TimeToAnswer } from '../domain/time-to-answer';
import { Traceparent } from '../domain/trace';
import { CommandId } from './command-taken';

/** Reasons an agent may give for declining. */
export const declineReasons = ['busy', 'notMyTopic', 'endOfShift'] as const;

/** Commands of a hand-over say which trace they belong to; a receiver's go on with the invitation's. */
const traced = { traceparent: v.optional(Traceparent) };
const reason = v.optional(Text(60));

const command = <const T extends string, E extends v.ObjectEntries>(type: T, entries: E) =>
  v.strictObject({ commandId: CommandId, type: v.literal(type), ...entries });

/**
 * What an agent can ask the contact centre to do. Unknown fields are refused.
 * A command that is sent again has the same result, taken or refused; another
 * one under its `commandId` is refused with `conflict`.
 */
export const Command = v.variant('type', [
  // Repeated by every window of an agent: `ready` counts only when they were signed out.
  command('signIn', { ready: v.boolean() }),
  command('signOut', {}),
  command('setChannelState', { channel: v.picklist(mediaChannels), state: v.picklist(['ready', 'notReady']), reason }),
  command('startTransfer', {
    interactionId: Id,
    target: TargetRef,
    note: v.optional(Text(maxNoteLength)),
    ...traced,
  }),
  command('cancelTransfer', { transferId: Id }),
  command('acceptInvitation', { invitationId: Id, ...traced }),
  command('declineInvitation', { invitationId: Id, reason, ...traced }),
  command('extendInvitation', { invitationId: Id, ...traced }),
  command('setTimeToAnswer', { factor: TimeToAnswer }),
  command('sendMessage', { interactionId: Id, text: MessageText }),
  // Tries a text again that was not delivered. It stays the same message, in its place.
  command('redeliverMessage', { interactionId: Id, index: MessageIndex }),
  command('completeInteraction', { interactionId: Id }),
  command('dismissTransfer', { transferId: Id }),
  command('markNoticesRead', { noticeIds: v.pipe(v.array(Id), v.maxLength(200)) }),
  command('saveFavourite', { target: TargetRef }),
  command('removeFavourite', { target: TargetRef }),
  command('addRecent', { target: TargetRef }),
]);
export type Command = v.InferOutput<typeof Command>;
export type CommandType = Command['type'];
/** The command of one type. */
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;

/** Largest request body, in bytes. */
export const maxBodyBytes = 64 * 1024;
