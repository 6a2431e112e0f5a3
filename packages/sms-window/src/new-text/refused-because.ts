import type { RoutingError } from '@baton/contracts';
import type { Wording } from '../texts';

/** Why a conversation was not begun, and what the agent can do. */
export function refusedBecause({ code, owner, reference }: RoutingError): { title: Wording; help: Wording } {
  const title: Wording = { id: 'sms.failed' };
  const ref = { ref: reference };
  switch (code) {
    case 'opted_out':
      return { title, help: { id: 'newText.optedOut' } };
    case 'already_open':
      if (owner === undefined) return { title, help: { id: 'newText.taken' } };
      return owner.kind === 'agent'
        ? { title, help: { id: 'newText.taken.agent', values: { agent: owner.name } } }
        : { title, help: { id: 'newText.taken.queue', values: { queue: owner.name } } };
    case 'invalid_number':
      return { title, help: { id: 'sms.failed.number' } };
    case 'at_capacity':
      return { title, help: { id: 'newText.full' } };
    case 'unknown_outcome':
      return { title: { id: 'sms.end.unknown' }, help: { id: 'newText.unknown', values: ref } };
    default:
      return { title, help: { id: 'newText.refused', values: ref } };
  }
}
