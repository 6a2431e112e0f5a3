import type { Interaction, Snapshot } from '@baton/contracts';
import { change } from './change';
import { initialState } from './fold';
import type { DesktopFold } from './fold';
import { get, isNewer, keep, rebase } from './maps';
import { withLosses } from './losses';
import { withMessages } from './slices/conversations';
import { isLocalNotice, newest } from './slices/notices';
import { withPendingEffects } from './slices/pending-commands';
import { isAnswered, shownTransfers, withGivenUp, withoutOutdated } from './slices/transfers';

/**
 * Starts again from a snapshot. It is the truth for everything up to its cursor:
 * what it does not mention is gone. Frames newer than its cursor may have overtaken
 * it; what they made stays, and so does what lives on this device only.
 */
export function applySnapshot(state: DesktopFold, snapshot: Snapshot, receivedAt: number): DesktopFold {
  const known = state.book.gap ? onlyLocal(state) : state;
  if (snapshot.cursor < known.book.floor) return state;
  const steps = [withEntities, withInteractions, withConversations, withTransfers, withFavourites, withPendingEffects];
  const told = withLosses(
    steps.reduce((current, step) => step(current, snapshot), known),
    state,
    snapshot,
  );
  return change(told, {
    cursor: Math.max(told.cursor, snapshot.cursor),
    clockOffset: snapshot.at - receivedAt,
    snapshotAt: snapshot.at,
    book: change(told.book, { floor: snapshot.cursor }),
  });
}

/** What lives on this device only. */
function onlyLocal(state: DesktopFold): DesktopFold {
  const nothing = initialState();
  const { connection, capabilities, outbox, drafts, clockOffset, ownCommands } = state;
  return {
    ...nothing,
    connection,
    capabilities,
    outbox,
    drafts,
    clockOffset,
    ownCommands,
    notices: keep(state.notices, (_, id) => isLocalNotice(id)),
    book: { ...nothing.book, localTransfers: state.book.localTransfers, pendingCommands: state.book.pendingCommands },
  };
}

function withEntities(
  state: DesktopFold,
  { agent, capabilities, invitations, notices, cursor }: Snapshot,
): DesktopFold {
  const localNotices = Object.values(state.notices).filter((notice) => isLocalNotice(notice.id));
  return change(state, {
    agent: state.agent && state.agent.version >= agent.version ? state.agent : agent,
    capabilities: state.capabilities && isSame(state.capabilities, capabilities) ? state.capabilities : capabilities,
    invitations: rebase(state.invitations, invitations, cursor, (invitation) => invitation.id),
    notices: newest(rebase(state.notices, [...notices, ...localNotices], cursor, (notice) => notice.id)),
    targets: keep(state.targets, (target) => target.version > cursor),
  });
}

function withInteractions(state: DesktopFold, { interactions, cursor }: Snapshot): DesktopFold {
  const departures = keep(state.departures, (departure) => departure.version > cursor);
  const here = interactions.filter(({ id, version }) => isNewer(version, get(departures, id)));
  return change(state, {
    departures,
    interactions: rebase<Interaction>(state.interactions, here, cursor, (interaction) => interaction.id),
  });
}

function withConversations(state: DesktopFold, { messages, cursor, recentCommands }: Snapshot): DesktopFold {
  const inSnapshot = new Set(messages.map((page) => page.interactionId));
  const isHeld = (id: string): boolean =>
    inSnapshot.has(id) ||
    get(state.interactions, id) !== undefined ||
    get(state.departures, id) !== undefined ||
    (get(state.book.messages, id) ?? []).some((message) => message.version > cursor);
  const surviving = change(state, {
    conversations: keep(state.conversations, (_, id) => isHeld(id)),
    // Of a conversation that has gone no message will show that a text was sent.
    outbox: keep(state.outbox, ({ interactionId }, id) => isHeld(interactionId) || !recentCommands.includes(id)),
    book: change(state.book, { messages: keep(state.book.messages, (_, id) => isHeld(id)) }),
  });
  return messages.reduce((current, page) => withMessages(current, page.interactionId, page.messages), surviving);
}

function withTransfers(
  state: DesktopFold,
  { transfers, cursor, recentCommands, endedTransfers = [] }: Snapshot,
): DesktopFold {
  const inSnapshot = new Map(transfers.map((transfer) => [transfer.interactionId, transfer]));
  const isListed = new Set(transfers.map((transfer) => transfer.id));
  const { book } = state;
  const next = change(book, {
    transfers: rebase(book.transfers, transfers, cursor, (transfer) => transfer.interactionId),
    localTransfers: keep(book.localTransfers, (local, id) => {
      const { commandId } = local;
      if (endedTransfers.includes(commandId) || !get(state.interactions, id)) return false;
      // It was taken, and what it led to is over. One that was given up was taken, too.
      const isTaken = recentCommands.includes(commandId) || state.ownCommands.includes(commandId);
      if (isTaken && (local.state === 'requesting' || local.version === undefined)) return false;
      const transfer = inSnapshot.get(id);
      return !transfer || !isAnswered(local, transfer);
    }),
    // A dismissal of this device may be ahead of a snapshot that still lists the transfer.
    dismissed: keep(book.dismissed, (version, id) => version > cursor || isListed.has(id)),
  });
  const given = Object.keys(next.localTransfers).reduce(withGivenUp, next);
  return withoutOutdated(change(state, { book: given, transfers: shownTransfers(given, state.transfers) }));
}

function withFavourites(state: DesktopFold, { favourites, cursor }: Snapshot): DesktopFold {
  if (state.book.favouritesVersion > cursor) return state;
  return change(state, {
    favourites: isSame(state.favourites, favourites) ? state.favourites : favourites,
    book: change(state.book, { favouritesVersion: cursor }),
  });
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
