import type { AgentRef, DesktopState, Target, UnavailableReason } from '@baton/contracts';

/** Why a conversation cannot be transferred to a target. */
export type TransferObstacle =
  | { reason: UnavailableReason }
  | { reason: 'noConversation' | 'connection' | 'ended' | 'notAllowed' }
  | { reason: 'pending'; waitingFor: string };

/** The first thing in the way of a transfer, or `undefined` when it can be asked for. */
export function transferObstacle(
  state: DesktopState,
  interactionId: string | null,
  target: Target,
  agent: AgentRef,
): TransferObstacle | undefined {
  const interaction = interactionId === null ? undefined : state.interactions[interactionId];
  if (!interaction) return { reason: 'noConversation' };
  if (state.connection.state !== 'live') return { reason: 'connection' };

  const transfer = state.transfers[interaction.id];
  if (transfer?.state === 'pending' || transfer?.state === 'requesting') {
    return { reason: 'pending', waitingFor: transfer.target.name };
  }
  if (interaction.state === 'ended') return { reason: 'ended' };
  if (!interaction.capabilities.includes('transfer')) return { reason: 'notAllowed' };
  if (target.kind === 'agent' && target.id === agent.id) return { reason: 'self' };
  return target.sms.available ? undefined : { reason: target.sms.reason };
}
