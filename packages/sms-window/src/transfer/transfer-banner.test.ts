import { transferFailures } from '@baton/contracts';
import type { InteractionTransfer, Transfer, TransferStep } from '@baton/contracts';
import { createTexts, uiCatalogue } from '@baton/ui';
import { aTransfer, demoColleague, testStart } from '@baton/module-kit/testing';
import { catalogue } from '../messages';
import type { Wording } from '../texts';
import { transferBanner } from './transfer-banner';
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
const said = ({ id, values }: Wording) => texts.t(id, values);

const pool = { kind: 'queue', id: 'billing', name: 'Billing' } as const;
const step = (id: string, name: string, state: TransferStep['state']): TransferStep => ({
  target: pool,
  agent: { id, name },
  state,
  at: testStart,
});
const { expiresAt: _expiresAt, extensions: _extensions, state: _state, ...about } = aTransfer();
const ended = { ...about, endedAt: testStart + 10_000 };
const requesting: InteractionTransfer = { ...about, state: 'requesting' };
const failed = (reason: (typeof transferFailures)[number]): Transfer => ({ ...ended, state: 'failed', reason });
const { version: _version, ...neverTaken } = ended;
const refused = (reason: (typeof transferFailures)[number]): InteractionTransfer => ({
  ...neverTaken,
  state: 'refused',
  reason,
  reference: 'ref-7',
});

function shown(transfer: InteractionTransfer, changes: Partial<TransferContext> = {}) {
  const { severity, title, help, actions, dismissible } = transferBanner(transfer, { ...context, ...changes });
  return { severity, title: said(title), help: help.map(said).join(' '), actions, dismissible };
}

const keepHelping = 'You still own this conversation. Choose another target or keep helping Jo Demo.';

describe('every state of a transfer', () => {
  test.each<[string, InteractionTransfer, ReturnType<typeof shown>]>([
    [
      'requesting',
      requesting,
      {
        severity: 'information',
        title: 'Sending the invitation to Bianca Okafor',
        help: 'You still own this conversation.',
        actions: [],
        dismissible: false,
      },
    ],
    [
      'inviting an agent',
      aTransfer(),
      {
        severity: 'information',
        title: 'Waiting for Bianca Okafor to accept',
        help: 'You still own this conversation.',
        actions: ['cancel'],
        dismissible: false,
      },
    ],
    [
      'inviting a pool',
      aTransfer({ target: { kind: 'queue', id: 'billing', name: 'Billing' } }),
      {
        severity: 'information',
        title: 'Waiting for someone in Billing to accept',
        help: 'You still own this conversation.',
        actions: ['cancel'],
        dismissible: false,
      },
    ],
    [
      'extended',
      aTransfer({ extensions: 1 }),
      {
        severity: 'information',
        title: 'Waiting for Bianca Okafor to accept',
        help: 'Bianca Okafor asked for more time. You still own this conversation.',
        actions: ['cancel'],
        dismissible: false,
      },
    ],
    [
      'inviting the first of a pool',
      aTransfer({ target: pool, route: [step('kavya', 'Kavya Raman', 'offered')] }),
      {
        severity: 'information',
        title: 'Waiting for someone in Billing to accept',
        help: 'Asking Kavya Raman. You still own this conversation.',
        actions: ['cancel'],
        dismissible: false,
      },
    ],
    [
      'inviting the next of a pool, who wants more time',
      aTransfer({
        target: pool,
        route: [step('kavya', 'Kavya Raman', 'declined'), step('bianca', 'Bianca Okafor', 'offered')],
        extensions: 1,
      }),
      {
        severity: 'information',
        title: 'Waiting for someone in Billing to accept',
        help: 'Kavya Raman declined – asking Bianca Okafor. Bianca Okafor asked for more time. You still own this conversation.',
        actions: ['cancel'],
        dismissible: false,
      },
    ],
    [
      'accepted',
      { ...ended, state: 'accepted', acceptedBy: demoColleague },
      {
        severity: 'done',
        title: 'Bianca Okafor accepted',
        help: 'The conversation with Jo Demo moved to Bianca Okafor.',
        actions: [],
        dismissible: false,
      },
    ],
    [
      'handed over at once',
      { ...ended, target: pool, state: 'handedOver' },
      {
        severity: 'done',
        title: 'Handed over to Billing',
        help: 'The conversation with Jo Demo is with Billing now.',
        actions: [],
        dismissible: false,
      },
    ],
    [
      'not accepted, and nobody knows why',
      { ...ended, state: 'notAccepted' },
      {
        severity: 'problem',
        title: 'Bianca Okafor did not take the conversation',
        help: 'You still own this conversation. Try again or choose another target.',
        actions: ['tryAgain', 'findAnother'],
        dismissible: true,
      },
    ],
    [
      'declined',
      { ...ended, state: 'declined' },
      {
        severity: 'problem',
        title: 'Bianca Okafor declined the transfer',
        help: keepHelping,
        actions: ['findAnother'],
        dismissible: true,
      },
    ],
    [
      'expired',
      { ...ended, state: 'expired' },
      {
        severity: 'problem',
        title: 'Bianca Okafor did not answer in time',
        help: 'You still own this conversation. Try again or choose another target.',
        actions: ['tryAgain', 'findAnother'],
        dismissible: true,
      },
    ],
    [
      'cancelled',
      { ...ended, state: 'cancelled' },
      {
        severity: 'information',
        title: 'Transfer cancelled',
        help: 'You still own this conversation.',
        actions: [],
        dismissible: true,
      },
    ],
  ])('%s', (_name, transfer, expected) => {
    expect(shown(transfer)).toEqual(expected);
  });
});

describe('every reason of a failure', () => {
  test.each([
    ['offline', 'Bianca Okafor is no longer signed in', keepHelping, ['findAnother']],
    ['notReady', 'Bianca Okafor is not ready for SMS', keepHelping, ['findAnother']],
    ['atCapacity', 'Bianca Okafor cannot take another conversation right now', keepHelping, ['findAnother']],
    ['permission', 'You do not have permission to transfer to Bianca Okafor', keepHelping, ['findAnother']],
    ['notFound', 'Bianca Okafor no longer exists', keepHelping, ['findAnother']],
    ['poolEmpty', 'No one in Bianca Okafor could take the transfer', keepHelping, ['findAnother']],
    ['unsupported', 'A transfer to Bianca Okafor is not supported here', keepHelping, ['findAnother']],
    [
      'pending',
      'This conversation is already being transferred',
      'You still own this conversation. Wait for the answer or cancel that transfer.',
      [],
    ],
    ['ended', 'The conversation with Jo Demo has ended', 'Nothing was transferred.', []],
    [
      'server',
      'The transfer could not be sent',
      'You still own this conversation. Try again in a moment. Reference ref-7.',
      ['tryAgain', 'findAnother'],
    ],
    [
      'unknownOutcome',
      'It is not known what became of the transfer to Bianca Okafor',
      'You still own this conversation. Try again or choose another target. Reference ref-7.',
      ['tryAgain', 'findAnother'],
    ],
  ] as const)('%s', (reason, title, help, actions) => {
    expect(shown(refused(reason))).toEqual({ severity: 'problem', title, help, actions, dismissible: true });
  });

  test.each(transferFailures)('%s reads the same, whether it was refused or failed later', (reason) => {
    expect(shown(failed(reason)).title).toBe(shown(refused(reason)).title);
  });
});

describe('the context of a transfer', () => {
  test('the countdown runs to the deadline of the backend', () => {
    expect(transferBanner(aTransfer(), context).countdownTo).toBe(testStart + 30_000);
  });

  test('connection lost: no countdown, "Checking"', () => {
    const banner = transferBanner(aTransfer(), { ...context, connectionLost: true });
    expect(banner.countdownTo).toBeUndefined();
    expect(banner.help.map(said)).toContain('Checking');
  });

  test('a backend that cannot take an invitation back offers no cancel', () => {
    expect(transferBanner(aTransfer(), { ...context, cancellable: false }).actions).toEqual([]);
  });

  test('a backend that can redirect it offers that beside the cancel', () => {
    expect(transferBanner(aTransfer(), { ...context, redirectable: true }).actions).toEqual(['cancel', 'redirect']);
  });

  test('capability handsOverAtOnce off: its sender owns what is asked for; else nobody can say who does', () => {
    const asked: InteractionTransfer = { ...requesting, target: pool };
    expect(shown(asked, { handsOverAtOnce: ['queue'] }).help).toBe('');
    expect(shown(asked).help).toBe('You still own this conversation.');
    expect(shown(requesting, { handsOverAtOnce: ['queue'] }).help).toBe('You still own this conversation.');
  });

  test.each([
    ['serverKnown', { countdownTo: testStart + 30_000, isEstimate: false }],
    ['estimated', { countdownTo: testStart + 30_000, isEstimate: true }],
    ['unknown', {}],
  ] as const)('the countdown with a deadline that is %s', (deadline, expected) => {
    const { countdownTo, isEstimate } = transferBanner(aTransfer(), { ...context, deadline });
    expect({ countdownTo, isEstimate }).toEqual(expected);
  });

  test.each([
    ['yes', 'You still own this conversation.', keepHelping, ['findAnother']],
    [
      'no',
      'If it is not accepted, the conversation is offered to somebody else.',
      'The conversation is being offered to somebody else.',
      [],
    ],
    ['unknown', '', '', ['findAnother']],
  ] as const)('who owns it, where a declined one returns: %s', (returnsIfDeclined, pending, declined, actions) => {
    const during = (transfer: InteractionTransfer) => shown(transfer, { returnsIfDeclined });
    expect(during(aTransfer()).help).toBe(pending);
    expect(during({ ...ended, state: 'declined' })).toMatchObject({ help: declined, actions });
    expect(during(failed('poolEmpty'))).toMatchObject({ help: declined, actions });
    // Nothing was offered to anybody, or it was taken back.
    expect(during(refused('poolEmpty')).help).toBe(keepHelping);
    expect(during(requesting).help).toBe('You still own this conversation.');
    expect(during({ ...ended, state: 'cancelled' }).help).toBe('You still own this conversation.');
  });

  test.each([
    ['busy', 'Bianca Okafor declined the transfer (busy)'],
    ['endOfShift', 'Bianca Okafor declined the transfer (end of shift)'],
    ['In a meeting', 'Bianca Okafor declined the transfer (In a meeting)'],
    ['', 'Bianca Okafor declined the transfer'],
  ])('a reason for declining is told: %s', (reason, title) => {
    expect(shown({ ...ended, state: 'declined', reason }).title).toBe(title);
  });

  test('a reason of the host is told by its label, and one that Baton has words for in these', () => {
    const declining = {
      reasons: [
        { id: 'break', label: 'On a break' },
        { id: 'busy', label: 'Full' },
      ],
    };
    const told = (reason: string) => shown({ ...ended, state: 'declined', reason }, { declining }).title;
    expect(told('break')).toBe('Bianca Okafor declined the transfer (On a break)');
    expect(told('busy')).toBe('Bianca Okafor declined the transfer (busy)');
  });

  test.each([
    ['a request without an answer, where it counts once', refused('unknownOutcome'), true, false],
    ['a request without an answer, where it may count twice', refused('unknownOutcome'), false, true],
    ['a pending one that was given up', { ...refused('unknownOutcome'), version: 3 }, true, true],
    ['one whose outcome the backend does not know', failed('unknownOutcome'), true, true],
    ['one that was refused', refused('server'), false, false],
  ] as const)('Try again asks once more when it may invite twice: %s', (_name, transfer, isIdempotent, asks) => {
    const { mayCountTwice } = transferBanner(transfer, { ...context, isIdempotent });
    expect(mayCountTwice && said(mayCountTwice)).toBe(
      asks ? 'Bianca Okafor may have been invited already. Invite Bianca Okafor once more?' : undefined,
    );
  });

  test('a cancel that came too late says so', () => {
    expect(shown({ ...ended, state: 'accepted', acceptedBy: demoColleague }, { cancelAsked: true }).title).toBe(
      'Bianca Okafor accepted before you cancelled',
    );
  });

  test('a pool that accepted is named by who took it', () => {
    const target = { kind: 'queue', id: 'billing', name: 'Billing' } as const;
    expect(shown({ ...ended, target, state: 'accepted', acceptedBy: demoColleague }).title).toBe(
      'Bianca Okafor accepted',
    );
  });

  test('a quiet confirmation goes by itself, counted from when it happened', () => {
    expect(transferBanner({ ...ended, state: 'cancelled' }, context)).toMatchObject({
      passing: true,
      at: ended.endedAt,
    });
  });
});
