import { knownOr } from '@baton/contracts';
import type { DesktopState, HostContext, InteractionTransfer, TargetKind } from '@baton/contracts';
import { canTransfer, isIdempotent, isReturn, transferKindsOf } from '@baton/desktop';
import type { Refusal } from '@baton/desktop';
import type { TransferContext } from './transfer-banner';

/** The context of a transfer, from the desktop state. */
export function transferContextOf(
  state: DesktopState,
  transfer: InteractionTransfer | undefined,
  customer: string | undefined,
  cancelAsked: boolean,
  { declining, privileges }: Pick<HostContext, 'declining' | 'privileges'>,
): TransferContext {
  return {
    customer,
    cancelAsked,
    declining,
    connectionLost: state.connection.state === 'connectionLost',
    redirectable: transfer !== undefined && isRedirectable(state, transfer.interactionId, privileges),
    cancellable: state.capabilities?.cancelPendingTransfer ?? false,
    isIdempotent: transfer !== undefined && isIdempotent(state, commandAgain(state, transfer)),
    handsOverAtOnce: state.capabilities?.handsOverAtOnce ?? none,
    deadline: knownOr(state.capabilities?.inviteExpiry ?? 'unknown', 'estimated'),
    outcome: knownOr(state.capabilities?.senderSeesOutcome ?? 'none', 'inferred'),
    returnsIfDeclined: knownOr(state.capabilities?.declineReturnsToSender ?? 'unknown', 'unknown'),
  };
}

const whilePending: ReadonlySet<Refusal> = new Set(['pending', 'connectionLost']);

function isRedirectable(state: DesktopState, interactionId: string, privileges: HostContext['privileges']): boolean {
  const permit = canTransfer(state, interactionId, privileges);
  const hasTargets = transferKindsOf(state, interactionId).length > 0;
  return state.capabilities?.redirectTransfer === true && hasTargets && !permit.ok && whilePending.has(permit.reason);
}

/** The command that tries a transfer again: a transfer to the agent who has handed the conversation over is a return. */
export function commandAgain(
  state: DesktopState,
  { interactionId, target }: InteractionTransfer,
): 'returnInteraction' | 'startTransfer' {
  return isReturn(state, interactionId, target) ? 'returnInteraction' : 'startTransfer';
}

// The same every time, so that screens render only on change.
const none: readonly TargetKind[] = [];
