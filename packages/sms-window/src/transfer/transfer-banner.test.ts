import { transferFailures } from '@baton/contracts';
import type { InteractionTransfer, Transfer } from '@baton/contracts';
import { createTexts, uiCatalogue } from '@baton/ui';
import { aTransfer, demoColleague, testStart } from '@baton/module-kit/testing';
import { catalogue } from '../messages';
import type { Wording } from '../texts';
import { transferBanner } from './transfer-banner';
import type { Circumstances } from './transfer-banner';

const circumstances: Circumstances = {
  customer: 'Jo Demo',
  connectionLost: false,
  cancellable: true,
  deadlineKnown: true,
  cancelAsked: false,
};
const texts = createTexts({ locale: 'en-GB', catalogues: [catalogue, uiCatalogue] });
const said = ({ id, values }: Wording) => texts.t(id, values);

const { expiresAt: _expiresAt, extensions: _extensions, state: _state, ...about } = aTransfer();
const ended = { ...about, endedAt: testStart + 10_000 };
const requesting: InteractionTransfer = { ...about, state: 'requesting' };
const failed = (reason: (typeof transferFailures)[number]): Transfer => ({ ...ended, state: 'failed', reason });
const refused = (reason: (typeof transferFailures)[number]): InteractionTransfer => ({
  ...ended,
  state: 'refused',
  reason,
  reference: 'ref-7',
});

function shown(transfer: InteractionTransfer, changes: Partial<Circumstances> = {}) {
  const { severity, title, help, actions, dismissible } = transferBanner(transfer, { ...circumstances, ...changes });
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
      'The contact centre did not answer in time',
      'You still own this conversation. Check My Messages before you try again. Reference ref-7.',
      ['tryAgain', 'findAnother'],
    ],
  ] as const)('%s', (reason, title, help, actions) => {
    expect(shown(refused(reason))).toEqual({ severity: 'problem', title, help, actions, dismissible: true });
  });

  test.each(transferFailures)('%s reads the same, whether it was refused or failed later', (reason) => {
    expect(shown(failed(reason)).title).toBe(shown(refused(reason)).title);
  });
});

describe('circumstances', () => {
  test('the countdown runs to the deadline of the backend', () => {
    expect(transferBanner(aTransfer(), circumstances).countdownTo).toBe(testStart + 30_000);
  });

  test('connection lost: no countdown, "Checking", actions not possible', () => {
    const banner = transferBanner(aTransfer(), { ...circumstances, connectionLost: true });
    expect(banner.countdownTo).toBeUndefined();
    expect(banner.help.map(said)).toContain('Checking');
    expect(banner.actionsDisabled && said(banner.actionsDisabled)).toBe('Not possible while the connection is lost');
  });

  test('a backend that cannot take an invitation back offers no cancel', () => {
    expect(transferBanner(aTransfer(), { ...circumstances, cancellable: false }).actions).toEqual([]);
  });

  test('a backend that does not tell the deadline has no countdown', () => {
    expect(transferBanner(aTransfer(), { ...circumstances, deadlineKnown: false }).countdownTo).toBeUndefined();
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
    expect(transferBanner({ ...ended, state: 'cancelled' }, circumstances)).toMatchObject({
      passing: true,
      at: ended.endedAt,
    });
  });
});
