import type { TranscriptEvent } from '@baton/contracts';
import type { Wording } from '../texts';

/** What an event of the transcript says to the agent who reads it. */
export function eventWording(
  { event, by, target, acceptedBy, asked, next, reason }: TranscriptEvent,
  viewer: string,
  customer: string,
): Wording {
  const own = by?.id === viewer;
  const names = { agent: by?.name ?? '', target: (asked ?? target)?.name ?? '' };
  switch (event) {
    case 'invited':
      return { id: own ? 'event.invited' : 'sms.event.invitedBy', values: names };
    case 'cancelled':
      return { id: own ? 'event.cancelled' : 'sms.event.cancelledBy', values: names };
    case 'declined':
    case 'expired':
    case 'failed':
      if (next) return { id: `event.${event}.next`, values: { target: names.target, next: next.name } };
      return { id: reason ? `transfer.failed.${reason}` : `event.${event}`, values: { ...names, customer } };
    case 'accepted':
      return acceptedBy?.id === viewer && by !== undefined
        ? { id: 'event.received', values: { source: by.name } }
        : { id: 'event.accepted', values: { target: acceptedBy?.name ?? names.target } };
    case 'assigned':
      return { id: own ? 'sms.event.assigned' : 'sms.event.assignedTo', values: names };
    case 'ended':
      return { id: 'event.ended' };
  }
}
