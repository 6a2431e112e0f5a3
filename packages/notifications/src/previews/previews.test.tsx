import userEvent from '@testing-library/user-event';
import {
  aRefusal,
  anAgent,
  anInteraction,
  anInvitation,
  axeViolations,
  byId,
  capabilities,
  createTestHost,
  renderInHost,
  testStart,
} from '@baton/module-kit/testing';
import type { InHost, TestHost, TestHostOptions } from '@baton/module-kit/testing';
import type { Invitation, InvitationOutcome, OfferedInvitation } from '@baton/contracts';
import * as notifications from '../index';

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
const settle = (host: TestHost) => host.clock.advance(500);

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

describe('IP-02 the card', () => {
  test('says who hands over what, in order, with its three answers', async () => {
    const { screen } = await open([
      anInvitation({ segment: 'Gold', priority: 'High priority', note: 'Refund agreed' }),
    ]);
    expect(screen.getByRole('article', { name: 'SMS transfer from Bianca Okafor' })).toHaveTextContent(
      /Jo Demo · Billing · waiting 4 min.*Gold · High priority.*My invoice is wrong.*Note from Bianca Okafor: Refund agreed.*30 s left to answer.*Reject.*Accept.*Give me more time/,
    );
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'Reject',
      'Accept',
      'Give me more time',
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
    const { host, screen } = await open([anInvitation()]);
    settle(host);
    await userEvent.click(button(screen, name));
    expect(host.commands.calls).toEqual([{ command, input: { invitationId: 'invitation-1' } }]);
  });

  test('offers more time only where host and backend do', async () => {
    const limited = await open([anInvitation()], { timing: { extendable: false } });
    expect(limited.screen.queryByRole('button', { name: 'Give me more time' })).not.toBeInTheDocument();
    const unable = await open([anInvitation()], { state: { capabilities: capabilities({ extendInvitation: false }) } });
    expect(unable.screen.queryByRole('button', { name: 'Give me more time' })).not.toBeInTheDocument();
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

  test('names no time that the backend does not know', async () => {
    const { host, screen } = await open([third], {
      state: { capabilities: capabilities({ inviteExpiry: 'unknown' }) },
    });
    expect(host.adapters.announcements[0]?.text).toMatch(/^New SMS from Jo Demo\. Press/);
    expect(screen.queryByRole('timer')).not.toBeInTheDocument();
  });

  test('is silent when sounds are off', async () => {
    const { host } = await open([anInvitation()], { preferences: { sounds: false } });
    expect(host.adapters.sounds).toEqual([]);
  });
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
    const { host, screen } = await open([anInvitation()]);
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

  test('also after it moved', async () => {
    const { host, screen } = await open([anInvitation()]);
    settle(host);
    jest.spyOn(card(screen), 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 40, 304, 200));
    host.setState({
      invitations: byId(anInvitation({ version: 2, lastMessage: { text: 'A longer text', at: testStart } })),
    });
    await userEvent.click(button(screen, 'Accept'));
    expect(host.commands.calls).toEqual([]);
  });

  test('also after something outside pushed it', async () => {
    const { host, screen } = await open([anInvitation()]);
    settle(host);
    jest.spyOn(card(screen), 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 40, 304, 200));
    await userEvent.click(button(screen, 'Accept'));
    expect(host.commands.calls).toEqual([]);
    settle(host);
    await userEvent.click(button(screen, 'Accept'));
    expect(host.commands.calls).toHaveLength(1);
  });

  test('but not after the agent scrolled', async () => {
    const { host, screen } = await open([anInvitation()]);
    settle(host);
    const scroll = jest.replaceProperty(window, 'scrollY', 40);
    jest.spyOn(card(screen), 'getBoundingClientRect').mockReturnValue(new DOMRect(0, -40, 0, 0));
    await userEvent.click(button(screen, 'Accept'));
    expect(host.commands.calls).toHaveLength(1);
    scroll.restore();
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

describe('IP-09 a card ends', () => {
  test.each<[InvitationOutcome, string]>([
    ['withdrawn', 'Bianca Okafor withdrew the transfer'],
    ['conversationEnded', 'The conversation with Jo Demo ended'],
    ['declined', 'You rejected the transfer from Bianca Okafor'],
    ['revoked', 'The transfer from Bianca Okafor is no longer offered to you'],
    ['accepted', 'You accepted in another window'],
    ['expired', 'You missed a transfer from Bianca Okafor'],
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

  test('without another card, to what had focus before, even in another shadow root', async () => {
    const elsewhere = document.body.appendChild(document.createElement('div'));
    const composer = elsewhere.attachShadow({ mode: 'open' }).appendChild(document.createElement('textarea'));
    const { host, screen } = await open([anInvitation()]);
    composer.focus();
    button(screen, 'Accept').focus();
    end(host, anInvitation(), 'withdrawn');
    expect(elsewhere.shadowRoot?.activeElement).toBe(composer);
    elsewhere.remove();
  });

  test('else to the heading', async () => {
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
    expect(screen.getByText('Bianca Okafor withdrew the transfer')).toBeInTheDocument();
    host.clock.advance(1);
    expect(screen.queryByText('Bianca Okafor withdrew the transfer')).not.toBeInTheDocument();
    expect(screen.getByText('No incoming interactions')).toBeInTheDocument();
  });

  test('a missed one stays until dismissed by a button that names it (MM-05)', async () => {
    const { host, screen } = await open([anInvitation()]);
    end(host, anInvitation(), 'expired');
    host.clock.advance(60_000);
    expect(screen.getByText('Your status has not changed.')).toBeInTheDocument();
    await userEvent.click(button(screen, 'Dismiss: You missed a transfer from Bianca Okafor'));
    expect(screen.queryByText('You missed a transfer from Bianca Okafor')).not.toBeInTheDocument();
    expect(screen.focused()).toBe(screen.getByRole('heading'));
  });
});

describe('IP-10 a missed invitation that changed the status', () => {
  const notReady = anAgent({ channels: [{ channel: 'sms', state: 'notReady', since: testStart }] });

  test('says so and offers the way back', async () => {
    const { host, screen } = await open([anInvitation()], { state: { agent: notReady } });
    end(host, anInvitation(), 'expired');
    expect(host.adapters.announcements.at(-1)?.text).toBe(
      'You missed a transfer from Bianca Okafor. Your status is now Not ready for SMS. Go ready when you can.',
    );
    await userEvent.click(button(screen, 'Go ready for SMS'));
    expect(host.commands.calls).toEqual([{ command: 'setChannelState', input: { channel: 'sms', state: 'ready' } }]);
    expect(await screen.findByText('No incoming interactions')).toBeInTheDocument();
  });

  test('stays when going ready is refused', async () => {
    const { host, screen } = await open([anInvitation()], { state: { agent: notReady } });
    host.commands.answer('setChannelState', aRefusal());
    end(host, anInvitation(), 'expired');
    await userEvent.click(button(screen, 'Go ready for SMS'));
    expect(button(screen, 'Go ready for SMS')).toBeInTheDocument();
    expect(host.adapters.announcements.at(-1)).toMatchObject({
      text: 'Your status did not change',
      priority: 'assertive',
    });
  });
});

describe('IP-11 by keyboard only', () => {
  test.each([
    ['A', 'acceptInvitation'],
    ['R', 'declineInvitation'],
    ['M', 'extendInvitation'],
  ])('Alt+Shift+%s sends %s', async (key, command) => {
    const { host } = await open([anInvitation()]);
    await userEvent.keyboard(`{Alt>}{Shift>}${key}{/Shift}{/Alt}`);
    expect(host.commands.calls).toEqual([{ command, input: { invitationId: 'invitation-1' } }]);
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
    expect(screen.queryByText('You accepted in another window')).not.toBeInTheDocument();
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
  await userEvent.keyboard('{Alt>}{Shift>}A{/Shift}{/Alt}');
  expect(host.commands.calls).toEqual([]);
});

describe('attention', () => {
  test('counts go to the bus and into the title, and leave with the module', async () => {
    const { host, screen } = await open([anInvitation(), second]);
    expect(host.bus.retained('attention.changed')).toEqual({ incoming: 2, unread: 0 });
    end(host, second, 'withdrawn');
    expect(host.adapters.titles.at(-1)).toEqual({ incoming: 1, unread: 0 });
    await screen.unmount();
    expect(host.adapters.titles.at(-1)).toEqual({ incoming: 0, unread: 0 });
    expect(host.clock.pending()).toBe(0);
  });

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
