import { act, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aMessage,
  aNotice,
  aReply,
  aTargetRef,
  anAgent,
  anInteraction,
  axeViolations,
  byId,
  createTestHost,
  demoColleague,
  renderInHost,
  testStart,
} from '@baton/module-kit/testing';
import type { InHost, TestHost, TestHostOptions } from '@baton/module-kit/testing';
import type { Notice, NoticeContent } from '@baton/contracts';
import * as notifications from '../index';

const declined = aNotice({ at: testStart - 240_000 });
const jo = { interactionId: 'interaction-1', customer: 'Jo Demo' };
const acceptance = { kind: 'transfer.accepted', severity: 'done', ...jo, acceptedBy: demoColleague } as const;
const accepted = aNotice({ id: 'notice-2', read: true, at: testStart - 7_200_000 }, acceptance);
const draft = aNotice(
  { id: 'local.3', at: testStart },
  { kind: 'draft.kept', severity: 'information', ...jo, text: 'Your refund is' },
);
const target = aTargetRef();

/** One of each kind, all of them problems. */
const contents: readonly NoticeContent[] = Object.values({
  'transfer.accepted': { kind: 'transfer.accepted', severity: 'problem', ...jo, acceptedBy: demoColleague },
  'transfer.received': { kind: 'transfer.received', severity: 'problem', ...jo },
  'transfer.declined': { kind: 'transfer.declined', severity: 'problem', ...jo, target },
  'transfer.expired': { kind: 'transfer.expired', severity: 'problem', ...jo, target },
  'transfer.handedOver': { kind: 'transfer.handedOver', severity: 'problem', ...jo, target },
  'transfer.notAccepted': { kind: 'transfer.notAccepted', severity: 'problem', ...jo, target },
  'transfer.failed': { kind: 'transfer.failed', severity: 'problem', ...jo, target, reason: 'server' },
  'invitation.missed': { kind: 'invitation.missed', severity: 'problem', ...jo, from: demoColleague },
  'invitation.withdrawn': { kind: 'invitation.withdrawn', severity: 'problem', ...jo, from: demoColleague },
  'invitation.revoked': { kind: 'invitation.revoked', severity: 'problem', ...jo, from: demoColleague },
  'conversation.ended': { kind: 'conversation.ended', severity: 'problem', ...jo },
  'conversation.gone': { kind: 'conversation.gone', severity: 'problem', ...jo },
  'connection.lost': { kind: 'connection.lost', severity: 'problem' },
  'connection.restored': { kind: 'connection.restored', severity: 'problem' },
  'draft.kept': { kind: 'draft.kept', severity: 'problem', ...jo, text: 'Your refund is' },
  host: { kind: 'host', severity: 'problem', title: 'Maintenance' },
  broadcast: { kind: 'broadcast', severity: 'problem', text: 'Lunch is ready' },
  service: { kind: 'service', severity: 'problem', service: 'CRM', state: 'down' },
} satisfies Record<NoticeContent['kind'], NoticeContent>);

async function mount(
  notices: readonly Notice[] = [],
  options: TestHostOptions = {},
): Promise<{ host: TestHost; screen: InHost }> {
  const host = createTestHost({ ...options, state: { notices: byId(...notices), ...options.state } });
  const screen = await renderInHost(notifications, host, { view: 'messages' });
  return { host, screen };
}

async function open(notices: readonly Notice[] = [], options: TestHostOptions = {}) {
  const mounted = await mount(notices, options);
  await userEvent.click(theButton(mounted.screen));
  return mounted;
}

const theButton = (screen: InHost) => screen.getByRole('button', { name: /^My Messages,/ });
const panel = (screen: InHost) => screen.queryByRole('region', { name: 'My Messages' });
const titles = (screen: InHost) =>
  screen.getAllByRole('article').map((entry) => within(entry).getByRole('heading').textContent);

test('K4-14 a declined transfer has the reason in its title', async () => {
  const about = { kind: 'transfer.declined', severity: 'problem', ...jo, target } as const;
  const { screen } = await open(
    [
      aNotice({ id: 'notice-1', at: testStart }, { ...about, reason: 'break' }),
      aNotice({ id: 'notice-2', at: testStart - 1 }, { ...about, reason: 'endOfShift' }),
    ],
    { declining: { reasons: [{ id: 'break', label: 'On a break' }] } },
  );
  expect(titles(screen)).toEqual([
    'Bianca Okafor declined the transfer (On a break)',
    'Bianca Okafor declined the transfer (end of shift)',
  ]);
});

describe('entries on show', () => {
  const late = aNotice({ id: 'notice-9', at: testStart + 1 }, { kind: 'host', severity: 'information', title: 'Late' });
  const arrives = (host: TestHost) => host.setState(({ notices }) => ({ notices: { ...notices, [late.id]: late } }));

  test('keep their places while the pointer is among them', async () => {
    const { host, screen } = await open([declined, accepted]);
    const before = titles(screen);
    const user = userEvent.setup();
    await user.hover(screen.getAllByRole('article')[0] ?? screen.element);
    arrives(host);
    expect(titles(screen)).toEqual(before);
    expect(host.adapters.announcements.at(-1)?.text).toBe('Late');
    await user.hover(screen.getByRole('heading', { name: 'My Messages' }));
    expect(titles(screen)).toEqual(['Late', ...before]);
  });

  test('keep their places while focus is among them, also those that are read meanwhile', async () => {
    const interactions = byId(anInteraction());
    const { host, screen } = await open([declined, accepted], { state: { interactions } });
    await userEvent.click(screen.getByRole('radio', { name: 'Unread' }));
    const before = titles(screen);
    act(() => screen.getByRole('link').focus());
    arrives(host);
    host.setState(({ notices }) => ({ notices: { ...notices, [declined.id]: { ...declined, read: true } } }));
    expect(titles(screen)).toEqual(before);
    act(() => screen.getByRole('heading', { name: 'My Messages' }).focus());
    expect(titles(screen)).toEqual(['Late']);
  });
});

describe('MM-01 the panel', () => {
  test('is opened by a button that counts what is unread', async () => {
    const { host, screen } = await mount([declined, accepted]);
    expect(theButton(screen)).toHaveAccessibleName('My Messages, 1 unread');
    expect(theButton(screen)).toHaveAttribute('aria-expanded', 'false');
    host.setState({ notices: {} });
    expect(theButton(screen)).toHaveAccessibleName('My Messages, no unread');

    await userEvent.click(theButton(screen));
    expect(theButton(screen)).toHaveAttribute('aria-expanded', 'true');
    expect(panel(screen)).toBeInTheDocument();
    expect(host.bus.retained('panel.changed')).toEqual({ panel: 'notifications/messages', open: true });
    await userEvent.click(theButton(screen));
    expect(panel(screen)).not.toBeInTheDocument();
    expect(host.bus.retained('panel.changed')).toEqual({ panel: 'notifications/messages', open: false });
  });

  test('takes focus to its heading; Esc closes it and gives focus back', async () => {
    const { screen } = await open();
    expect(screen.focused()).toBe(screen.getByRole('heading', { name: 'My Messages' }));
    await userEvent.keyboard('{Escape}');
    expect(panel(screen)).not.toBeInTheDocument();
    expect(screen.focused()).toBe(theButton(screen));
  });

  test('opens by shortcut and by request; an open one is given focus again', async () => {
    const { host, screen } = await mount();
    await userEvent.keyboard('{Alt>}{Shift>}N{/Shift}{/Alt}');
    const heading = await screen.findByRole('heading', { name: 'My Messages' });
    theButton(screen).focus();
    await act(() => host.bus.request('messages.open', {}));
    expect(screen.focused()).toBe(heading);
  });

  test('closes when the agent turns to something else, and leaves focus there', async () => {
    const outside = document.body.appendChild(document.createElement('button'));
    const { screen } = await open();
    await userEvent.click(outside);
    expect(panel(screen)).not.toBeInTheDocument();
    expect(outside).toHaveFocus();
    outside.remove();
  });
});

describe('MM-02 entries', () => {
  test('are listed newest first with severity, title, help and time', async () => {
    const { screen } = await open([accepted, declined, draft], { state: { interactions: byId(anInteraction()) } });
    expect(titles(screen)).toEqual([
      'Your unsent text to Jo Demo',
      'Bianca Okafor declined the transfer',
      'Bianca Okafor accepted',
    ]);
    const entry = screen.getByRole('article', { name: 'Bianca Okafor declined the transfer' });
    expect(entry).toHaveTextContent(
      /Problem.*You still own this conversation\. Choose another target or keep helping Jo Demo\..*Unread/,
    );
    const time = within(entry).getByText('08:56');
    expect(time).toHaveAttribute('datetime', '2026-03-02T08:56:00.000Z');
    expect(time).toHaveAttribute('title', 'Monday, 2 March 2026 at 08:56');
  });

  test('stand under the day and the customer of their conversation', async () => {
    const { screen } = await open([
      { ...declined, interactionId: 'interaction-1' },
      aNotice({ id: 'notice-2' }, { ...acceptance, interactionId: 'interaction-2', customer: 'Sam Carter' }),
      aNotice(
        { id: 'notice-4', at: testStart - 86_400_000 },
        { kind: 'host', severity: 'information', title: 'Maintenance' },
      ),
    ]);
    const headings = screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
    expect(headings).toEqual(['Monday 2 March · Sam Carter', 'Monday 2 March · Jo Demo', 'Sunday 1 March']);
  });

  test('say that they are unread until they are read', async () => {
    const { host, screen } = await open([declined, accepted]);
    expect(within(screen.getByRole('article', { name: /accepted/ })).queryByText('Unread')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Mark all as read' }));
    expect(host.commands.inputsOf('markNoticesRead')).toEqual([['notice-1']]);
    host.setState({ notices: byId({ ...declined, read: true }) });
    expect(within(screen.getByRole('article')).queryByText('Unread')).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Mark all as read' })).toHaveAccessibleDescription('Nothing unread');
  });

  test('lead to the conversation while it still exists, and count as read then', async () => {
    const { host, screen } = await open([declined], { state: { interactions: byId(anInteraction()) } });
    const opened = jest.fn();
    host.bus.respond('interaction.open', opened);
    await userEvent.click(screen.getByRole('link', { name: 'Open conversation' }));
    expect(opened.mock.calls).toMatchObject([[{ interactionId: 'interaction-1', focus: true }, {}]]);
    expect(host.commands.inputsOf('markNoticesRead')).toEqual([['notice-1']]);

    host.setState({ interactions: {} });
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  test('keep an unsent text with a way to copy it', async () => {
    const user = userEvent.setup();
    const written = jest.spyOn(navigator.clipboard, 'writeText');
    const { screen } = await open([draft]);
    expect(screen.getByText('Your refund is')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Copy text' }));
    expect(await screen.findByRole('button', { name: 'Copied' })).toBeInTheDocument();
    expect(written).toHaveBeenCalledWith('Your refund is');
  });

  test('of a host bring their own words', async () => {
    const { screen } = await open([
      aNotice({}, { kind: 'host', severity: 'warning', title: 'Maintenance at 18:00', body: 'Save your work.' }),
    ]);
    expect(screen.getByRole('article', { name: 'Maintenance at 18:00' })).toHaveTextContent('Save your work.');
  });

  test.each(contents)('of kind $kind have words, also when a name is missing', async (content) => {
    const { screen } = await open([aNotice({}, content)]);
    expect(screen.getByRole('article')).toHaveTextContent(/Problem/);
    expect(titles(screen)).not.toEqual(['Something happened that this version cannot show']);
    expect(screen.crashes).toEqual([]);
  });

  test('of a kind that is unknown here stand under their customer all the same', async () => {
    const unknown = { ...declined, kind: 'unknown:survey', customer: 'Jo Demo', target: 5 } as const;
    const { screen } = await open([unknown]);
    expect(screen.getByRole('heading', { level: 3 })).toHaveTextContent('Monday 2 March · Jo Demo');
    expect(titles(screen)).toEqual(['Something happened that this version cannot show']);
  });

  test.each([
    [{ text: 'Lunch is ready' }, 'Message from the contact centre', /Lunch is ready/],
    [{ text: 'Lunch is ready', from: 'Team lead', priority: 'high' }, 'Message from Team lead', /High priority/],
    [{ text: 'Lunch is ready', priority: 'low' }, 'Message from the contact centre', /Low priority/],
    [{ text: 'Lunch is ready', priority: 'unknown:top' }, 'Message from the contact centre', /^(?!.*priority)/],
  ] as const)('bring what somebody in the contact centre writes: %j', async (words, title, text) => {
    const { screen } = await open([aNotice({}, { kind: 'broadcast', severity: 'information', ...words })]);
    expect(screen.getByRole('article', { name: title })).toHaveTextContent(text);
  });

  test.each([
    ['down', 'Customer records does not work'],
    ['restored', 'Customer records works again'],
    ['unknown:slow', 'Something happened that this version cannot show'],
  ] as const)('say of what in the contact centre is %s', async (state, title) => {
    const content = { kind: 'service', severity: 'problem', service: 'Customer records', state } as const;
    const { screen } = await open([aNotice({}, { ...content, text: 'Use the paper forms.' })]);
    expect(screen.getByRole('article', { name: title })).toHaveTextContent('Use the paper forms.');
  });

  test.each([
    ['invitation.missed', 'You missed an SMS from Jo Demo'],
    ['invitation.revoked', 'The SMS from Jo Demo is no longer offered to you'],
  ] as const)('%s of a new conversation names the customer', async (kind, title) => {
    const { screen } = await open([aNotice({}, { kind, severity: 'warning', ...jo })]);
    expect(screen.getByRole('article', { name: title })).toBeInTheDocument();
  });

  test('of a customer without a name call them "Unknown"', async () => {
    const { screen } = await open([
      aNotice({}, { kind: 'conversation.ended', severity: 'information', interactionId: 'interaction-1' }),
    ]);
    expect(screen.getByRole('article', { name: 'The conversation with Unknown ended' })).toBeInTheDocument();
  });

  test('of a missed invitation name the new status, if it changed', async () => {
    const { screen } = await open([
      aNotice({}, { kind: 'invitation.missed', severity: 'warning', ...jo, from: demoColleague, status: 'notReady' }),
    ]);
    expect(screen.getByRole('article')).toHaveTextContent('Your status changed to Not Ready.');
  });

  test.each(['connection.lost', 'connection.restored'] as const)(
    'of %s say nothing that holds only then',
    async (kind) => {
      const { screen } = await open([aNotice({}, { kind, severity: 'warning' })]);
      expect(screen.getByRole('article')).not.toHaveTextContent(/Reconnecting|up to date/);
    },
  );
});

describe('the filter', () => {
  test('shows all, unread ones or problems', async () => {
    const { screen } = await open([declined, accepted, draft]);
    await userEvent.click(screen.getByRole('radio', { name: 'Unread' }));
    expect(titles(screen)).toHaveLength(2);
    await userEvent.click(screen.getByRole('radio', { name: 'Problems' }));
    expect(titles(screen)).toEqual(['Bianca Okafor declined the transfer']);
    await userEvent.click(screen.getByRole('radio', { name: 'All' }));
    expect(titles(screen)).toHaveLength(3);
  });

  test('says when there is nothing to show', async () => {
    const { screen } = await open();
    expect(screen.getByText('Nothing new. Problems and transfers will show up here.')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: 'Unread' }));
    expect(within(screen.getByRole('region')).getAllByText('Nothing unread').length).toBeGreaterThan(0);
    await userEvent.click(screen.getByRole('radio', { name: 'Problems' }));
    expect(screen.getByText('No problems')).toBeInTheDocument();
  });
});

describe('MM-03 an entry arrives', () => {
  test('silently when it was told where it happened', async () => {
    const { host } = await mount();
    host.setState({ notices: byId(declined) });
    expect(host.adapters.announcements).toEqual([]);
  });

  test('with a polite word when nobody else tells it', async () => {
    const { host } = await mount();
    host.setState({ notices: byId(draft) });
    expect(host.adapters.announcements).toEqual([
      { text: 'Your unsent text to Jo Demo', priority: 'polite', id: 'notice.local.3' },
    ]);
  });

  test.each(['broadcast', 'service'] as const)('of kind %s with a polite word', async (kind) => {
    const { host } = await mount();
    const content = contents.find((one) => one.kind === kind);
    host.setState({ notices: byId(aNotice({}, content)) });
    expect(host.adapters.announcements).toMatchObject([{ priority: 'polite', id: 'notice.notice-1' }]);
  });

  test('silently when it came with the first snapshot', async () => {
    const { host } = await mount([], { state: { agent: undefined } });
    host.setState({ agent: anAgent(), notices: byId(draft, declined) });
    expect(host.adapters.announcements).toEqual([]);
    expect(host.adapters.sounds).toEqual([]);
  });
});

describe('sounds', () => {
  const open = {
    interactions: byId(anInteraction()),
    conversations: { 'interaction-1': { messages: [aMessage()], earlier: false } },
  };
  const withMessages = (...messages: readonly (ReturnType<typeof aMessage> | ReturnType<typeof aReply>)[]) => ({
    conversations: { 'interaction-1': { messages: [aMessage(), ...messages], earlier: false } },
  });

  test('ring for what a customer writes in an owned conversation', async () => {
    const { host } = await mount([], { state: open });
    host.setState(withMessages(aReply()));
    expect(host.adapters.sounds).toEqual([]);
    host.setState(withMessages(aReply(), aMessage({ index: 2 })));
    expect(host.adapters.sounds).toEqual([{ sound: 'message', volume: 0.6, once: 'message.interaction-1.2' }]);
  });

  test('ring once for texts that come in quick succession', async () => {
    const { host } = await mount([], { state: open });
    const texts: ReturnType<typeof aMessage>[] = [];
    for (const index of [1, 2, 3, 4]) {
      texts.push(aMessage({ index }));
      host.setState(withMessages(...texts));
      host.clock.advance(1000);
    }
    expect(host.adapters.sounds.map(({ once }) => once)).toEqual([
      'message.interaction-1.1',
      'message.interaction-1.4',
    ]);
  });

  test('do not ring for a conversation that has just come', async () => {
    const { host } = await mount();
    host.setState(open);
    expect(host.adapters.sounds).toEqual([]);
  });

  test('ring for what the contact centre holds to be urgent, and for nothing less', async () => {
    const { host } = await mount();
    const broadcast = { kind: 'broadcast', severity: 'information', text: 'Lunch is ready' } as const;
    const usual = aNotice({ id: 'notice-8' }, broadcast);
    host.setState({ notices: byId(usual) });
    expect(host.adapters.sounds).toEqual([]);
    host.setState({ notices: byId(usual, aNotice({ id: 'notice-9' }, { ...broadcast, priority: 'high' })) });
    expect(host.adapters.sounds).toMatchObject([{ sound: 'highNotice', once: 'highNotice.notice-9' }]);
  });

  test('are silent where the agent has switched them off, and then another that has come is heard', async () => {
    const { host } = await mount([], { state: open, preferences: { mutedSounds: ['message', 'importantNotice'] } });
    host.setState(withMessages(aReply(), aMessage({ index: 2 })));
    const important = {
      kind: 'broadcast',
      severity: 'information',
      text: 'Fire alarm',
      priority: 'important',
    } as const;
    host.setState({ notices: byId(aNotice({ id: 'notice-9' }, important)) });
    expect(host.adapters.sounds).toEqual([]);
    host.setState({ notices: byId(aNotice({ id: 'notice-7' }, important), declined) });
    expect(host.adapters.sounds.map(({ once }) => once)).toEqual(['problem.notice-1']);
  });

  test('ring for problems, and for nothing when switched off', async () => {
    const { host } = await mount();
    host.setState({ notices: byId(declined) });
    expect(host.adapters.sounds).toEqual([{ sound: 'problem', volume: 0.6, once: 'problem.notice-1' }]);
    host.setPreferences({ sounds: false });
    host.setState({ notices: byId(declined, aNotice({ id: 'notice-9' })) });
    expect(host.adapters.sounds).toHaveLength(1);
  });
});

test.each([
  ['empty', []],
  ['full', [declined, accepted, draft]],
])('axe finds nothing in the panel, %s', async (_, notices) => {
  const { screen } = await open(notices, { state: { interactions: byId(anInteraction()) } });
  expect(await axeViolations(screen.element)).toEqual([]);
});

test('leaves nothing behind', async () => {
  const { host, screen } = await open([declined]);
  await screen.unmount();
  expect(host.clock.pending()).toBe(0);
  expect(host.bus.retained('panel.changed')).toEqual({ panel: 'notifications/messages', open: false });
});

test('says that older messages are not kept when it holds as many as it can', async () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => aNotice({ id: `notice-${index}` }));
  const { host, screen } = await mount(many(199));
  const button = screen.getByRole('button', { name: 'My Messages, 199 unread' });
  await userEvent.click(button);
  expect(await screen.findAllByRole('article')).toHaveLength(199);
  expect(screen.queryByText(/^The newest/)).toBeNull();
  host.setState({ notices: byId(...many(200)) });
  expect(button).toHaveAccessibleName('My Messages, 200 or more unread');
  expect(button).toHaveTextContent('200+');
  expect(screen.getByText('The newest 200 messages are kept. There are no older ones here.')).toBeVisible();
});
