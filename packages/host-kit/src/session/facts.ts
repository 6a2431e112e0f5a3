import { knownOr, targetKey } from '@baton/contracts';
import type { Agent, DesktopState, EventBus, InteractionTransfer } from '@baton/contracts';
import { isReadyForSms } from '@baton/desktop';

/**
 * Emits the bus facts that follow from a change of the desktop state. The first snapshot changes nothing that hosts
 * could have seen before, so only the agent's state is emitted then.
 */
export function emitFacts(bus: EventBus, before: DesktopState, after: DesktopState): void {
  if (after.agent !== undefined && (after.agent !== before.agent || isLost(after) !== isLost(before)))
    emitAgentState(bus, after.agent, after);
  if (before.agent === undefined) return;

  for (const interaction of Object.values(after.interactions)) {
    if (before.interactions[interaction.id] !== undefined) continue;
    const { receivedFrom: from, commandId } = interaction;
    bus.emit('interaction.assigned', {
      interactionId: interaction.id,
      why: from ? 'transfer' : commandId ? 'outbound' : 'inbound',
      ...(from === undefined ? {} : { from }),
    });
  }
  for (const [interactionId, transfer] of Object.entries(after.shownTransfers)) {
    const earlier = before.shownTransfers[interactionId];
    if (
      earlier?.state !== transfer.state ||
      earlier.commandId !== transfer.commandId ||
      isRedirected(earlier, transfer)
    )
      emitTransfer(bus, transfer);
  }
  for (const interactionId of Object.keys(before.interactions)) {
    if (after.interactions[interactionId] !== undefined) continue;
    const { why, to } = after.departures[interactionId] ?? { why: 'unknown' as const };
    bus.emit('interaction.released', {
      interactionId,
      why: knownOr(why, 'unknown'),
      ...(to === undefined ? {} : { to }),
    });
  }
}

function isLost({ connection }: DesktopState): boolean {
  return connection.state === 'connectionLost';
}

function emitAgentState(bus: EventBus, { id, name, presence }: Agent, state: DesktopState): void {
  const { connection, clockOffset } = state;
  const agent = { id, name };
  if (connection.state === 'connectionLost') {
    const since = connection.since + clockOffset;
    bus.emit('agent.state', { agent, presence: { state: 'unknown', since }, readyForSms: false });
  } else if (connection.state !== 'sessionEnded') {
    bus.emit('agent.state', { agent, presence, readyForSms: isReadyForSms(state) });
  }
}

function isRedirected({ target: before }: InteractionTransfer, { target }: InteractionTransfer): boolean {
  return targetKey(before) !== targetKey(target);
}

function emitTransfer(bus: EventBus, transfer: InteractionTransfer): void {
  const { interactionId, target } = transfer;
  switch (transfer.state) {
    case 'requesting':
      return;
    case 'refused':
    case 'failed':
      return bus.emit('transfer.failed', { interactionId, target, reason: transfer.reason });
    case 'pending':
      return bus.emit('transfer.started', {
        transferId: transfer.id,
        interactionId,
        target,
        expiresAt: transfer.expiresAt,
      });
    case 'accepted':
      return bus.emit('transfer.accepted', {
        transferId: transfer.id,
        interactionId,
        target,
        acceptedBy: transfer.acceptedBy,
      });
    case 'handedOver':
      return bus.emit('transfer.handedOver', { transferId: transfer.id, interactionId, target });
    case 'notAccepted':
      return bus.emit('transfer.notAccepted', { transferId: transfer.id, interactionId, target });
    case 'declined':
      return bus.emit('transfer.declined', { transferId: transfer.id, interactionId, target });
    case 'expired':
      return bus.emit('transfer.expired', { transferId: transfer.id, interactionId, target });
    case 'cancelled':
      return bus.emit('transfer.cancelled', { transferId: transfer.id, interactionId, target });
  }
}
