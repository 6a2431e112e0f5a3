import type { Interaction, OutboxMessage, PendingTransfer, Snapshot } from '@baton/contracts';
import type { DesktopFold } from './fold';
import { change, get, keep } from './immutable';
import type { ById } from './immutable';
import { localNoticeId, wasPosted, withLocalNotice } from './slices/notices';
import { isAnsweredBy, wasRefused } from './slices/conversations';
import { latestTransfer, withTransfer, withUnknownOutcome } from './slices/transfers';

/**
 * Reports what the backend has lost: pending transfers and, if its log has begun anew, conversations and texts. `state`
 * includes the snapshot, `before` does not.
 */
export function withLosses(state: DesktopFold, before: DesktopFold, snapshot: Snapshot): DesktopFold {
  const { internals, cursor, interactions, transfers } = before;
  // Within one log positions only grow.
  const hasBegunAnew = internals.hasGap && (snapshot.cursor < cursor || cursor < (snapshot.origin ?? 0));
  const pending = Object.values(transfers).filter(
    (transfer) => transfer.state === 'pending' && (internals.hasGap || transfer.version <= snapshot.cursor),
  );
  const next = [...pending, ...Object.values(internals.earlierTransfers)].reduce(
    (current, transfer) =>
      transfer.state === 'pending' ? withMissingTransfer(current, transfer, before, snapshot, hasBegunAnew) : current,
    change(state, {
      internals: change(state.internals, { earlierTransfers: keep(state.internals.earlierTransfers, () => false) }),
    }),
  );
  if (!hasBegunAnew) return next;
  const lost = Object.values(interactions).filter(
    ({ id, state: was }) => was === 'active' && !get(next.interactions, id),
  );
  return withLostTexts(
    lost.reduce((current, interaction) => withGoneConversation(current, interaction, snapshot.at), next),
    before,
    snapshot,
  );
}

/** Handles a pending transfer that the snapshot should contain and does not. */
function withMissingTransfer(
  state: DesktopFold,
  transfer: PendingTransfer,
  before: DesktopFold,
  { at, cursor, capabilities, endedTransfers }: Snapshot,
  hasBegunAnew: boolean,
): DesktopFold {
  const { interactionId: id, commandId, startedAt, version } = transfer;
  if (wasPosted(state, localNoticeId(commandId)) || latestTransfer(state, id) || endedTransfers?.includes(commandId))
    return state;
  const interaction = get(state.interactions, id);
  if (!interaction) {
    const left = get(before.interactions, id);
    return left ? withGoneConversation(state, left, at) : state;
  }
  // The conversation has left and come back, which ended the transfer.
  if (interaction.assignedAt > startedAt && !endedTransfers && !hasBegunAnew) return state;
  return capabilities.snapshotTransfers === false
    ? withTransfer(state, { ...transfer, version: Math.min(version, cursor) })
    : withUnknownOutcome(state, transfer, at);
}

/** Posts that a conversation of the agent is gone, once for all windows. */
function withGoneConversation(state: DesktopFold, { id, assignedAt, contact }: Interaction, at: number): DesktopFold {
  const noticeId = localNoticeId(`gone.${id}.${assignedAt}`);
  if (wasPosted(state, noticeId)) return state;
  return withLocalNotice(state, {
    id: noticeId,
    version: 0,
    at,
    kind: 'conversation.gone',
    severity: 'problem',
    interactionId: id,
    customer: contact.name,
    read: false,
  });
}

/** Puts texts that were possibly sent, and that the backend has lost, back among the unsent ones. */
function withLostTexts(
  state: DesktopFold,
  { internals }: DesktopFold,
  { messages, recentCommands }: Snapshot,
): DesktopFold {
  const status = { state: 'failed', reason: 'unknown' } as const;
  const lost: Record<string, OutboxMessage> = {};
  for (const [id, text] of Object.entries(state.outbox)) {
    const isTaken = text.status.state === 'sending' ? state.ownCommands.includes(id) : !wasRefused(text.status.reason);
    if (isTaken && !recentCommands.includes(id)) lost[id] = { ...text, status };
  }
  for (const { id: interactionId, contact } of Object.values(state.interactions)) {
    const page = messages.find((one) => one.interactionId === interactionId);
    const from = page?.earlier ? (page.messages[0]?.index ?? 0) : 0;
    for (const message of get(internals.messages, interactionId) ?? []) {
      if (message.kind !== 'agent' || message.from.id !== state.agent?.id) continue;
      const { commandId, index, text, at, delivery } = message;
      // Written on another device, which keeps it.
      if (commandId === undefined) continue;
      const isKnown = index < from || isAnsweredBy(get(state.internals.messages, interactionId) ?? [], commandId);
      if (!isKnown && delivery.state !== 'delivered')
        lost[commandId] = { commandId, interactionId, customer: contact.name, text, at, status };
    }
  }
  const outbox: ById<OutboxMessage> = { ...state.outbox, ...lost };
  return change(state, { outbox });
}
