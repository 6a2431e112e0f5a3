import type { DesktopFold, PendingCommand } from '../fold';
import { change, drop, get, keep, put } from '../immutable';
import { withNoticesRead, withoutNotice } from './notices';
import { withDismissal } from './transfers';

/** Adds a command that is sent until the backend has accepted it. Its effect shows at once. */
export function withPendingCommand(state: DesktopFold, command: PendingCommand): DesktopFold {
  const { pendingCommands } = state.internals;
  // Only the last time to answer counts.
  const others = keep(
    pendingCommands,
    ({ type, commandId }) => type !== 'setTimeToAnswer' || type !== command.type || commandId === command.commandId,
  );
  return withEffect(withPendingCommands(state, put(others, command.commandId, command)), command);
}

/** The backend has accepted or refused the command. */
export function withoutPendingCommand(state: DesktopFold, commandId: string): DesktopFold {
  return withPendingCommands(state, drop(state.internals.pendingCommands, commandId));
}

/** Applies the effects that a snapshot does not contain yet. */
export function withPendingEffects(state: DesktopFold): DesktopFold {
  return Object.values(state.internals.pendingCommands).reduce(withEffect, state);
}

function withEffect(state: DesktopFold, command: PendingCommand): DesktopFold {
  switch (command.type) {
    case 'markNoticesRead':
      return change(state, { notices: withNoticesRead(state.notices, command.noticeIds) });
    case 'deleteNotices':
      return command.noticeIds.reduce(
        (current, id) => withoutNotice(current, id, { version: get(current.notices, id)?.version ?? 0 }),
        state,
      );
    case 'dismissTransfer': {
      const transfer = get(state.transfers, command.transferId);
      return transfer ? withDismissal(state, transfer.interactionId, transfer.id, transfer.version) : state;
    }
    case 'setTimeToAnswer':
    case 'addRecent':
      return state;
  }
}

function withPendingCommands(
  state: DesktopFold,
  pendingCommands: DesktopFold['internals']['pendingCommands'],
): DesktopFold {
  return change(state, { internals: change(state.internals, { pendingCommands }) });
}
