import type { BackendCapabilities } from '@baton/contracts';

/** Files and folders that read a flag, or the screen that is still to come and will. */
export type Readers = { readBy: readonly [string, ...string[]] } | { awaits: string };

/** The readers of each capability of a backend. A capability without a reader does not belong on the wire. */
export const readers: Readonly<Record<keyof BackendCapabilities, Readers>> = {
  cancelPendingTransfer: { readBy: ['packages/sms-window/src/transfer', 'packages/host-kit/src/session'] },
  redirectTransfer: { readBy: ['packages/sms-window/src/transfer'] },
  declineReturnsToSender: { readBy: ['packages/sms-window/src/transfer', 'packages/notifications/src/my-messages'] },
  senderSeesOutcome: { readBy: ['packages/sms-window/src/transfer', 'packages/desktop/src/local.ts'] },
  targetKinds: { readBy: ['packages/team-communicator/src/panel', 'packages/sms-window/src/transfer'] },
  handsOverAtOnce: { readBy: ['packages/sms-window/src/transfer'] },
  returnInteraction: { readBy: ['packages/sms-window/src/transfer'] },
  startInteraction: { readBy: ['packages/sms-window/src/new-text'] },
  senders: { readBy: ['packages/sms-window/src/new-text'] },
  transferNote: { awaits: 'the field in which a sender writes a note to the invited agent' },
  declineReason: { readBy: ['packages/notifications/src/previews'] },
  extendInvitation: { readBy: ['packages/notifications/src/previews'] },
  timeToAnswer: { readBy: ['packages/notifications/src/settings', 'packages/host-kit/src/session'] },
  inviteExpiry: { readBy: ['packages/notifications/src/previews', 'packages/sms-window/src/transfer'] },
  readiness: { readBy: ['shell/src/desktop', 'packages/notifications/src/previews'] },
  notReadyReasons: { readBy: ['shell/src/desktop'] },
  earlierInteractions: { readBy: ['packages/sms-window/src/history'] },
  interactionNotes: { readBy: ['packages/sms-window/src/details'] },
  favourites: {
    readBy: [
      'packages/team-communicator/src/actions',
      'packages/team-communicator/src/search',
      'packages/sms-window/src/header',
    ],
  },
  recents: {
    readBy: [
      'packages/team-communicator/src/actions',
      'packages/team-communicator/src/search',
      'packages/sms-window/src/transfer',
    ],
  },
  targetAvailability: { readBy: ['packages/team-communicator/src/search', 'packages/sms-window/src/transfer'] },
  // By way of `isIdempotent`, which the SMS window asks.
  idempotentCommands: { readBy: ['packages/desktop/src/selectors.ts'] },
  snapshotTransfers: { readBy: ['packages/desktop/src/losses.ts'] },
  notices: { readBy: ['packages/host-kit/src/session'] },
};
