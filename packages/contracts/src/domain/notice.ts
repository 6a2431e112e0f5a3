import * as v from 'valibot';
import { AgentRef, Id, Name, Timestamp, Version, presenceStates } from './agent';
import type { UnknownWord } from './open-set';
import { isKnown, noneOf, openSet } from './open-set';
import { TargetRef } from './target';
import { TransferFailure } from './transfer';

export const severities = ['problem', 'warning', 'information', 'done'] as const;
export type Severity = (typeof severities)[number] | UnknownWord;

// The five of Genesys Workspace Desktop Edition ("My Messages", message attributes).
export const noticePriorities = ['important', 'high', 'normal', 'low', 'minimal'] as const;
const noticePriority = openSet(noticePriorities);
/** How urgent a notice is to the contact centre, most urgent first. An unknown word counts as `normal`. */
export type NoticePriority = v.InferOutput<typeof noticePriority>;

const about = {
  id: Id,
  version: Version,
  at: Timestamp,
  severity: openSet(severities),
  /** The conversation that it is about. */
  interactionId: v.optional(Id),
  read: v.boolean(),
};
const aboutInvitation = { ...about, interactionId: Id, customer: v.optional(Name), from: v.optional(AgentRef) };
/** `customer` is absent when the desktop no longer knows the conversation. */
const aboutTransfer = { ...about, interactionId: Id, customer: v.optional(Name) };
/** A text of the contact centre, in its own language. */
const ownWords = v.pipe(v.string(), v.minLength(1), v.maxLength(2000));
const urgency = {
  priority: v.optional(noticePriority),
  /** When it stops to hold, in backend time. Absent: never. It stays in My Messages, where it no longer stands out. */
  expiresAt: v.optional(Timestamp),
};

/** A message of the contact centre to all its agents. */
export const BroadcastNotice = v.object({
  kind: v.literal('broadcast'),
  ...about,
  text: ownWords,
  from: v.optional(Name),
  ...urgency,
});

/** A service of the contact centre is down or restored. */
export const ServiceNotice = v.object({
  kind: v.literal('service'),
  ...about,
  service: Name,
  state: openSet(['down', 'restored']),
  text: v.optional(ownWords),
  ...urgency,
});

export type BroadcastNotice = v.InferOutput<typeof BroadcastNotice>;
export type ServiceNotice = v.InferOutput<typeof ServiceNotice>;

const kinds = [
  v.object({ kind: v.literal('transfer.accepted'), ...aboutTransfer, acceptedBy: AgentRef }),
  v.object({
    kind: v.picklist(['transfer.handedOver', 'transfer.expired', 'transfer.notAccepted']),
    ...aboutTransfer,
    target: TargetRef,
  }),
  v.object({
    kind: v.literal('transfer.declined'),
    ...aboutTransfer,
    target: TargetRef,
    /** As in the transfer. */
    reason: v.optional(v.string()),
  }),
  v.object({
    kind: v.literal('transfer.failed'),
    ...aboutTransfer,
    target: TargetRef,
    reason: TransferFailure,
    /** Reference that support can look up. */
    reference: v.optional(v.string()),
  }),
  v.object({
    kind: v.picklist(['transfer.received', 'invitation.withdrawn', 'invitation.revoked']),
    ...aboutInvitation,
  }),
  v.object({
    kind: v.literal('invitation.missed'),
    ...aboutInvitation,
    /** The agent's new status because of it. */
    status: v.optional(openSet(presenceStates)),
  }),
  v.object({ kind: v.picklist(['conversation.ended', 'conversation.gone']), ...aboutTransfer }),
  v.object({ kind: v.picklist(['connection.lost', 'connection.restored']), ...about }),
  /** A text that was not sent. */
  v.object({
    kind: v.literal('draft.kept'),
    ...about,
    interactionId: Id,
    customer: v.optional(v.string()),
    text: v.string(),
  }),
  /** A text of the page that embeds Baton. */
  v.object({ kind: v.literal('host'), ...about, title: v.string(), body: v.optional(v.string()) }),
  BroadcastNotice,
  ServiceNotice,
] as const;

/** An entry of My Messages. Its text is made from the message catalogue, by kind and values. */
export const Notice = v.variant('kind', [
  ...kinds,
  v.looseObject({ kind: noneOf(kinds.map(({ entries }) => entries.kind)), ...about }),
]);
export type Notice = v.InferOutput<typeof Notice>;
export type NoticeKind = Notice['kind'];
export type KnownNotice = Exclude<Notice, { kind: UnknownWord }>;

/** Whether this version knows the kind of a notice. */
export function isKnownNotice(notice: Notice): notice is KnownNotice {
  return isKnown(notice.kind);
}

type ContentOf<N> = N extends KnownNotice ? Omit<N, 'id' | 'version' | 'at' | 'read'> : never;
/** A notice before it is added to My Messages. */
export type NoticeContent = ContentOf<KnownNotice>;
