import * as v from 'valibot';
import { AgentRef, Id, Presence, Timestamp } from '../domain/agent';
import { severities } from '../domain/notice';
import { openSet } from '../domain/open-set';
import { KnownTargetKind, KnownTargetRef, TargetRef } from '../domain/target';
import { TransferFailure } from '../domain/transfer';
import { ChosenAction } from '../host/host-actions';
import type { Facts, Requests } from './topics';

const why = v.picklist(['transferred', 'completed', 'signedOut', 'unknown']);
const transfer = { transferId: Id, interactionId: Id, target: TargetRef };
const text = v.pipe(v.string(), v.minLength(1), v.maxLength(2000));
const nothing = v.strictObject({});

/** Schemas of facts, for those that come from outside the page: an iframe, another window, an unknown host. */
export const factSchemas = {
  'agent.state': v.strictObject({ agent: AgentRef, presence: Presence, readyForSms: v.boolean() }),
  'interaction.active': v.strictObject({ interactionId: v.nullable(Id), focus: v.boolean() }),
  'window.shown': v.strictObject({ interactionId: v.nullable(Id) }),
  'window.closed': v.strictObject({ interactionId: Id, hadFocus: v.boolean() }),
  'attention.changed': v.strictObject({
    incoming: v.number(),
    unread: v.number(),
    waiting: v.optional(v.number()),
  }),
  'panel.changed': v.strictObject({ panel: v.string(), open: v.boolean() }),
  'details.changed': v.strictObject({ open: v.boolean() }),
  'interaction.assigned': v.strictObject({
    interactionId: Id,
    why: openSet(['transfer', 'inbound', 'outbound']),
    from: v.optional(AgentRef),
  }),
  'interaction.released': v.strictObject({ interactionId: Id, why, to: v.optional(TargetRef) }),
  'transfer.started': v.strictObject({ ...transfer, expiresAt: v.nullable(Timestamp) }),
  'transfer.accepted': v.strictObject({ ...transfer, acceptedBy: AgentRef }),
  'transfer.handedOver': v.strictObject(transfer),
  'transfer.declined': v.strictObject(transfer),
  'transfer.expired': v.strictObject(transfer),
  'transfer.notAccepted': v.strictObject(transfer),
  'transfer.cancelled': v.strictObject(transfer),
  'transfer.failed': v.strictObject({ interactionId: Id, target: TargetRef, reason: TransferFailure }),
  'action.chosen': ChosenAction,
  'session.ending': nothing,
  'lock.changed': v.strictObject({ locked: v.boolean() }),
  'module.ready': v.strictObject({ module: v.string(), version: v.string() }),
  'module.failed': v.strictObject({ module: v.string(), reference: v.string() }),
} satisfies { [T in keyof Facts]: v.GenericSchema<unknown, Facts[T]> };

/** Schemas of requests, for those that come from outside the page. */
export const requestSchemas = {
  'target.pick': v.strictObject({ interactionId: Id, kinds: v.array(KnownTargetKind), transferId: v.optional(Id) }),
  'team.open': nothing,
  'team.close': nothing,
  'transfer.start': v.strictObject({ interactionId: Id, target: KnownTargetRef }),
  'notice.post': v.strictObject({
    id: v.optional(Id),
    severity: v.picklist(severities),
    title: text,
    body: v.optional(text),
    interactionId: v.optional(Id),
  }),
  'interaction.open': v.strictObject({ interactionId: Id, focus: v.boolean() }),
  'lock.set': v.strictObject({ locked: v.boolean() }),
  'messages.open': nothing,
  'preview.focus': nothing,
} satisfies { [T in keyof Requests]: v.GenericSchema<unknown, Requests[T]['ask']> };
