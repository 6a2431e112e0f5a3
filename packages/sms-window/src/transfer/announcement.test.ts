import type { InteractionTransfer, TransferStep } from '@baton/contracts';
import { createTexts, uiCatalogue } from '@baton/ui';
import { aTransfer, demoColleague, testStart } from '@baton/module-kit/testing';
import { catalogue } from '../messages';
import { transferAnnouncement } from './announcement';
import type { TransferContext } from './transfer-banner';

const context: TransferContext = {
  customer: 'Jo Demo',
  connectionLost: false,
  cancellable: true,
  redirectable: false,
  deadline: 'serverKnown',
  outcome: 'explicit',
  returnsIfDeclined: 'yes',
  isIdempotent: true,
  handsOverAtOnce: [],
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
  changes: Partial<TransferContext> = {},
) {
  const announcement = transferAnnouncement(before, after, { ...context, ...changes }, testStart);
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
  ['handed over at once', requesting, { ...ended, state: 'handedOver' }, ['polite', 'Handed over to Bianca Okafor']],
  [
    'SW-08 not accepted',
    pending,
    { ...ended, state: 'notAccepted' },
    [
      'assertive',
      'Bianca Okafor did not take the conversation',
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

test.each(['estimated', 'unknown'] as const)('with a deadline that is %s no seconds are promised', (deadline) => {
  expect(heard(requesting, pending, { deadline })).toEqual(['polite', 'Invitation sent to Bianca Okafor.']);
});

test.each([
  ['inferred', 'You may not be told whether it is accepted.'],
  ['none', 'You will not be told whether it is accepted.'],
] as const)('with an outcome that is told as %s no answer is promised', (outcome, untold) => {
  expect(heard(requesting, pending, { outcome })).toEqual(['polite', 'Invitation sent to Bianca Okafor', untold]);
});

test('what becomes of a declined conversation is said only as far as it is known', () => {
  const declined = { ...ended, state: 'declined' } as const;
  const title = 'Bianca Okafor declined the transfer';
  expect(heard(pending, declined, { returnsIfDeclined: 'unknown' })).toEqual(['assertive', title]);
  expect(heard(pending, declined, { returnsIfDeclined: 'no' })).toEqual([
    'assertive',
    title,
    'The conversation is being offered to somebody else.',
  ]);
});
