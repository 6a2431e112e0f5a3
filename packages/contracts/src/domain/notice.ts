import * as v from 'valibot';
import { Id, Timestamp, Version } from './agent';
import { transferFailures } from './transfer';

export const severities = ['problem', 'warning', 'information', 'done'] as const;
export type Severity = (typeof severities)[number];

/** What a notice is about. The text is made from the catalogue by this name and `names`. */
export const noticeKinds = [
  'transfer.accepted',
  'transfer.received',
  'transfer.declined',
  'transfer.expired',
  'transfer.cancelled',
  'transfer.tooLate',
  ...transferFailures.map((reason) => `transfer.failed.${reason}` as const),
  'invitation.missed',
  'invitation.withdrawn',
  'invitation.revoked',
  'conversation.ended',
  'conversation.gone',
  'connection.lost',
  'connection.restored',
  'draft.kept',
  'host',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** An entry of My Messages. */
export const Notice = v.object({
  id: Id,
  version: Version,
  at: Timestamp,
  kind: v.picklist(noticeKinds),
  severity: v.picklist(severities),
  interactionId: v.optional(Id),
  /** Names that the text speaks of: target, agent, customer, status, reference. */
  names: v.record(v.string(), v.string()),
  /** Words of the agent's or the host's own: an unsent draft, a host's notice. */
  body: v.optional(v.string()),
  read: v.boolean(),
});
export type Notice = v.InferOutput<typeof Notice>;
