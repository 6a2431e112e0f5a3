import type { EventFrame, Snapshot } from '@baton/contracts';

/** A comparable summary of a snapshot: what snapshots and frames have to agree on. */
export function summaryOf(snapshot: Snapshot): string {
  return asText(start(snapshot));
}

/** The summary after a snapshot and the frames that followed. */
export function summaryAfter(snapshot: Snapshot, frames: readonly EventFrame[]): string {
  const state = start(snapshot);
  for (const { events } of frames) {
    // The order within a frame is not defined: add conversations before their messages.
    const messages = events.filter(({ type }) => type === 'messages.appended');
    for (const event of [...events.filter((one) => !messages.includes(one)), ...messages]) {
      switch (event.type) {
        case 'interaction.assigned':
        case 'interaction.updated':
          state.interactions.set(event.interaction.id, event.interaction.version);
          break;
        case 'interaction.released':
          state.interactions.delete(event.interactionId);
          state.messages.delete(event.interactionId);
          state.pending.delete(event.interactionId);
          break;
        case 'messages.appended': {
          const last = event.messages.at(-1);
          const index = Math.max(state.messages.get(event.interactionId) ?? -1, last?.index ?? -1);
          if (state.interactions.has(event.interactionId)) state.messages.set(event.interactionId, index);
          break;
        }
        case 'invitation.offered':
        case 'invitation.updated':
          state.invitations.set(event.invitation.id, event.invitation.version);
          break;
        case 'invitation.ended':
          state.invitations.delete(event.invitation.id);
          break;
        case 'transfer.pending':
        case 'transfer.extended':
          if (state.hasTransfers) state.pending.set(event.transfer.interactionId, event.transfer.version);
          break;
        case 'transfer.accepted':
        case 'transfer.handedOver':
        case 'transfer.declined':
        case 'transfer.expired':
        case 'transfer.notAccepted':
        case 'transfer.cancelled':
        case 'transfer.failed':
          state.pending.delete(event.transfer.interactionId);
          break;
        default:
      }
    }
  }
  return asText(state);
}

/** Versions by id. */
interface Summary {
  interactions: Map<string, number>;
  /** The last index of each conversation. */
  messages: Map<string, number>;
  invitations: Map<string, number>;
  /** Versions of pending transfers by conversation. */
  pending: Map<string, number>;
  /** Whether the backend's snapshots contain transfers. */
  hasTransfers: boolean;
}

function start({ interactions, messages, invitations, transfers, capabilities }: Snapshot): Summary {
  // Without the capability, snapshots may lack what events have told.
  const hasTransfers = capabilities.snapshotTransfers !== false;
  const pending = transfers.filter(({ state }) => hasTransfers && state === 'pending');
  return {
    hasTransfers,
    pending: new Map(pending.map(({ interactionId, version }) => [interactionId, version])),
    interactions: new Map(interactions.map(({ id, version }) => [id, version])),
    messages: new Map(messages.flatMap((page) => page.messages.map(({ index }) => [page.interactionId, index]))),
    invitations: new Map(invitations.map(({ id, version }) => [id, version])),
  };
}

function asText({ interactions, messages, invitations, pending }: Summary): string {
  return JSON.stringify(
    Object.entries({ interactions, messages, invitations, pending }).map(([name, versions]) => [
      name,
      [...versions].sort(([a], [b]) => a.localeCompare(b)),
    ]),
  );
}
