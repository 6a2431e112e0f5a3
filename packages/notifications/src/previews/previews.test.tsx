import { draftOf } from '@baton/desktop';
import fc from 'fast-check';
import { fireEvent, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aRefusal,
  anAgent,
  anInteraction,
  anInvitation,
  axeViolations,
  byId,
  createTestHost,
  renderInHost,
  testStart,
} from '@baton/module-kit/testing';
import type { InHost, TestHost, TestHostOptions } from '@baton/module-kit/testing';
import { consentReader } from '@baton/contracts';
import type { Invitation, InvitationOutcome, OfferedInvitation, Preferences, Priority } from '@baton/contracts';
import * as notifications from '../index';
import { arrange } from './use-arrangement';
import type { Arrangement } from './use-arrangement';

const atOnce = { declining: { undo: false } };

const second = anInvitation({
  id: 'invitation-2',
  interactionId: 'interaction-3',
  offeredAt: testStart + 1,
  from: { id: 'cleo', name: 'Cleo Demo' },
});
const third = anInvitation({
  id: 'invitation-3',
  interactionId: 'interaction-4',
  offeredAt: testStart + 2,
  kind: 'inbound',
  from: undefined,
});

async function open(
  invitations: readonly Invitation[] = [],
  options: TestHostOptions = {},
): Promise<{ host: TestHost; screen: InHost }> {
  const host = createTestHost({ ...options, state: { invitations: byId(...invitations), ...options.state } });
  const screen = await renderInHost(notifications, host, { view: 'previews' });
  return { host, screen };
}

function end(host: TestHost, invitation: OfferedInvitation, outcome: InvitationOutcome) {
  const { expiresAt: _expiresAt, extensionsLeft: _extensionsLeft, state: _state, ...about } = invitation;
  host.setState(({ invitations }) => ({
    invitations: { ...invitations, [invitation.id]: { ...about, state: 'ended', outcome, endedAt: host.clock.now() } },
  }));
}

const card = (screen: InHost) => screen.getByRole('article');
const button = (screen: InHost, name: string) => screen.getByRole('button', { name });
const standsAt = (element: HTMLElement, y: number) =>
  jest.spyOn(element, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, y, 120, 36));
const settle = (host: TestHost) => host.clock.advance(500);

describe('a customer who has opted out', () => {
  const words = 'Has opted out';
  const consent = { state: 'optedOut', word: 'STOP' } as const;

  test('is told of before the agent accepts: on the card, in what is announced, in a row', async () => {
    const { host, screen } = await open([anInvitation({ consent }), { ...second, consent }], atOnce);
    expect(within(card(screen)).getByText(words)).toBeVisible();
    expect(host.adapters.announcements.map(({ text }) => text)).toContainEqual(expect.stringContaining(`${words}.`));
    expect(screen.getByRole('button', { name: new RegExp(`Cleo Demo.*${words}$`) })).toBeVisible();
    expect(button(screen, 'Accept')).toBeEnabled();
    expect(await axeViolations(screen.element)).toEqual([]);
  });

  test('by what they wrote last, where the backend does not say and the host reads it', async () => {
    const lastMessage = { text: 'Stop', at: testStart };
    const silent = await open([anInvitation({ lastMessage })]);
    expect(silent.screen.queryByText(words)).toBeNull();
    await silent.screen.unmount();
    const { screen } = await open([anInvitation({ lastMessage })], { readConsent: consentReader() });
    expect(screen.getByText(words)).toBeVisible();
  });
});

test('K4-1 of the case data it shows what the host has chosen for it, separately from Details', async () => {
  const fields = { preview: [{ key: 'order', label: 'Order' }], details: [{ key: 'contract', label: 'Contract' }] };
  const { screen } = await open([anInvitation({ caseData: { contract: 'Plus', order: 48213 } })], { caseData: fields });
  expect([...card(screen).querySelectorAll('dt, dd')].map(({ textContent }) => textContent)).toEqual([
    'Order',
    '48213',
  ]);
});

test('a conversation that comes back says so', async () => {
  const { host, screen } = await open(
    [anInvitation({ kind: 'return', from: { id: 'cleo', name: 'Cleo Demo' } })],
    atOnce,
  );
  expect(card(screen)).toHaveAccessibleName(/SMS returned by Cleo Demo/);
  settle(host);
  await userEvent.click(button(screen, 'Reject'));
  expect(host.commands.inputsOf('declineInvitation')).toHaveLength(1);
});

test('pinned to the corner, the region is there from the start and its cards stand in a popover that covers nothing else', async () => {
  const host = createTestHost();
  const screen = await renderInHost(notifications, host, { view: 'overlay' });
  const region = screen.getByRole('region', { name: 'Incoming interactions' });
  host.setState({ invitations: byId(anInvitation()) });
  expect(card(screen).closest('[popover]')).toHaveAttribute('popover', 'manual');
  expect(region).toContainElement(card(screen));
  expect(await axeViolations(screen.element)).toEqual([]);
});

describe('IP-01 the region', () => {
  test('is there from the start, empty or not, and takes focus when asked', async () => {
    const { host, screen } = await open();
    const region = screen.getByRole('region', { name: 'Incoming interactions' });
    expect(region).toHaveTextContent('No incoming interactions');
    expect(screen.focused()).toBeNull();

    await host.bus.request('preview.focus', {});
    expect(screen.focused()).toBe(region);
  });

  test('is reached by Alt+Shift+I', async () => {
    const { screen } = await open();
    await userEvent.keyboard('{Alt>}{Shift>}I{/Shift}{/Alt}');
    expect(screen.focused()).toBe(screen.getByRole('region'));
  });
});

test('a customer without a name is called "Unknown" on card, row and notification', async () => {
  const { name: _name, ...nameless } = anInvitation().contact;
  jest.spyOn(document, 'hasFocus').mockReturnValue(false);
  const { host, screen } = await open([], { preferences: { desktopNotifications: true } });
  host.adapters.permission = 'granted';
  host.setState({
    invitations: byId(
      anInvitation({ contact: nameless }),
      { ...second, contact: nameless, expiresAt: null },
      { ...third, contact: nameless },
    ),
  });
  expect(card(screen)).toHaveTextContent(/From Bianca Okafor · SMS transfer.*Unknown/);
  expect(button(screen, 'Accept: SMS transfer from Cleo Demo. Unknown')).toBeVisible();
  expect(button(screen, 'Accept: New SMS from Unknown. Unknown')).toBeVisible();
  expect(screen.getAllByText('Unknown')).toHaveLength(3);
  expect([...host.adapters.shown.values()]).toMatchObject([
    { title: 'SMS transfer from Bianca Okafor', body: 'Unknown · 30 s to answer' },
    { title: 'SMS transfer from Cleo Demo', body: 'Unknown' },
    { title: 'New SMS from Unknown', body: 'Unknown · 30 s to answer' },
  ]);
});

describe('IP-02 the card', () => {
  test.each<[priority: Priority, shown: RegExp]>([
    ['high', /4 min1 of 1High priorityBillingMy invoice/],
    ['normal', /4 min1 of 1Normal priorityBillingMy invoice/],
    ['low', /4 min1 of 1Low priorityBillingMy invoice/],
    [{ text: 'P1' }, /4 min1 of 1P1BillingMy invoice/],
    ['unknown:urgent', /4 min1 of 1BillingMy invoice/],
  ])('says how urgent it is: %j', async (priority, shown) => {
    const { screen } = await open([anInvitation({ priority })]);
    expect(card(screen)).toHaveTextContent(shown);
  });

  test('says who hands over what, in order, with its three answers', async () => {
    const { screen } = await open([anInvitation({ segment: 'Gold', priority: 'high', note: 'Refund agreed' })]);
    expect(screen.getByRole('article', { name: 'SMS transfer from Bianca Okafor' })).toHaveTextContent(
      /From Bianca Okafor · SMS transfer.*0:30.*30 s left to answer.*Jo Demo.*More time.*waiting 4 min.*Gold.*High priority.*Billing.*My invoice is wrong.*Note from Bianca Okafor: Refund agreed.*Reject.*Alt\+Shift\+R.*Accept.*Alt\+Shift\+A/,
    );
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'More time',
      'RejectAlt+Shift+R',
      'AcceptAlt+Shift+A',
    ]);
    expect(button(screen, 'Accept')).toHaveAttribute('aria-keyshortcuts', 'Alt+Shift+A');
    expect(button(screen, 'Reject')).toHaveAttribute('aria-keyshortcuts', 'Alt+Shift+R');
    expect(button(screen, 'Give me more time')).toHaveAttribute('aria-keyshortcuts', 'Alt+Shift+M');
  });

  test('of a new conversation names the customer', async () => {
    const { screen } = await open([third]);
    expect(screen.getByRole('article', { name: 'New SMS from Jo Demo' })).toBeInTheDocument();
  });

  test.each([
    ['Reject', 'declineInvitation'],
    ['Accept', 'acceptInvitation'],
    ['Give me more time', 'extendInvitation'],
  ] as const)('%s sends %s', async (name, command) => {
    const { host, screen } = await open([anInvitation()], atOnce);
    settle(host);
    await userEvent.click(button(screen, name));
    expect(host.commands.calls).toEqual([{ command, input: { invitationId: 'invitation-1' } }]);
  });

  test('offers more time only where the host does', async () => {
    const limited = await open([anInvitation()], { timing: { extendable: false } });
    expect(limited.screen.queryByRole('button', { name: 'Give me more time' })).not.toBeInTheDocument();
  });
});

describe('IP-03 on arrival', () => {
  test('speaks once, assertively, with time and keys, and moves no focus', async () => {
    const { host, screen } = await open();
    host.setState({ invitations: byId(anInvitation()) });
    expect(host.adapters.announcements).toEqual([
      {
        id: 'offer.invitation-1',
        priority: 'assertive',
        text: 'SMS transfer from Bianca Okafor. Jo Demo. 30 seconds to answer. Press Alt+Shift+A to accept or Alt+Shift+R to reject.',
      },
    ]);
    expect(host.adapters.sounds).toMatchObject([{ sound: 'invite', volume: 0.6 }]);
    expect(screen.focused()).toBeNull();
    expect(document.body).toHaveFocus();
  });

  test('speaks politely when the agent chose quiet announcements, without keys when shortcuts are off', async () => {
    const { host } = await open([anInvitation()], { preferences: { announcements: 'quiet', shortcuts: false } });
    expect(host.adapters.announcements).toMatchObject([
      { priority: 'polite', text: 'SMS transfer from Bianca Okafor. Jo Demo. 30 seconds to answer.' },
    ]);
  });

  test.each<Partial<Preferences>>([{ sounds: false }, { mutedSounds: ['invite'] }])(
    'is silent with %o',
    async (preferences) => {
      const { host } = await open([anInvitation()], { preferences });
      expect(host.adapters.sounds).toEqual([]);
    },
  );
});

describe('IP-04 the countdown', () => {
  test('follows the deadline on the backend’s clock, and is not live', async () => {
    const { host, screen } = await open([anInvitation()], { state: { clockOffset: 5000 } });
    expect(screen.getByRole('timer')).toHaveTextContent('25 s left to answer');
    expect(screen.getByRole('timer')).toHaveAttribute('aria-live', 'off');
    host.clock.advance(5000);
    expect(screen.getByRole('timer')).toHaveTextContent('20 s left to answer');
    expect(host.adapters.announcements).toHaveLength(1);
  });

  test('reminds once at 10 seconds', async () => {
    const { host } = await open([anInvitation()]);
    host.clock.advance(25_000);
    expect(host.adapters.announcements.slice(1)).toEqual([
      {
        id: 'soon.invitation-1',
        priority: 'polite',
        text: '10 seconds left to answer the transfer from Bianca Okafor',
      },
    ]);
    expect(host.adapters.sounds.map(({ sound }) => sound)).toEqual(['invite', 'inviteReminder']);
  });

  test('checks for two seconds at zero, and never decides', async () => {
    const { host, screen } = await open([anInvitation()]);
    host.clock.advance(30_000);
    expect(screen.getByRole('timer')).toHaveTextContent('Checking');
    host.clock.advance(2000);
    expect(screen.getByRole('timer')).toHaveTextContent('Time is up, waiting for the contact centre');
    expect(button(screen, 'Accept')).toBeInTheDocument();
    expect(host.commands.calls).toEqual([]);
  });
});

describe('IP-05 more time', () => {
  test('starts the countdown again and says so', async () => {
    const { host, screen } = await open([anInvitation()]);
    host.clock.advance(22_000);
    host.setState({
      invitations: byId(anInvitation({ version: 2, expiresAt: host.clock.now() + 30_000, extensionsLeft: 9 })),
    });
    expect(screen.getByRole('timer')).toHaveTextContent('30 s left to answer');
    expect(host.adapters.announcements.at(-1)).toMatchObject({ text: '30 seconds left', priority: 'polite' });
  });

  test('keeps nobody from answering while it is on its way', async () => {
    const { host, screen } = await open([anInvitation()], atOnce);
    settle(host);
    host.commands.answer('extendInvitation', new Promise(() => undefined));
    await userEvent.click(button(screen, 'Give me more time'));
    await userEvent.click(button(screen, 'Reject'));
    expect(host.commands.calls.map(({ command }) => command)).toEqual(['extendInvitation', 'declineInvitation']);
  });

  test('can be had ten times; then the button says why not', async () => {
    const { host, screen } = await open([anInvitation({ extensionsLeft: 0 })]);
    settle(host);
    const more = button(screen, 'Give me more time');
    expect(more).toHaveAttribute('aria-disabled', 'true');
    expect(more).toHaveAccessibleDescription('No more time can be added');
    await userEvent.click(more);
    await userEvent.keyboard('{Alt>}{Shift>}M{/Shift}{/Alt}');
    expect(host.commands.calls).toEqual([]);
  });
});

test('IP-06 Esc does not reject', async () => {
  const { host, screen } = await open([anInvitation()]);
  button(screen, 'Accept').focus();
  await userEvent.keyboard('{Escape}');
  expect(host.commands.calls).toEqual([]);
  expect(card(screen)).toBeInTheDocument();
});

describe('IP-07 the arrival guard', () => {
  test('ignores the pointer for 500 ms after a card appeared', async () => {
    const { host, screen } = await open([anInvitation()]);
    host.clock.advance(499);
    await userEvent.click(button(screen, 'Accept'));
    expect(host.commands.calls).toEqual([]);
    host.clock.advance(1);
    await userEvent.click(button(screen, 'Accept'));
    expect(host.commands.calls).toHaveLength(1);
  });

  test('takes the second click of a double click whose first one was stopped', async () => {
    const { host, screen } = await open([anInvitation()]);
    fireEvent.click(button(screen, 'Accept'), { detail: 1 });
    settle(host);
    fireEvent.click(button(screen, 'Accept'), { detail: 2 });
    expect(host.commands.calls).toHaveLength(1);
  });

  test('also after it moved', async () => {
    const { host, screen } = await open([anInvitation()]);
    settle(host);
    standsAt(button(screen, 'Accept'), 40);
    host.setState({
      invitations: byId(anInvitation({ version: 2, lastMessage: { text: 'A longer text', at: testStart } })),
    });
    await userEvent.click(button(screen, 'Accept'));
    expect(host.commands.calls).toEqual([]);
  });

  test('also after something outside pushed it', async () => {
    const { host, screen } = await open([anInvitation()]);
    settle(host);
    standsAt(button(screen, 'Accept'), 40);
    await userEvent.click(button(screen, 'Accept'));
    expect(host.commands.calls).toEqual([]);
    settle(host);
    await userEvent.click(button(screen, 'Accept'));
    expect(host.commands.calls).toHaveLength(1);
  });

  test('but not after the agent scrolled', async () => {
    const { host, screen } = await open([anInvitation()]);
    settle(host);
    document.documentElement.scrollTop = 40;
    standsAt(button(screen, 'Accept'), -40);
    await userEvent.click(button(screen, 'Accept'));
    expect(host.commands.calls).toHaveLength(1);
    document.documentElement.scrollTop = 0;
  });

  test('counts from the move itself, not from the click after it', async () => {
    const { host, screen } = await open([anInvitation()]);
    settle(host);
    standsAt(button(screen, 'Accept'), 40);
    host.clock.advance(50);
    settle(host);
    await userEvent.click(button(screen, 'Accept'));
    expect(host.commands.calls).toHaveLength(1);
  });

  test('does not hold back the keyboard', async () => {
    const { host, screen } = await open([anInvitation()]);
    button(screen, 'Accept').focus();
    await userEvent.keyboard('{Enter}');
    expect(host.commands.calls).toHaveLength(1);
  });
});

describe('IP-08 one card at a time', () => {
  test('keeps the visible one, queues the others, and alerts for each when it comes up', async () => {
    const { host, screen } = await open([second]);
    host.setState(({ invitations }) => ({ invitations: { ...invitations, ...byId(anInvitation(), third) } }));
    expect(screen.getByRole('article', { name: 'SMS transfer from Cleo Demo' })).toHaveTextContent('1 of 3');
    expect(host.adapters.announcements.slice(1)).toMatchObject([
      { priority: 'polite', text: 'SMS transfer from Bianca Okafor. 2 of 3 incoming interactions.' },
      { priority: 'polite', text: 'New SMS from Jo Demo. 3 of 3 incoming interactions.' },
    ]);
    expect(host.adapters.sounds).toHaveLength(1);

    end(host, second, 'withdrawn');
    expect(screen.getByRole('article', { name: 'SMS transfer from Bianca Okafor' })).toHaveTextContent('1 of 2');
    expect(host.adapters.announcements.at(-1)?.text).toMatch(/^SMS transfer from Bianca Okafor\. Jo Demo\./);
    expect(host.adapters.sounds).toHaveLength(2);
  });
});

describe('IP-08 the others that wait', () => {
  const at = (id: string, name: string, seconds: number) =>
    anInvitation({
      id,
      interactionId: `interaction-${id}`,
      contact: { ...anInvitation().contact, name },
      expiresAt: testStart + seconds * 1000,
    });
  const [noor, olu, sam] = [at('a', 'Noor Haddad', 40), at('b', 'Olu Adeyemi', 20), at('c', 'Sam Carter', 30)];
  const rows = (screen: InHost) =>
    screen.getAllByRole('button', { name: /^Accept: / }).map((row) => row.closest('li')?.textContent);

  test('are listed under the card by deadline, with customer, sender and time', async () => {
    const { host, screen } = await open([noor]);
    host.setState({ invitations: byId(noor, sam, olu) });
    expect(card(screen)).toHaveTextContent('Noor Haddad');
    expect(rows(screen)).toEqual([
      'Olu Adeyemifrom Bianca Okafor0:20 20 sAccept',
      'Sam Carterfrom Bianca Okafor0:30 30 sAccept',
    ]);
    expect(await axeViolations(screen.element)).toEqual([]);
  });

  test('are accepted with the mouse, not before half a second, and by keyboard', async () => {
    const { host, screen } = await open([noor, olu, sam]);
    const name = 'Accept: SMS transfer from Bianca Okafor. Sam Carter';
    host.clock.advance(499);
    await userEvent.click(button(screen, name));
    expect(host.commands.calls).toEqual([]);
    host.clock.advance(1);
    await userEvent.click(button(screen, name));
    button(screen, 'Accept: SMS transfer from Bianca Okafor. Noor Haddad').focus();
    await userEvent.keyboard('{Enter}');
    expect(host.commands.inputsOf('acceptInvitation')).toEqual([{ invitationId: 'c' }, { invitationId: 'a' }]);
  });

  test('are announced at ten seconds each, and never end unseen', async () => {
    const { host } = await open([noor, olu, sam]);
    host.clock.advance(25_000);
    const said = host.adapters.announcements.map(({ id }) => id);
    expect(said).toEqual(expect.arrayContaining(['soon.b', 'soon.c']));
  });

  test('keep their places while the agent is at them, also what ended', async () => {
    const { host, screen } = await open([noor, olu, sam]);
    await userEvent.hover(card(screen));
    end(host, olu, 'withdrawn');
    const places = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(places[0]).toContain('Bianca Okafor withdrew the transfer: Olu Adeyemi');
    expect(places[1]).toContain('SMS transfer from Bianca Okafor');
    expect(places[1]).toContain('Sam Carter');
    expect(places[2]).toContain('Noor Haddad');
    host.clock.advance(9000);
    expect(screen.getAllByRole('listitem')[0]).toHaveTextContent('Olu Adeyemi');
  });
});

test('arranging keeps the card while it waits, and every place while the agent is there', () => {
  const invitation = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), seconds: fc.integer({ min: 1, max: 60 }) });
  const step = fc.record({
    waiting: fc.uniqueArray(invitation, { selector: ({ id }) => id, maxLength: 4 }),
    held: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let before: Arrangement = { order: [], card: undefined };
      for (const { waiting, held } of steps) {
        const offered = waiting.map(({ id, seconds }) => anInvitation({ id, expiresAt: testStart + seconds * 1000 }));
        const after = arrange(before, offered, held);
        const ids = offered.map(({ id }) => id);
        expect(after.order).toEqual(expect.arrayContaining(ids));
        expect(new Set(after.order).size).toBe(after.order.length);
        if (before.card !== undefined && ids.includes(before.card)) expect(after.card).toBe(before.card);
        if (held) expect(after.order.slice(0, before.order.length)).toEqual(before.order);
        else expect(after.order[0]).toBe(after.card);
        before = after;
      }
    }),
  );
});

describe('IP-09 a card ends', () => {
  test.each<[InvitationOutcome, string]>([
    ['withdrawn', 'Bianca Okafor withdrew the transfer: Jo Demo'],
    ['conversationEnded', 'The conversation with Jo Demo ended'],
    ['declined', 'You rejected the transfer from Bianca Okafor: Jo Demo'],
    ['revoked', 'The transfer from Bianca Okafor is no longer offered to you: Jo Demo'],
    ['accepted', 'You accepted in another window: Jo Demo'],
    ['expired', 'You missed a transfer from Bianca Okafor: Jo Demo'],
  ])('%s: the reason is shown and told politely', async (outcome, text) => {
    const { host, screen } = await open([anInvitation()]);
    end(host, anInvitation(), outcome);
    expect(screen.queryByRole('article')).not.toBeInTheDocument();
    expect(screen.getByText(text)).toBeInTheDocument();
    expect(host.adapters.announcements.at(-1)).toEqual({ id: 'outcome.invitation-1', priority: 'polite', text });
  });

  test.each<[InvitationOutcome, string]>([
    ['withdrawn', 'The SMS from Jo Demo is no longer offered to you'],
    ['declined', 'You rejected the SMS from Jo Demo'],
    ['expired', 'You missed an SMS from Jo Demo'],
  ])('%s new conversation', async (outcome, text) => {
    const { host, screen } = await open([third]);
    end(host, third, outcome);
    expect(screen.getByText(text)).toBeInTheDocument();
  });

  test('focus inside goes to the next card', async () => {
    const { host, screen } = await open([anInvitation(), second]);
    button(screen, 'Accept').focus();
    end(host, anInvitation(), 'withdrawn');
    expect(screen.focused()).toBe(card(screen));
  });

  test('without another card, once answered, to what had focus before, even in another shadow root', async () => {
    const elsewhere = document.body.appendChild(document.createElement('div'));
    const composer = elsewhere.attachShadow({ mode: 'open' }).appendChild(document.createElement('textarea'));
    const { host, screen } = await open([anInvitation()]);
    settle(host);
    composer.focus();
    button(screen, 'Reject').focus();
    await userEvent.keyboard('{Enter}');
    end(host, anInvitation(), 'declined');
    expect(elsewhere.shadowRoot?.activeElement).toBe(composer);
    elsewhere.remove();
  });

  test('to the heading in the middle of a word, once answered: its rest is written nowhere', async () => {
    const composer = document.body.appendChild(document.createElement('textarea'));
    const { host, screen } = await open([anInvitation()], atOnce);
    settle(host);
    composer.focus();
    await userEvent.click(button(screen, 'Reject'));
    await userEvent.keyboard('your inv');
    end(host, anInvitation(), 'declined');
    await userEvent.keyboard('oice');
    expect(composer).toHaveValue('');
    expect(screen.focused()).toBe(screen.getByRole('heading', { name: 'Incoming interactions' }));
    composer.remove();
  });

  test('to the heading when it goes by itself: the next key presses and writes nothing', async () => {
    const composer = document.body.appendChild(document.createElement('textarea'));
    const { host, screen } = await open([anInvitation()]);
    composer.focus();
    button(screen, 'Accept').focus();
    end(host, anInvitation(), 'withdrawn');
    await userEvent.keyboard('{Enter}');
    expect(composer).toHaveValue('');
    expect(screen.focused()).toBe(screen.getByRole('heading', { name: 'Incoming interactions' }));
    composer.remove();
  });

  test('to the heading without anything before', async () => {
    const { host, screen } = await open([anInvitation()]);
    button(screen, 'Accept').focus();
    end(host, anInvitation(), 'withdrawn');
    expect(screen.focused()).toBe(screen.getByRole('heading', { name: 'Incoming interactions' }));
  });

  test('focus elsewhere stays where it is', async () => {
    const outside = document.body.appendChild(document.createElement('button'));
    const { host } = await open([anInvitation()]);
    outside.focus();
    end(host, anInvitation(), 'withdrawn');
    expect(outside).toHaveFocus();
    outside.remove();
  });
});

describe('MM-04 outcomes', () => {
  test('confirmations go by themselves', async () => {
    const { host, screen } = await open([anInvitation()]);
    end(host, anInvitation(), 'withdrawn');
    host.clock.advance(4999);
    expect(screen.getByText('Bianca Okafor withdrew the transfer: Jo Demo')).toBeInTheDocument();
    host.clock.advance(1);
    expect(screen.queryByText('Bianca Okafor withdrew the transfer: Jo Demo')).not.toBeInTheDocument();
    expect(screen.getByText('No incoming interactions')).toBeInTheDocument();
  });

  test('a missed one stays until dismissed by a button that names it (MM-05)', async () => {
    const { host, screen } = await open([anInvitation()]);
    end(host, anInvitation(), 'expired');
    host.clock.advance(60_000);
    expect(screen.getByText('Your status has not changed.')).toBeInTheDocument();
    await userEvent.click(button(screen, 'Dismiss: You missed a transfer from Bianca Okafor: Jo Demo'));
    expect(screen.queryByText('You missed a transfer from Bianca Okafor: Jo Demo')).not.toBeInTheDocument();
    expect(screen.focused()).toBe(screen.getByRole('heading'));
  });
});

describe('IP-10 a missed invitation that changed the status', () => {
  const notReady = anAgent({ channels: [{ channel: 'sms', state: 'notReady', since: testStart }] });

  test('says so and offers the way back', async () => {
    const { host, screen } = await open([anInvitation()], { state: { agent: notReady } });
    end(host, anInvitation(), 'expired');
    expect(host.adapters.announcements.at(-1)?.text).toBe(
      'You missed a transfer from Bianca Okafor: Jo Demo. Your status is now Not ready for SMS. Go ready when you can.',
    );
    settle(host);
    await userEvent.click(button(screen, 'Go ready for SMS'));
    expect(host.commands.calls).toEqual([{ command: 'setChannelState', input: { channel: 'sms', state: 'ready' } }]);
    expect(await screen.findByText('No incoming interactions')).toBeInTheDocument();
  });

  test.each([
    ['the connection is lost', { connection: { state: 'connectionLost', since: testStart } }],
    ['after-call work lasts', { agent: { ...notReady, presence: { state: 'afterCallWork', since: testStart } } }],
  ] as const)('offers no way back while %s', async (_, change) => {
    const { host, screen } = await open([anInvitation()], { state: { agent: notReady } });
    end(host, anInvitation(), 'expired');
    settle(host);
    expect(button(screen, 'Go ready for SMS')).toBeVisible();
    host.setState(change);
    expect(screen.queryByRole('button', { name: 'Go ready for SMS' })).not.toBeInTheDocument();
  });

  test('is told as it was, whatever the agent does later', async () => {
    const { host, screen } = await open([anInvitation()], { state: { agent: notReady } });
    end(host, anInvitation(), 'expired');
    host.setState({ agent: anAgent() });
    expect(screen.getByText('Your status changed to Not ready for SMS.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Go ready for SMS' })).not.toBeInTheDocument();
  });

  test('is not told of one that changed nothing, when the agent goes not ready later', async () => {
    const { host, screen } = await open([anInvitation()]);
    end(host, anInvitation(), 'expired');
    host.setState({ agent: notReady });
    expect(screen.getByText('Your status has not changed.')).toBeVisible();
    expect(button(screen, 'Go ready for SMS')).toBeVisible();
  });

  test('stays when going ready is refused', async () => {
    const { host, screen } = await open([anInvitation()], { state: { agent: notReady } });
    host.commands.answer('setChannelState', aRefusal());
    end(host, anInvitation(), 'expired');
    settle(host);
    await userEvent.click(button(screen, 'Go ready for SMS'));
    expect(button(screen, 'Go ready for SMS')).toBeInTheDocument();
    const told = 'Your status did not change. Try again in a moment. Reference ref-1.';
    expect(screen.getByText(told)).toBeVisible();
    expect(host.adapters.announcements.at(-1)).toMatchObject({ text: told, priority: 'assertive' });
  });
});

describe('IP-11 by keyboard only', () => {
  test.each([
    ['A', 'acceptInvitation'],
    ['R', 'declineInvitation'],
    ['M', 'extendInvitation'],
  ])('Alt+Shift+%s sends %s', async (key, command) => {
    const { host } = await open([anInvitation()], atOnce);
    settle(host);
    await userEvent.keyboard(`{Alt>}{Shift>}${key}{/Shift}{/Alt}`);
    expect(host.commands.calls).toEqual([{ command, input: { invitationId: 'invitation-1' } }]);
  });

  test.each([
    ['A', 'acceptInvitation', 'accepted'],
    ['R', 'declineInvitation', 'declined'],
  ] as const)('Alt+Shift+%s pressed twice answers one invitation', async (key, command, outcome) => {
    const { host } = await open([anInvitation(), second], atOnce);
    settle(host);
    await userEvent.keyboard(`{Alt>}{Shift>}${key}{/Shift}{/Alt}`);
    end(host, anInvitation(), outcome);
    host.clock.advance(350);
    await userEvent.keyboard(`{Alt>}{Shift>}${key}{/Shift}{/Alt}`);
    expect(host.commands.calls).toEqual([{ command, input: { invitationId: 'invitation-1' } }]);
    host.clock.advance(150);
    await userEvent.keyboard(`{Alt>}{Shift>}${key}{/Shift}{/Alt}`);
    expect(host.commands.calls.at(-1)).toEqual({ command, input: { invitationId: 'invitation-2' } });
  });

  test.each(['A', 'R', 'M'])('Alt+Shift+%s answers no card that has just taken the place of another', async (key) => {
    const { host } = await open([anInvitation(), second]);
    settle(host);
    end(host, anInvitation(), 'withdrawn');
    host.clock.advance(100);
    await userEvent.keyboard(`{Alt>}{Shift>}${key}{/Shift}{/Alt}`);
    expect(host.commands.calls).toEqual([]);
  });

  test('the keys do nothing without a card', async () => {
    const { host } = await open();
    await userEvent.keyboard('{Alt>}{Shift>}A{/Shift}{/Alt}');
    expect(host.commands.calls).toEqual([]);
  });
});

describe('accepting', () => {
  const assigned = byId(anInteraction({ id: 'interaction-2' }));

  async function accept(host: TestHost, screen: InHost) {
    settle(host);
    await userEvent.click(button(screen, 'Accept'));
  }

  test('shows that it is under way, then opens the conversation with focus', async () => {
    const { host, screen } = await open([anInvitation()]);
    const opened = jest.fn();
    host.bus.respond('interaction.open', opened);
    await accept(host, screen);
    expect(button(screen, 'Accepting')).toHaveAttribute('aria-busy', 'true');
    await userEvent.click(button(screen, 'Accepting'));
    expect(host.commands.calls).toHaveLength(1);

    end(host, anInvitation(), 'accepted');
    host.setState({ interactions: assigned });
    expect(opened.mock.calls).toMatchObject([[{ interactionId: 'interaction-2', focus: true }, {}]]);
    expect(screen.queryByText('You accepted in another window: Jo Demo')).not.toBeInTheDocument();
  });

  test.each([
    { name: 'types', goOn: () => userEvent.keyboard('a') },
    { name: 'presses the pointer', goOn: () => userEvent.click(document.body) },
  ])('SW-11 by an agent who $name elsewhere meanwhile opens on demand', async ({ goOn }) => {
    const composer = document.body.appendChild(document.createElement('textarea'));
    const { host, screen } = await open([anInvitation()]);
    const opened = jest.fn();
    host.bus.respond('interaction.open', opened);
    await accept(host, screen);
    composer.focus();
    await goOn();
    end(host, anInvitation(), 'accepted');
    host.setState({ interactions: assigned });
    expect(opened).not.toHaveBeenCalled();
    expect(screen.getByText('The conversation with Jo Demo is yours')).toBeInTheDocument();
    // The SMS window says it.
    expect(host.adapters.announcements.filter(({ id }) => id?.startsWith('outcome'))).toEqual([]);

    settle(host);
    await userEvent.click(button(screen, 'Open conversation'));
    expect(opened.mock.calls).toMatchObject([[{ interactionId: 'interaction-2', focus: true }, {}]]);
    expect(screen.queryByText('The conversation with Jo Demo is yours')).not.toBeInTheDocument();
    composer.remove();
  });

  test('what is typed before the window is there waits in its composer', async () => {
    const { host, screen } = await open([anInvitation()]);
    host.bus.respond('interaction.open', () => undefined);
    await accept(host, screen);
    await userEvent.keyboard(' Hello Nor{Backspace}{Backspace}oo{Enter}');
    expect(draftOf(host.desktop.getState(), 'interaction-2')).toBe('');
    end(host, anInvitation(), 'accepted');
    host.setState({ interactions: assigned });
    expect(draftOf(host.desktop.getState(), 'interaction-2')).toBe('Hello Noo');
  });

  test('of one in the list goes on when it takes the place of the card meanwhile', async () => {
    const { host, screen } = await open([anInvitation(), second]);
    const opened = jest.fn();
    host.bus.respond('interaction.open', opened);
    settle(host);
    await userEvent.click(button(screen, 'Accept: SMS transfer from Cleo Demo. Jo Demo'));
    end(host, anInvitation(), 'withdrawn');
    expect(button(screen, 'Accepting')).toHaveAttribute('aria-busy', 'true');
    await userEvent.keyboard('Hello');

    end(host, second, 'accepted');
    host.setState({ interactions: byId(anInteraction({ id: 'interaction-3' })) });
    expect(opened.mock.calls).toMatchObject([[{ interactionId: 'interaction-3', focus: true }, {}]]);
    expect(draftOf(host.desktop.getState(), 'interaction-3')).toBe('Hello');
  });

  test('in another window opens nothing here', async () => {
    const { host } = await open([anInvitation()]);
    const opened = jest.fn();
    host.bus.respond('interaction.open', opened);
    end(host, anInvitation(), 'accepted');
    host.setState({ interactions: assigned });
    expect(opened).not.toHaveBeenCalled();
  });

  test('that is refused says so and leaves the buttons usable', async () => {
    const { host, screen } = await open([anInvitation()]);
    host.commands.answer('acceptInvitation', aRefusal({ code: 'gone' }));
    await accept(host, screen);
    expect(screen.getByRole('group', { name: /The transfer could not be accepted/ })).toHaveTextContent(
      'It may have been withdrawn. Nothing changed for the customer.',
    );
    expect(host.adapters.announcements.at(-1)).toMatchObject({
      priority: 'assertive',
      text: 'The transfer could not be accepted. It may have been withdrawn. Nothing changed for the customer.',
    });
    expect(button(screen, 'Accept')).not.toHaveAttribute('aria-disabled');
    expect(await axeViolations(screen.element)).toEqual([]);
  });

  test('without an answer still opens the conversation when it turns out to have worked', async () => {
    const { host, screen } = await open([anInvitation()]);
    const opened = jest.fn();
    host.bus.respond('interaction.open', opened);
    host.commands.answer('acceptInvitation', aRefusal({ code: 'unknown_outcome' }));
    await accept(host, screen);
    expect(screen.getByText(/The contact centre did not answer in time/)).toBeInTheDocument();
    host.setState({ interactions: assigned, invitations: {} });
    expect(opened).toHaveBeenCalled();
  });
});

test('connection lost: the buttons say why they do nothing, the time is not guessed', async () => {
  const { host, screen } = await open([anInvitation()]);
  settle(host);
  host.setState({ connection: { state: 'connectionLost', since: testStart } });
  expect(card(screen)).toHaveTextContent('Reconnecting');
  expect(screen.queryByRole('timer')).not.toBeInTheDocument();
  for (const name of ['Reject', 'Accept', 'Give me more time']) {
    expect(button(screen, name)).toHaveAccessibleDescription('Not possible while the connection is lost');
    await userEvent.click(button(screen, name));
  }
  settle(host);
  await userEvent.keyboard('{Alt>}{Shift>}A{/Shift}{/Alt}');
  expect(host.commands.calls).toEqual([]);
  expect(host.adapters.announcements.at(-1)).toMatchObject({ text: 'Not possible while the connection is lost' });
});

describe('attention', () => {
  test('locked sound is explained while a card is shown, until the first click', async () => {
    const { host, screen } = await open();
    host.adapters.soundUnlocked = false;
    host.setState({ invitations: byId(anInvitation()) });
    expect(screen.getByText('Sound starts after your first click on this page')).toBeInTheDocument();
    host.adapters.soundUnlocked = true;
    host.clock.advance(1000);
    expect(screen.queryByText('Sound starts after your first click on this page')).not.toBeInTheDocument();
  });
});

describe('desktop notifications', () => {
  const away = () => jest.spyOn(document, 'hasFocus').mockReturnValue(false);

  test('come only when switched on, allowed, and the agent looks elsewhere', async () => {
    const looks = jest.spyOn(document, 'hasFocus').mockReturnValue(true);
    const { host } = await open([], { preferences: { desktopNotifications: true } });
    host.adapters.permission = 'granted';
    host.setState({ invitations: byId(anInvitation()) });
    expect(host.adapters.shown.size).toBe(0);

    looks.mockReturnValue(false);
    host.setState({ invitations: byId(anInvitation(), second) });
    expect(host.adapters.shown.get('invitation-2')).toMatchObject({
      title: 'SMS transfer from Cleo Demo',
      body: 'Jo Demo · 30 s to answer',
      silent: true,
    });
    expect(JSON.stringify([...host.adapters.shown.values()])).not.toContain('invoice');
  });

  test('lead to the card, accept nothing, and close when the invitation ends', async () => {
    away();
    const { host, screen } = await open([], { preferences: { desktopNotifications: true } });
    host.adapters.permission = 'granted';
    host.setState({ invitations: byId(anInvitation()) });
    host.adapters.shown.get('invitation-1')?.onClick();
    expect(screen.focused()).toBe(card(screen));
    expect(host.commands.calls).toEqual([]);
    end(host, anInvitation(), 'withdrawn');
    expect(host.adapters.shown.size).toBe(0);
  });

  test('do not come without being switched on', async () => {
    away();
    const { host } = await open();
    host.adapters.permission = 'granted';
    host.setState({ invitations: byId(anInvitation()) });
    expect(host.adapters.shown.size).toBe(0);
  });
});

test.each([
  ['no card', []],
  ['a card', [anInvitation({ segment: 'Gold', note: 'Refund agreed' })]],
  ['three cards', [anInvitation(), second, third]],
])('axe finds nothing with %s', async (_, invitations) => {
  const { screen } = await open(invitations);
  expect(await axeViolations(screen.element)).toEqual([]);
});

test('axe finds nothing in a missed invitation', async () => {
  const { host, screen } = await open([anInvitation()]);
  end(host, anInvitation(), 'expired');
  expect(await axeViolations(screen.element)).toEqual([]);
});

afterEach(() => jest.restoreAllMocks());
