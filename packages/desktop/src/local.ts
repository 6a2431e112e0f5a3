import { change } from './change';
import type { DesktopFold } from './fold';
import type { LocalEvent } from './local-events';
import { drop, get, keep, put } from './maps';
import { offsetAfterTime } from './slices/clock';
import { connectionAfter } from './slices/connection';
import { withLocalNotice, withNoticesRead } from './slices/notices';
import { isAnsweredBy } from './slices/outbox';
import { withoutPendingCommand, withPendingCommand } from './slices/pending-commands';
import { isOutdated, withLocalDismissal, withLocalTransfer, withRefused, withUnknownOutcome } from './slices/transfers';

/** Enough to recognise one's own doings of the last minutes. */
const maxOwnCommands = 100;

/** Folds in what happened on this device. */
export function applyLocalEvent(state: DesktopFold, event: LocalEvent): DesktopFold {
  switch (event.type) {
    case 'connectionChanged':
      return change(state, { connection: connectionAfter(state.connection, event.connection) });
    case 'gap':
      return change(state, { book: change(state.book, { gap: true }) });
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
      const transfer = get(state.book.transfers, event.interactionId);
      return transfer?.state === 'pending' ? withUnknownOutcome(state, transfer, event.at) : state;
    }
    case 'transferRemembered': {
      const { transfer } = event;
      if (state.agent !== undefined) return state;
      const earlierTransfers = put(state.book.earlierTransfers, transfer.commandId, transfer);
      return change(state, { book: change(state.book, { earlierTransfers }) });
    }
    case 'transferDismissed':
      return withLocalDismissal(state, event.interactionId);
    case 'messageSending': {
      const { type: _type, ...message } = event;
      const { commandId, interactionId } = message;
      if (isAnsweredBy(get(state.book.messages, interactionId) ?? [], commandId)) return state;
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
    case 'noticePosted':
      return isOutdated(state.book, event.notice) ? state : withLocalNotice(state, event.notice);
    case 'noticeDropped':
      return change(state, { notices: drop(state.notices, event.noticeId) });
    case 'noticesRead':
      return change(state, { notices: withNoticesRead(state.notices, event.noticeIds) });
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
