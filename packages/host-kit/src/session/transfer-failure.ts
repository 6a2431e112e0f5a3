import type { RoutingError, TransferFailure } from '@baton/contracts';

/** The reason that the agent is shown when the backend has refused to start a transfer. */
export function transferFailureOf(error: RoutingError): TransferFailure {
  switch (error.code) {
    case 'target_unavailable':
      return error.target ?? 'notReady';
    case 'forbidden':
      return 'permission';
    case 'not_found':
      return 'notFound';
    case 'conflict':
      return 'pending';
    case 'gone':
    case 'invalid_state':
      return 'ended';
    case 'unsupported':
      return 'unsupported';
    case 'unknown_outcome':
      return 'unknownOutcome';
    default:
      return 'server';
  }
}
