import { targetKey } from '@baton/contracts';
import type { AgentRef, DesktopState, KnownTarget, Privileges, UnavailableReason } from '@baton/contracts';
import { canTransfer, transferKindsOf, transferUnderWay } from './selectors';
import type { Refusal } from './selectors';

/** Why a conversation cannot be transferred to a target. */
export type TransferObstacle =
  | { reason: UnavailableReason | Exclude<Refusal, 'pending' | 'noTargets'> | 'kind' }
  | { reason: 'pending'; waitingFor: string };

/**
 * The first thing in the way of a transfer, or `undefined` when it can be asked for.
 *
 * @param redirects the id of the pending transfer that would be offered to the target instead
 */
export function transferObstacle(
  state: DesktopState,
  interactionId: string | null,
  target: KnownTarget,
  agent: AgentRef,
  privileges?: Privileges,
  redirects?: string,
): TransferObstacle | undefined {
  if (interactionId === null) return { reason: 'gone' };
  const permit = canTransfer(state, interactionId, privileges);
  if (!permit.ok && permit.reason !== 'pending')
    return { reason: permit.reason === 'noTargets' ? 'kind' : permit.reason };
  const underWay = transferUnderWay(state, interactionId);
  const isRedirected = underWay?.state === 'pending' && underWay.id === redirects;
  if (underWay && (!isRedirected || targetKey(underWay.target) === targetKey(target)))
    return { reason: 'pending', waitingFor: underWay.target.name };
  if (!transferKindsOf(state, interactionId).includes(target.kind)) return { reason: 'kind' };
  if (target.kind === 'agent' && target.id === agent.id) return { reason: 'self' };
  const queue = state.interactions[interactionId]?.queue;
  if (target.kind === 'queue' && target.id === queue?.id) return { reason: 'ownQueue' };
  return target.sms.available === false ? { reason: target.sms.reason } : undefined;
}
