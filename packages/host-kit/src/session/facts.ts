import type { Agent, DesktopState, EventBus, InteractionTransfer } from '@baton/contracts';
import { isReadyForSms } from '@baton/desktop';

/**
 * Tells the bus what hosts and modules want to hear of a change of the desktop
 * state. What the first snapshot brings is no news; only the agent's state is told then.
 */
export function tellFacts(bus: EventBus, before: DesktopState, after: DesktopState): void {
  if (after.agent !== undefined && (after.agent !== before.agent || isLost(after) !== isLost(before)))
    tellAgentState(bus, after.agent, after);
  if (before.agent === undefined) return;

  for (const interaction of Object.values(after.interactions)) {
    if (before.interactions[interaction.id] !== undefined) continue;
    const from = interaction.receivedFrom;
    bus.emit('interaction.assigned', {
      interactionId: interaction.id,
      why: from === undefined ? 'inbound' : 'transfer',
      ...(from === undefined ? {} : { from }),
    });
  }
  for (const [interactionId, transfer] of Object.entries(after.transfers)) {
    const earlier = before.transfers[interactionId];
    if (earlier?.state !== transfer.state || earlier.commandId !== transfer.commandId) tellTransfer(bus, transfer);
  }
  for (const interactionId of Object.keys(before.interactions)) {
    if (after.interactions[interactionId] !== undefined) continue;
    const { why, to } = after.departures[interactionId] ?? { why: 'unknown' };
    bus.emit('interaction.released', { interactionId, why, ...(to === undefined ? {} : { to }) });
  }
}

function isLost({ connection }: DesktopState): boolean {
  return connection.state === 'connectionLost';
}

function tellAgentState(bus: EventBus, { id, name, presence }: Agent, state: DesktopState): void {
  const { connection, clockOffset } = state;
  const agent = { id, name };
  if (connection.state === 'connectionLost') {
    const since = connection.since + clockOffset;
    bus.emit('agent.state', { agent, presence: { state: 'unknown', since }, readyForSms: false });
  } else if (connection.state !== 'sessionEnded') {
    bus.emit('agent.state', { agent, presence, readyForSms: isReadyForSms(state) });
  }
}

function tellTransfer(bus: EventBus, transfer: InteractionTransfer): void {
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
    case 'declined':
      return bus.emit('transfer.declined', { transferId: transfer.id, interactionId, target });
    case 'expired':
      return bus.emit('transfer.expired', { transferId: transfer.id, interactionId, target });
    case 'cancelled':
      return bus.emit('transfer.cancelled', { transferId: transfer.id, interactionId, target });
  }
}
