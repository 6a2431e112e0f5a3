import type { EventFrame, RoutingEvent } from '@baton/contracts';
import { targetKey } from '@baton/contracts';
import { change } from './change';
import type { DesktopFold } from './fold';
import { putNewer } from './maps';
import { offsetAfterFrame } from './slices/clock';
import { connectionAfter } from './slices/connection';
import { withMessages } from './slices/conversations';
import { withDeparture, withInteraction } from './slices/interactions';
import { withNotices } from './slices/notices';
import { withDismissal, withTransfer } from './slices/transfers';

/** Folds one step of the contact centre in: all of it, or nothing when the snapshot already knew it. */
export function applyFrame(state: DesktopFold, frame: EventFrame, receivedAt: number): DesktopFold {
  if (frame.cursor <= state.book.floor) return state;
  const told = frame.events.reduce(applyEvent, state);
  return change(told, {
    cursor: Math.max(told.cursor, frame.cursor),
    clockOffset: offsetAfterFrame(told.clockOffset, frame.at - receivedAt),
  });
}

function applyEvent(state: DesktopFold, event: RoutingEvent): DesktopFold {
  switch (event.type) {
    case 'agent.state':
      return state.agent && event.agent.version <= state.agent.version ? state : { ...state, agent: event.agent };
    case 'session.ended':
      return change(state, {
        connection: connectionAfter(state.connection, { state: 'sessionEnded', reason: event.reason }),
      });
    case 'interaction.assigned':
    case 'interaction.updated':
      return withInteraction(state, event.interaction);
    case 'interaction.released':
      return withDeparture(state, event.interactionId, { why: event.why, to: event.to, version: event.version });
    case 'messages.appended':
      return withMessages(state, event.interactionId, event.messages);
    case 'invitation.offered':
    case 'invitation.updated':
    case 'invitation.ended':
      return change(state, {
        invitations: putNewer(state.invitations, [event.invitation], (invitation) => invitation.id),
      });
    case 'transfer.pending':
    case 'transfer.extended':
    case 'transfer.accepted':
    case 'transfer.declined':
    case 'transfer.expired':
    case 'transfer.cancelled':
    case 'transfer.failed':
      return withTransfer(state, event.transfer);
    case 'transfer.dismissed':
      return withDismissal(state, event.interactionId, event.transferId, event.version);
    case 'notice.posted':
    case 'notice.updated':
      return withNotices(state, [event.notice]);
    case 'targets.changed':
      return change(state, { targets: putNewer(state.targets, event.targets, targetKey) });
    case 'favourites.changed':
      return event.version <= state.book.favouritesVersion
        ? state
        : { ...state, favourites: event.favourites, book: { ...state.book, favouritesVersion: event.version } };
  }
}
