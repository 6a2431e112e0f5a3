import { demoAgent, demoColleague, aTargetRef, testStart } from '@baton/module-kit/testing';
import type { TranscriptEvent } from '@baton/contracts';
import { eventWording } from './event-wording';

const event = (changes: Partial<TranscriptEvent>): TranscriptEvent => ({
  kind: 'event',
  index: 0,
  version: 1,
  at: testStart,
  event: 'invited',
  by: demoAgent,
  target: aTargetRef(),
  ...changes,
});

test.each([
  ['invited', 'ana', {}, 'event.invited'],
  ['invited', 'bianca', {}, 'sms.event.invitedBy'],
  ['cancelled', 'ana', {}, 'event.cancelled'],
  ['cancelled', 'bianca', {}, 'sms.event.cancelledBy'],
  ['declined', 'ana', {}, 'event.declined'],
  ['expired', 'ana', {}, 'event.expired'],
  ['failed', 'ana', {}, 'event.failed'],
  ['accepted', 'ana', { acceptedBy: demoColleague }, 'event.accepted'],
  ['accepted', 'bianca', { acceptedBy: demoColleague }, 'event.received'],
  ['assigned', 'ana', {}, 'sms.event.assigned'],
  ['assigned', 'bianca', {}, 'sms.event.assignedTo'],
  ['ended', 'ana', {}, 'event.ended'],
] as const)('%s, read by %s', (name, viewer, changes, id) => {
  expect(eventWording(event({ event: name, ...changes }), viewer).id).toBe(id);
});

test('a pool is named by who took over', () => {
  const taken = event({
    event: 'accepted',
    target: aTargetRef({ kind: 'queue', id: 'billing', name: 'Billing' }),
    acceptedBy: demoColleague,
  });
  expect(eventWording(taken, 'ana').values).toEqual({ target: 'Bianca Okafor' });
});
