import { BackendCapabilities } from '@baton/contracts';
import type { CommandType } from '@baton/contracts';
import { commands } from '@baton/contracts/schemas';
import type { CommandHandlers } from './commands';
import { AdapterError, checked } from './adapter-error';
import type { AdapterReads } from './reads';

/**
 * All capabilities; those that an adapter does not name are missing.
 *
 * @throws {AdapterError} when one is set whose command or read is missing
 */
export function allCapabilities(
  some: Partial<BackendCapabilities>,
  handlers: CommandHandlers,
  reads: AdapterReads,
): BackendCapabilities {
  const all = checked(
    'capabilities',
    BackendCapabilities,
    { ...none, ...some },
    'Give what BackendCapabilities lists.',
  );
  for (const type of types) {
    const { capability } = facts(type);
    if (capability && all[capability] && !handlers[type]) throw missing(capability, `commands.${type}`);
  }
  for (const name of ['favourites', 'recents'] as const) {
    if (all[name] && !reads[name]) throw missing(name, `reads.${name}`);
  }
  return all;
}

const types = Object.values(commands).map(({ schema }) => schema.entries.type.literal);

const facts = (type: CommandType): { capability?: keyof BackendCapabilities } => commands[type];

const none: BackendCapabilities = {
  cancelPendingTransfer: false,
  declineReturnsToSender: 'unknown',
  senderSeesOutcome: 'none',
  targetKinds: [],
  returnInteraction: false,
  transferNote: false,
  declineReason: false,
  extendInvitation: false,
  timeToAnswer: false,
  inviteExpiry: 'unknown',
  notReadyReasons: [],
  favourites: false,
  recents: false,
  targetAvailability: 'none',
  idempotentCommands: [],
  snapshotTransfers: false,
  notices: 'derived',
};

function missing(capability: string, part: string): AdapterError {
  return new AdapterError(
    `capabilities.${capability} is on, but ${part} is missing. Give it, or leave the capability out.`,
  );
}
