import type { EventFrame, RoutingEvent } from '@baton/contracts';
import type { DesktopFold } from './fold';
import { change, putNewer } from './immutable';
import { connectionAfter, offsetAfterFrame } from './slices/connection';
import { withMessages } from './slices/conversations';
import { withDeparture, withInteraction } from './slices/interactions';
import { withNotices, withoutNotice } from './slices/notices';
import { withDismissal, withTransfer } from './slices/transfers';

/** Applies one step of the contact centre, unless the snapshot already contains it. */
export function applyFrame(state: DesktopFold, frame: EventFrame, receivedAt: number): DesktopFold {
  if (frame.cursor <= state.internals.snapshotCursor) return state;
  const next = frame.events.reduce(applyEvent, state);
  return change(next, {
    cursor: Math.max(next.cursor, frame.cursor),
    clockOffset: offsetAfterFrame(next.clockOffset, frame.at - receivedAt),
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
    case 'transfer.handedOver':
    case 'transfer.declined':
    case 'transfer.expired':
    case 'transfer.notAccepted':
    case 'transfer.cancelled':
    case 'transfer.failed':
      return withTransfer(state, event.transfer);
    case 'transfer.dismissed':
      return withDismissal(state, event.interactionId, event.transferId, event.version);
    case 'notice.posted':
    case 'notice.updated':
      return withNotices(state, [event.notice]);
    case 'notice.deleted':
      return withoutNotice(state, event.noticeId, { version: event.version });
    case 'favourites.changed':
      return event.version <= state.internals.favouritesVersion
        ? state
        : {
            ...state,
            favourites: event.favourites,
            internals: { ...state.internals, favouritesVersion: event.version },
          };
    // Targets are in `live-targets.ts`. Unknown event types are ignored: a snapshot could not help either.
    default:
      return state;
  }
}
