import type { RoutingError, TransferFailure } from '@baton/contracts';

/** What a refused `startTransfer` means for the agent who asked. */
export function refusalOf(error: RoutingError): TransferFailure {
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
    case 'unknown_outcome':
      return 'unknownOutcome';
    default:
      return 'server';
  }
}
