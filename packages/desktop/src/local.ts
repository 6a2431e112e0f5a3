import type { DesktopFold } from './fold';
import type { LocalEvent } from './local-events';
import { change, drop, get, keep, put } from './immutable';
import { connectionAfter, offsetAfterTime } from './slices/connection';
import { withLocalNotice, withMarkedUnread, withNoticesRead, withoutNotice } from './slices/notices';
import { isAnsweredBy } from './slices/conversations';
import { withoutPendingCommand, withPendingCommand } from './slices/pending-commands';
import {
  isOutdated,
  latestTransfer,
  withDismissal,
  withLocalDismissal,
  withLocalTransfer,
  withRefused,
  withUnknownOutcome,
} from './slices/transfers';

/** Enough to recognise the agent's own commands of the last minutes. */
const maxOwnCommands = 100;

/** Applies an event of this device. */
export function applyLocalEvent(state: DesktopFold, event: LocalEvent): DesktopFold {
  switch (event.type) {
    case 'connectionChanged':
      return change(state, { connection: connectionAfter(state.connection, event.connection) });
    case 'gap':
      return change(state, { internals: change(state.internals, { hasGap: true }) });
    case 'time':
      return change(state, { clockOffset: offsetAfterTime(state.clockOffset, event.at - event.receivedAt) });
    case 'transferRequested': {
      const { interactionId, target, commandId, at } = event;
      return withLocalTransfer(state, { state: 'requesting', interactionId, target, commandId, startedAt: at });
    }
    case 'transferRefused': {
      const { type: _type, ...refused } = event;
      return withRefused(state, { ...refused, state: 'refused' });
    }
    case 'transferOverdue': {
      const transfer = latestTransfer(state, event.interactionId);
      if (transfer?.state !== 'pending') return state;
      // This backend never reports outcomes, so none is missing.
      if (state.capabilities?.senderSeesOutcome === 'none')
        return withDismissal(state, event.interactionId, transfer.id, transfer.version);
      return withUnknownOutcome(state, transfer, event.at);
    }
    case 'transferRemembered': {
      const { transfer } = event;
      if (state.agent !== undefined) return state;
      const earlierTransfers = put(state.internals.earlierTransfers, transfer.commandId, transfer);
      return change(state, { internals: change(state.internals, { earlierTransfers }) });
    }
    case 'transferDismissed':
      return withLocalDismissal(state, event.interactionId);
    case 'messageSending': {
      const { type: _type, ...message } = event;
      const { commandId, interactionId } = message;
      if (isAnsweredBy(get(state.internals.messages, interactionId) ?? [], commandId)) return state;
      return change(state, {
        outbox: put(state.outbox, commandId, { ...message, status: { state: 'sending' } }),
      });
    }
    case 'messageNotSent': {
      const waiting = get(state.outbox, event.commandId);
      if (!waiting) return state;
      return change(state, {
        outbox: put(state.outbox, event.commandId, { ...waiting, status: { state: 'failed', reason: event.reason } }),
      });
    }
    case 'messageDiscarded':
      return change(state, { outbox: drop(state.outbox, event.commandId) });
    case 'draftWritten': {
      const { draftId, draft } = event;
      const others = keep(state.drafts, ({ interactionId }) => interactionId !== draft.interactionId);
      return change(state, { drafts: draft.text === '' ? others : put(others, draftId, draft) });
    }
    case 'draftKept':
      return change(state, { drafts: put(state.drafts, event.draftId, event.draft) });
    case 'draftDropped':
      return change(state, { drafts: drop(state.drafts, event.draftId) });
    case 'messagesSeen':
      return change(state, { seen: withSeen(state, event) });
    case 'noticePosted':
      return isOutdated(state, event.notice) ? state : withLocalNotice(state, event.notice);
    case 'noticeDropped':
      return change(state, { notices: drop(state.notices, event.noticeId) });
    case 'noticeDeleted':
      return withoutNotice(state, event.noticeId, { version: 0, at: event.at });
    case 'noticesRead':
      return change(state, {
        notices: withNoticesRead(state.notices, event.noticeIds),
        markedUnread: keep(state.markedUnread, (_, id) => !event.noticeIds.includes(id)),
      });
    case 'noticesMarkedUnread':
      return change(state, { markedUnread: withMarkedUnread(state, event) });
    case 'commandPending':
      return withPendingCommand(state, event.command);
    case 'commandSettled':
      return withoutPendingCommand(state, event.commandId);
    case 'commandTaken':
      return state.ownCommands.includes(event.commandId)
        ? state
        : { ...state, ownCommands: [...state.ownCommands, event.commandId].slice(-maxOwnCommands) };
  }
}

/** What was seen is never unseen. Without what was seen of conversations that have left. */
function withSeen(
  { agent, interactions, seen }: DesktopFold,
  { interactionId, index }: { interactionId: string; index: number },
): DesktopFold['seen'] {
  const known = get(seen, interactionId);
  if (known !== undefined && known.index >= index) return seen;
  // Before the first snapshot it is not known which have left.
  const current = agent === undefined ? seen : keep(seen, (_, id) => get(interactions, id) !== undefined);
  return put(current, interactionId, { index });
}
