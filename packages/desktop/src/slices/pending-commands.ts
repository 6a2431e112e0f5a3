import { change } from '../change';
import type { DesktopFold, PendingCommand } from '../fold';
import { drop, keep, put } from '../maps';
import { withNoticesRead } from './notices';
import { withDismissal } from './transfers';

/** A command that the backend is told until it has taken it; what it asks for shows at once. */
export function withPendingCommand(state: DesktopFold, command: PendingCommand): DesktopFold {
  const { pendingCommands } = state.book;
  // Of several wishes for a time to answer the last one counts.
  const others = keep(
    pendingCommands,
    ({ type, commandId }) => type !== 'setTimeToAnswer' || type !== command.type || commandId === command.commandId,
  );
  return withEffect(withBookOf(state, put(others, command.commandId, command)), command);
}

/** The backend has taken or refused it. */
export function withoutPendingCommand(state: DesktopFold, commandId: string): DesktopFold {
  return withBookOf(state, drop(state.book.pendingCommands, commandId));
}

/** What was asked for and a snapshot does not know yet. */
export function withPendingEffects(state: DesktopFold): DesktopFold {
  return Object.values(state.book.pendingCommands).reduce(withEffect, state);
}

function withEffect(state: DesktopFold, command: PendingCommand): DesktopFold {
  switch (command.type) {
    case 'markNoticesRead':
      return change(state, { notices: withNoticesRead(state.notices, command.noticeIds) });
    case 'dismissTransfer': {
      const transfer = Object.values(state.book.transfers).find(({ id }) => id === command.transferId);
      return transfer ? withDismissal(state, transfer.interactionId, transfer.id, transfer.version) : state;
    }
    case 'setTimeToAnswer':
    case 'addRecent':
      return state;
  }
}

function withBookOf(state: DesktopFold, pendingCommands: DesktopFold['book']['pendingCommands']): DesktopFold {
  return change(state, { book: change(state.book, { pendingCommands }) });
}
