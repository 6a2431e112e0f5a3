import { isKnown } from '@baton/contracts';
import { declineReasonShown } from '@baton/module-kit';
import type { HostContext, TranscriptEvent, UnknownMessage } from '@baton/contracts';
import type { Wording } from '../texts';

/** What an event of the transcript says to the agent who reads it. */
export function eventWording(
  entry: TranscriptEvent | UnknownMessage,
  viewer: string,
  customer: string | undefined,
  host: Pick<HostContext, 'declining'>,
): Wording {
  if (entry.kind !== 'event') return { id: 'unknown.happened' };
  const { event, by, target, acceptedBy, asked, next, reason, declineReason } = entry;
  const own = by?.id === viewer;
  const names = { agent: by?.name ?? '', target: (asked ?? target)?.name ?? '' };
  switch (event) {
    case 'invited':
      return { id: own ? 'event.invited' : 'sms.event.invitedBy', values: names };
    case 'redirected': {
      const values = { agent: names.agent, target: target?.name ?? '', asked: asked?.name ?? '' };
      if (!asked) return { id: own ? 'event.invited' : 'sms.event.invitedBy', values };
      return { id: own ? 'event.redirected' : 'sms.event.redirectedBy', values };
    }
    case 'cancelled':
      return { id: own ? 'event.cancelled' : 'sms.event.cancelledBy', values: names };
    case 'declined':
    case 'expired':
    case 'notAccepted':
    case 'failed':
      if (next && event !== 'notAccepted')
        return { id: `event.${event}.next`, values: { target: names.target, next: next.name } };
      if (declineReason !== undefined)
        return {
          id: 'transfer.declined.reason',
          values: { target: names.target, reason: declineReasonShown(host, declineReason) },
        };
      return {
        id: reason && isKnown(reason) ? `transfer.failed.${reason}` : `event.${event}`,
        values: { ...names, customer },
      };
    case 'accepted':
      return acceptedBy?.id === viewer && by !== undefined
        ? { id: 'event.received', values: { source: by.name } }
        : { id: 'event.accepted', values: { target: acceptedBy?.name ?? names.target } };
    case 'handedOver':
      return { id: 'event.handedOver', values: names };
    case 'assigned':
      return { id: own ? 'sms.event.assigned' : 'sms.event.assignedTo', values: names };
    case 'optedOut':
    case 'optedIn':
    case 'helpAsked':
      return { id: `sms.event.${event}`, values: { customer } };
    case 'ended':
      return { id: 'event.ended' };
    default:
      return { id: 'unknown.happened' };
  }
}
