import { targetKinds } from '../domain/target';
import type { BackendCapabilities } from '../wire/capabilities';
import { Command } from '../wire/commands';

/** The capabilities of a backend that can do everything. */
export const allCapabilities: BackendCapabilities = {
  cancelPendingTransfer: true,
  redirectTransfer: true,
  declineReturnsToSender: 'yes',
  senderSeesOutcome: 'explicit',
  targetKinds: [...targetKinds],
  returnInteraction: true,
  startInteraction: true,
  transferNote: true,
  declineReason: true,
  extendInvitation: true,
  timeToAnswer: true,
  inviteExpiry: 'serverKnown',
  readiness: 'channel',
  notReadyReasons: [
    { id: 'aux-1', label: 'Lunch' },
    { id: 'aux-2', label: 'Training' },
  ],
  earlierInteractions: true,
  interactionNotes: true,
  favourites: true,
  recents: true,
  targetAvailability: 'pushed',
  idempotentCommands: Command.options.map(({ entries }) => entries.type.literal),
};
