import type { DesktopState } from '@baton/contracts';
import { isIdempotent } from '@baton/desktop';
import type { Circumstances } from './transfer-banner';

/** What the desktop state says of the circumstances of a transfer. */
export function circumstancesOf(state: DesktopState, customer: string, cancelAsked: boolean): Circumstances {
  return {
    customer,
    cancelAsked,
    connectionLost: state.connection.state === 'connectionLost',
    cancellable: state.capabilities?.cancelPendingTransfer ?? false,
    isIdempotent: isIdempotent(state, 'startTransfer'),
    deadlineKnown: state.capabilities?.inviteExpiry !== 'unknown',
  };
}
