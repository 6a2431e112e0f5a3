import { targetKinds } from '../domain/target';
import type { BackendCapabilities } from '../wire/capabilities';

/** Those of a backend that can do everything. */
export const allCapabilities: BackendCapabilities = {
  cancelPendingTransfer: true,
  declineReturnsToSender: 'yes',
  senderSeesOutcome: 'explicit',
  targetKinds: [...targetKinds],
  transferNote: true,
  declineReason: true,
  extendInvitation: true,
  timeToAnswer: true,
  inviteExpiry: 'server-known',
  favourites: true,
  recents: true,
  targetAvailability: true,
  resume: 'replay',
  idempotentCommands: true,
};
