import { demoAgent, demoColleague, aTargetRef, testStart } from '@baton/module-kit/testing';
import type { TranscriptEvent } from '@baton/contracts';
import { createTexts, uiCatalogue } from '@baton/ui';
import { catalogue } from '../messages';
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
  expect(eventWording(event({ event: name, ...changes }), viewer, 'Jo Demo', {}).id).toBe(id);
});

const texts = createTexts({ locale: 'en-GB', catalogues: [catalogue, uiCatalogue] });
const pool = aTargetRef({ kind: 'queue', id: 'billing', name: 'Billing' });
const asked = { id: 'kavya', name: 'Kavya Raman' };

test.each<[string, Partial<TranscriptEvent>]>([
  ['Bianca Okafor is no longer signed in', { event: 'failed', reason: 'offline' }],
  ['No one in Billing could take the transfer', { event: 'failed', target: pool, reason: 'poolEmpty' }],
  ['The conversation with Jo Demo has ended', { event: 'failed', reason: 'ended' }],
  ['Kavya Raman declined – asking Bianca Okafor', { event: 'declined', target: pool, asked, next: demoColleague }],
  ['Kavya Raman did not answer – asking Bianca Okafor', { event: 'expired', target: pool, asked, next: demoColleague }],
  [
    'Kavya Raman is no longer available – asking Bianca Okafor',
    { event: 'failed', target: pool, asked, next: demoColleague, reason: 'offline' },
  ],
  ['Kavya Raman declined', { event: 'declined', target: pool, asked }],
  ['Kavya Raman is not ready for SMS', { event: 'failed', target: pool, asked, reason: 'notReady' }],
])('%s', (expected, changes) => {
  const { id, values } = eventWording(event(changes), 'ana', 'Jo Demo', {});
  expect(texts.t(id, values).replace(/[\u2068\u2069]/g, '')).toBe(expected);
});

test.each([
  ['busy', 'Bianca Okafor declined the transfer (busy)'],
  ['break', 'Bianca Okafor declined the transfer (On a break)'],
  ['Ask Kavya', 'Bianca Okafor declined the transfer (Ask Kavya)'],
])('K4-14 the entry has the reason: %s', (declineReason, expected) => {
  const host = { declining: { reasons: [{ id: 'break', label: 'On a break' }] } };
  const { id, values } = eventWording(event({ event: 'declined', declineReason }), 'ana', 'Jo Demo', host);
  expect(texts.t(id, values).replace(/[\u2068\u2069]/g, '')).toBe(expected);
});

test('a pool is named by who took over', () => {
  const taken = event({
    event: 'accepted',
    target: aTargetRef({ kind: 'queue', id: 'billing', name: 'Billing' }),
    acceptedBy: demoColleague,
  });
  expect(eventWording(taken, 'ana', 'Jo Demo', {}).values).toEqual({ target: 'Bianca Okafor' });
});
