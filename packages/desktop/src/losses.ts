import type { Interaction, OutboxMessage, PendingTransfer, Snapshot } from '@baton/contracts';
import { change } from './change';
import type { DesktopFold } from './fold';
import { get, keep } from './maps';
import type { ById } from './maps';
import { localNoticeId, withLocalNotice } from './slices/notices';
import { isAnsweredBy } from './slices/outbox';
import { withTransfer, withUnknownOutcome } from './slices/transfers';

/**
 * Says what of the agent's the backend no longer knows although it did: pending transfers and, of a backend that has
 * begun anew, conversations and texts. `state` has the snapshot in it, `before` has not.
 */
export function withLosses(state: DesktopFold, before: DesktopFold, snapshot: Snapshot): DesktopFold {
  const { book, cursor, interactions } = before;
  // Positions only ever grow in one log.
  const hasBegunAnew = book.gap && (snapshot.cursor < cursor || cursor < (snapshot.origin ?? 0));
  const pending = Object.values(book.transfers).filter(
    (transfer) => transfer.state === 'pending' && (book.gap || transfer.version <= snapshot.cursor),
  );
  const told = [...pending, ...Object.values(book.earlierTransfers)].reduce(
    (current, transfer) =>
      transfer.state === 'pending' ? withMissing(current, transfer, before, snapshot, hasBegunAnew) : current,
    change(state, { book: change(state.book, { earlierTransfers: keep(state.book.earlierTransfers, () => false) }) }),
  );
  if (!hasBegunAnew) return told;
  const gone = Object.values(interactions).filter(
    ({ id, state: was }) => was === 'active' && !get(told.interactions, id),
  );
  return withLostTexts(
    gone.reduce((current, interaction) => withGone(current, interaction, snapshot.at), told),
    before,
    snapshot,
  );
}

/** A pending transfer that the snapshot ought to know. */
function withMissing(
  state: DesktopFold,
  transfer: PendingTransfer,
  before: DesktopFold,
  { at, cursor, capabilities, endedTransfers }: Snapshot,
  hasBegunAnew: boolean,
): DesktopFold {
  const { interactionId: id, commandId, startedAt, version } = transfer;
  const isTold = get(state.notices, localNoticeId(commandId)) !== undefined;
  if (isTold || get(state.book.transfers, id) || endedTransfers?.includes(commandId)) return state;
  const interaction = get(state.interactions, id);
  if (!interaction) {
    const left = get(before.interactions, id);
    return left ? withGone(state, left, at) : state;
  }
  // It has left and come back since: the transfer ended with that.
  if (interaction.assignedAt > startedAt && !endedTransfers && !hasBegunAnew) return state;
  return capabilities.snapshotTransfers === false
    ? withTransfer(state, { ...transfer, version: Math.min(version, cursor) })
    : withUnknownOutcome(state, transfer, at);
}

/** A conversation that was the agent's. Told once for all windows. */
function withGone(state: DesktopFold, { id, assignedAt, contact }: Interaction, at: number): DesktopFold {
  const noticeId = localNoticeId(`gone.${id}`);
  const known = get(state.notices, noticeId);
  if (known && known.at >= assignedAt) return state;
  return withLocalNotice(state, {
    id: noticeId,
    version: 0,
    at,
    kind: 'conversation.gone',
    severity: 'problem',
    interactionId: id,
    names: { customer: contact.name },
    read: false,
  });
}

/** Texts that were sent, or may have been, and that the backend has forgotten: they wait with those that were not sent. */
function withLostTexts(state: DesktopFold, { book }: DesktopFold, { messages, recentCommands }: Snapshot): DesktopFold {
  const status = { state: 'failed', reason: 'unknown' } as const;
  const lost: Record<string, OutboxMessage> = {};
  for (const [id, text] of Object.entries(state.outbox)) {
    const isTaken = text.status.state === 'sending' ? state.ownCommands.includes(id) : text.status.reason !== 'refused';
    if (isTaken && !recentCommands.includes(id)) lost[id] = { ...text, status };
  }
  for (const { id: interactionId, contact } of Object.values(state.interactions)) {
    const page = messages.find((one) => one.interactionId === interactionId);
    const from = page?.earlier ? (page.messages[0]?.index ?? 0) : 0;
    for (const message of get(book.messages, interactionId) ?? []) {
      if (message.kind !== 'agent' || message.from.id !== state.agent?.id) continue;
      const { commandId, index, text, at, delivery } = message;
      const isKnown = index < from || isAnsweredBy(get(state.book.messages, interactionId) ?? [], commandId);
      if (!isKnown && delivery.state !== 'delivered')
        lost[commandId] = { commandId, interactionId, customer: contact.name, text, at, status };
    }
  }
  const outbox: ById<OutboxMessage> = { ...state.outbox, ...lost };
  return change(state, { outbox });
}
