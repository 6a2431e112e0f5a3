import { targetKinds } from '../domain/target';
import type { BackendCapabilities } from '../wire/capabilities';
import { Command } from '../wire/commands';

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
  notReadyReasons: ['lunch', 'break', 'training'],
  favourites: true,
  recents: true,
  targetAvailability: true,
  resume: 'replay',
  idempotentCommands: Command.options.map(({ entries }) => entries.type.literal),
};
