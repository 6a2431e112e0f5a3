import type { Interaction, Snapshot } from '@baton/contracts';
import { initialState } from './fold';
import type { DesktopFold } from './fold';
import { change, get, isNewer, keep, rebase } from './immutable';
import { withLosses } from './losses';
import { withMessages } from './slices/conversations';
import { isLocalNotice, withSnapshotNotices } from './slices/notices';
import { withPendingEffects } from './slices/pending-commands';
import { isAnswered, latestTransfer, withGivenUp, withShownTransfers, withoutOutdated } from './slices/transfers';

/**
 * Applies a snapshot. It is complete up to its cursor: entities that it does not
 * contain are gone. Changes of newer frames stay, and so does the state that
 * exists on this device only.
 */
export function applySnapshot(state: DesktopFold, snapshot: Snapshot, receivedAt: number): DesktopFold {
  const known = state.internals.hasGap ? onlyLocal(state) : state;
  if (snapshot.cursor < known.internals.snapshotCursor) return state;
  const steps = [
    withEntities,
    withSnapshotNotices,
    withInteractions,
    withConversations,
    withTransfers,
    withFavourites,
    withPendingEffects,
  ];
  const next = withLosses(
    steps.reduce((current, step) => step(current, snapshot), known),
    state,
    snapshot,
  );
  return change(next, {
    cursor: Math.max(next.cursor, snapshot.cursor),
    clockOffset: snapshot.at - receivedAt,
    snapshotAt: snapshot.at,
    internals: change(next.internals, { snapshotCursor: snapshot.cursor }),
  });
}

/** The state that exists on this device only. */
function onlyLocal(state: DesktopFold): DesktopFold {
  const nothing = initialState();
  const { connection, capabilities, markedUnread, outbox, drafts, seen, clockOffset, ownCommands } = state;
  return {
    ...nothing,
    connection,
    capabilities,
    markedUnread,
    outbox,
    drafts,
    seen,
    clockOffset,
    ownCommands,
    notices: keep(state.notices, (_, id) => isLocalNotice(id)),
    internals: {
      ...nothing.internals,
      localTransfers: state.internals.localTransfers,
      deletedNotices: keep(state.internals.deletedNotices, ({ at }) => at !== undefined),
      pendingCommands: state.internals.pendingCommands,
    },
  };
}

function withEntities(state: DesktopFold, { agent, capabilities, invitations, cursor }: Snapshot): DesktopFold {
  return change(state, {
    agent: state.agent && state.agent.version >= agent.version ? state.agent : agent,
    capabilities: state.capabilities && isSame(state.capabilities, capabilities) ? state.capabilities : capabilities,
    invitations: rebase(state.invitations, invitations, cursor, (invitation) => invitation.id),
  });
}

function withInteractions(state: DesktopFold, { interactions, cursor }: Snapshot): DesktopFold {
  const departures = keep(state.departures, (departure) => departure.version > cursor);
  const current = interactions.filter(({ id, version }) => isNewer(version, get(departures, id)));
  return change(state, {
    departures,
    interactions: rebase<Interaction>(state.interactions, current, cursor, (interaction) => interaction.id),
  });
}

function withConversations(state: DesktopFold, { messages, cursor, recentCommands }: Snapshot): DesktopFold {
  const inSnapshot = new Set(messages.map((page) => page.interactionId));
  const isHeld = (id: string): boolean =>
    inSnapshot.has(id) ||
    get(state.interactions, id) !== undefined ||
    get(state.departures, id) !== undefined ||
    (get(state.internals.messages, id) ?? []).some((message) => message.version > cursor);
  const surviving = change(state, {
    conversations: keep(state.conversations, (_, id) => isHeld(id)),
    // A conversation that has gone gets no more messages to confirm its texts.
    outbox: keep(state.outbox, ({ interactionId }, id) => isHeld(interactionId) || !recentCommands.includes(id)),
    internals: change(state.internals, { messages: keep(state.internals.messages, (_, id) => isHeld(id)) }),
  });
  return messages.reduce((current, page) => withMessages(current, page.interactionId, page.messages), surviving);
}

function withTransfers(
  state: DesktopFold,
  { transfers, cursor, recentCommands, endedTransfers = [] }: Snapshot,
): DesktopFold {
  const listedIds = new Set(transfers.map((transfer) => transfer.id));
  const { internals } = state;
  const listed = change(state, { transfers: rebase(state.transfers, transfers, cursor, (transfer) => transfer.id) });
  const next = change(internals, {
    localTransfers: keep(internals.localTransfers, (local, id) => {
      const { commandId } = local;
      if (endedTransfers.includes(commandId) || !get(state.interactions, id)) return false;
      // The command was accepted, and its transfer is over. A local one with a version is a transfer that was given up.
      const isTaken = recentCommands.includes(commandId) || state.ownCommands.includes(commandId);
      if (isTaken && (local.state === 'requesting' || local.version === undefined)) return false;
      const transfer = latestTransfer(listed, id);
      return !transfer || !listedIds.has(transfer.id) || !isAnswered(local, transfer);
    }),
    // A dismissal of this device may be ahead of a snapshot that still lists the transfer.
    dismissed: keep(internals.dismissed, (version, id) => version > cursor || listedIds.has(id)),
  });
  const all = Object.keys(next.localTransfers).reduce(withGivenUp, change(listed, { internals: next }));
  return withoutOutdated(withShownTransfers(all));
}

function withFavourites(state: DesktopFold, { favourites, cursor }: Snapshot): DesktopFold {
  if (state.internals.favouritesVersion > cursor) return state;
  return change(state, {
    favourites: isSame(state.favourites, favourites) ? state.favourites : favourites,
    internals: change(state.internals, { favouritesVersion: cursor }),
  });
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
