import { change } from './change';
import type { DesktopFold } from './fold';
import type { LocalEvent } from './local-events';
import { drop, get, put } from './maps';
import { offsetAfterTime } from './slices/clock';
import { connectionAfter } from './slices/connection';
import { newest, withNoticesRead } from './slices/notices';
import { isAnsweredBy } from './slices/outbox';
import { withLocalDismissal, withLocalTransfer } from './slices/transfers';

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
      const { interactionId, target, commandId, reason, reference, at } = event;
      return withLocalTransfer(state, {
        state: 'refused',
        interactionId,
        target,
        commandId,
        reason,
        reference,
        endedAt: at,
      });
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
    case 'noticePosted':
      return change(state, { notices: newest(put(state.notices, event.notice.id, event.notice)) });
    case 'noticesRead':
      return change(state, { notices: withNoticesRead(state.notices, event.noticeIds) });
    case 'commandTaken':
      return state.ownCommands.includes(event.commandId)
        ? state
        : { ...state, ownCommands: [...state.ownCommands, event.commandId].slice(-maxOwnCommands) };
  }
}
