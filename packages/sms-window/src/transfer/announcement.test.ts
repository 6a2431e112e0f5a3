import type { InteractionTransfer, TransferStep } from '@baton/contracts';
import { createTexts, uiCatalogue } from '@baton/ui';
import { aTransfer, demoColleague, testStart } from '@baton/module-kit/testing';
import { catalogue } from '../messages';
import { transferAnnouncement } from './announcement';
import type { Circumstances } from './transfer-banner';

const circumstances: Circumstances = {
  customer: 'Jo Demo',
  connectionLost: false,
  cancellable: true,
  deadlineKnown: true,
  isIdempotent: true,
  cancelAsked: false,
};
const texts = createTexts({ locale: 'en-GB', catalogues: [catalogue, uiCatalogue] });
const pending = aTransfer();
const ended = { ...pending, endedAt: testStart + 10_000 };
const requesting: InteractionTransfer = { ...pending, state: 'requesting' };

function aPoolTransfer(...states: TransferStep['state'][]): InteractionTransfer {
  const target = { kind: 'queue', id: 'billing', name: 'Billing' } as const;
  const route = states.map((state, place) => ({
    target,
    agent: { id: `agent-${place}`, name: `Agent ${place}` },
    state,
    at: testStart,
  }));
  return aTransfer({ target, route });
}

function heard(
  before: InteractionTransfer | undefined,
  after: InteractionTransfer,
  changes: Partial<Circumstances> = {},
) {
  const announcement = transferAnnouncement(before, after, { ...circumstances, ...changes }, testStart);
  return announcement && [announcement.priority, ...announcement.words.map(({ id, values }) => texts.t(id, values))];
}

test.each<[string, InteractionTransfer | undefined, InteractionTransfer, string[]]>([
  ['requesting', undefined, requesting, ['polite', 'Sending the invitation to Bianca Okafor']],
  ['SW-07 pending', requesting, pending, ['polite', 'Invitation sent to Bianca Okafor. 30 seconds to answer.']],
  [
    'next of a pool',
    aPoolTransfer('offered'),
    aPoolTransfer('declined', 'offered'),
    ['polite', 'Agent 0 declined – asking Agent 1.'],
  ],
  ['extended', pending, { ...pending, extensions: 1 }, ['polite', 'Bianca Okafor asked for more time.']],
  [
    'SW-09 accepted',
    pending,
    { ...ended, state: 'accepted', acceptedBy: demoColleague },
    ['polite', 'Bianca Okafor accepted. The conversation with Jo Demo moved to Bianca Okafor.'],
  ],
  [
    'SW-08 declined',
    pending,
    { ...ended, state: 'declined' },
    [
      'assertive',
      'Bianca Okafor declined the transfer',
      'You still own this conversation. Choose another target or keep helping Jo Demo.',
    ],
  ],
  [
    'SW-08 expired',
    pending,
    { ...ended, state: 'expired' },
    [
      'assertive',
      'Bianca Okafor did not answer in time',
      'You still own this conversation. Try again or choose another target.',
    ],
  ],
  [
    'cancelled',
    pending,
    { ...ended, state: 'cancelled' },
    ['polite', 'Transfer cancelled. You still own this conversation.'],
  ],
  [
    'SW-08 refused',
    requesting,
    { ...ended, state: 'refused', reason: 'pending', reference: 'ref-1' },
    [
      'assertive',
      'This conversation is already being transferred',
      'You still own this conversation. Wait for the answer or cancel that transfer.',
    ],
  ],
])('%s', (_name, before, after, words) => {
  expect(heard(before, after)).toEqual(words);
});

test('what has not changed is no news', () => {
  expect(heard(pending, { ...pending })).toBeUndefined();
  expect(heard({ ...ended, state: 'expired' }, { ...ended, state: 'expired' })).toBeUndefined();
});

test('the next member of a pool is invited without a word', () => {
  expect(
    heard({ ...pending, extensions: 2 }, { ...pending, extensions: 0, expiresAt: testStart + 60_000 }),
  ).toBeUndefined();
});

test('a cancel that came too late says so', () => {
  const accepted = { ...ended, state: 'accepted', acceptedBy: demoColleague } as const;
  expect(heard(pending, accepted, { cancelAsked: true })).toEqual([
    'polite',
    'Bianca Okafor accepted before you cancelled',
  ]);
});

test('without a known deadline no seconds are promised', () => {
  expect(heard(requesting, pending, { deadlineKnown: false })).toEqual(['polite', 'Invitation sent to Bianca Okafor.']);
});
