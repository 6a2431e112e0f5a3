import { targetKey } from '@baton/contracts';
import type { RoutingEvent, Transfer } from '@baton/contracts';
import { messagesOf } from './reported';
import type { Reported } from './reported';

/**
 * The events of a step: the values in `after` that have its version, and what was removed since `before`. There is one
 * event per entity, with its final value, because desktops keep the first of two values with one version.
 */
export function changes(before: Reported, after: Reported, version: number): RoutingEvent[] {
  const events: RoutingEvent[] = [];
  const isChanged = (value: { version: number }) => value.version === version;
  const changed = <V extends { version: number }>(values: ReadonlyMap<unknown, V>) =>
    [...values.values()].filter(isChanged);

  const { agent, favourites, sessionEnd } = after;
  if (agent && isChanged(agent)) events.push({ type: 'agent.state', agent });
  for (const interactionId of before.interactions.keys()) {
    const departure = after.departures.get(interactionId);
    if (departure) events.push({ type: 'interaction.released', interactionId, ...departure });
  }
  for (const interaction of changed(after.interactions)) {
    const why = interaction.receivedFrom ? 'transfer' : interaction.commandId ? 'outbound' : 'inbound';
    const isKnown = before.interactions.has(interaction.id);
    events.push(
      isKnown ? { type: 'interaction.updated', interaction } : { type: 'interaction.assigned', interaction, why },
    );
  }
  for (const interactionId of after.messages.keys()) {
    const messages = messagesOf(after, interactionId).filter(isChanged);
    if (messages.length > 0) events.push({ type: 'messages.appended', interactionId, messages });
  }
  for (const invitation of changed(after.invitations)) {
    const isKnown = before.invitations.get(invitation.id)?.state === 'offered';
    const open = isKnown ? 'invitation.updated' : 'invitation.offered';
    events.push({ type: invitation.state === 'offered' ? open : 'invitation.ended', invitation });
  }
  // The end of one transfer comes before the next one, also when the next has an id that was used before.
  const pendingLast = [...after.transfers.values()].sort(
    (one, other) => Number(one.transfer.state === 'pending') - Number(other.transfer.state === 'pending'),
  );
  for (const { transfer, over } of pendingLast) {
    const wasDismissed = over === 'dismissed' && before.transfers.get(transfer.id)?.over === over;
    if (isChanged(transfer) && !wasDismissed) events.push(transferEvent(transfer, before));
  }
  for (const [transferId, { transfer, over }] of after.transfers) {
    if (over !== 'dismissed' || before.transfers.get(transferId)?.over === over) continue;
    events.push({ type: 'transfer.dismissed', transferId, interactionId: transfer.interactionId, version });
  }
  for (const noticeId of before.notices.keys()) {
    if (!after.notices.has(noticeId)) events.push({ type: 'notice.deleted', noticeId, version });
  }
  for (const notice of changed(after.notices)) {
    events.push({ type: before.notices.has(notice.id) ? 'notice.updated' : 'notice.posted', notice });
  }
  const targets = changed(after.targets);
  if (targets.length > 0) events.push({ type: 'targets.changed', targets });
  if (favourites !== before.favourites) {
    events.push({ type: 'favourites.changed', favourites: [...favourites], version });
  }
  if (sessionEnd && sessionEnd !== before.sessionEnd) events.push(sessionEnd);
  return events;
}

function transferEvent(transfer: Transfer, before: Reported): RoutingEvent {
  switch (transfer.state) {
    case 'accepted':
    case 'handedOver':
    case 'declined':
    case 'expired':
    case 'notAccepted':
    case 'cancelled':
    case 'failed':
      return { type: `transfer.${transfer.state}`, transfer };
    default: {
      const known = before.transfers.get(transfer.id)?.transfer;
      const isSameOffer = known?.state === 'pending' && targetKey(known.target) === targetKey(transfer.target);
      return { type: isSameOffer ? 'transfer.extended' : 'transfer.pending', transfer };
    }
  }
}
