import { act, fireEvent, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aNotice,
  aTargetRef,
  aTransfer,
  anInteraction,
  axeViolations,
  byId,
  createTestHost,
  demoColleague,
  renderInHost,
  testStart,
} from '@baton/module-kit/testing';
import type { InHost, TestHostOptions } from '@baton/module-kit/testing';
import type { Notice, NoticeContent } from '@baton/contracts';
import * as notifications from '../index';

const jo = { interactionId: 'interaction-1', customer: 'Jo Demo' };
const failed = { severity: 'problem', ...jo, target: aTargetRef() } as const;
const note = (id: string, agoMs: number, read = false) =>
  aNotice({ id, at: testStart - agoMs, read }, { kind: 'host', severity: 'information', title: `Note ${id}` });
const [first, second, third] = [note('1', 0), note('2', 1), note('3', 2)];
const expired = aNotice({ id: 'notice-1', at: testStart }, { kind: 'transfer.expired', ...failed });
const interactions = byId(anInteraction());

async function open(notices: readonly Notice[], options: TestHostOptions = {}) {
  const host = createTestHost({ ...options, state: { notices: byId(...notices), ...options.state } });
  const screen = await renderInHost(notifications, host, { view: 'messages' });
  const button = screen.getByRole('button', { name: /^My Messages,/ });
  await userEvent.click(button);
  return { host, screen, close: () => userEvent.click(button) };
}

const titles = (screen: InHost) =>
  screen.queryAllByRole('article').map((entry) => within(entry).getByRole('heading').textContent);
const entry = (screen: InHost, name: string) => screen.getByRole('article', { name });
const focusOn = (screen: InHost, name: string) => act(() => entry(screen, name).focus());
const press = (screen: InHost, key: string) => fireEvent.keyDown(screen.focused() ?? screen.container, { key });

describe('K9-1 what stood in the open list', () => {
  test('counts as read when the list is left, and looks new until then', async () => {
    const { host, screen, close } = await open([first, second, note('3', 2, true)]);
    expect(screen.getAllByText('Unread', { selector: 'article *' })).toHaveLength(2);
    expect(host.commands.calls).toEqual([]);
    await close();
    expect(host.commands.inputsOf('markNoticesRead')).toEqual([['1', '2']]);
  });

  test('counts as read also when the page is left or the agent signs out', async () => {
    const { host } = await open([first]);
    window.dispatchEvent(new Event('pagehide'));
    act(() => host.bus.emit('session.ending', {}));
    expect(host.commands.inputsOf('markNoticesRead')).toEqual([['1'], ['1']]);
  });

  test('does not count when nobody can have seen it', async () => {
    const hidden = jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    const { host, close } = await open([first]);
    await close();
    expect(host.commands.calls).toEqual([]);
    hidden.mockRestore();
  });

  test('does not count below the edge of the panel before it is scrolled there', async () => {
    let scrolledBy = 0;
    jest.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
      const index = ['1', '2'].indexOf(this.getAttribute('data-notice') ?? '');
      return index === -1 ? new DOMRect(0, 0, 400, 600) : new DOMRect(0, index * 900 - scrolledBy, 400, 56);
    });
    const { host, screen, close } = await open([first, second]);
    await close();
    expect(host.commands.inputsOf('markNoticesRead')).toEqual([['1']]);
    await close();
    scrolledBy = 800;
    fireEvent.scroll(screen.getByRole('region', { name: 'My Messages' }));
    await close();
    expect(host.commands.inputsOf('markNoticesRead').at(-1)).toEqual(['1', '2']);
    jest.restoreAllMocks();
  });
});

describe('K9-2 an entry is marked unread', () => {
  test('and stays so when the list is left', async () => {
    const { host, screen, close } = await open([first, note('2', 1, true)]);
    await userEvent.click(screen.getByRole('button', { name: 'Mark as unread: Note 2' }));
    expect(host.commands.inputsOf('markNoticesUnread')).toEqual([['2']]);
    host.setState({ markedUnread: { 2: { at: testStart } } });
    expect(screen.getByRole('button', { name: 'My Messages, 2 unread' })).toBeInTheDocument();
    expect(within(entry(screen, 'Note 2')).getByText('Unread')).toBeInTheDocument();
    await close();
    expect(host.commands.inputsOf('markNoticesRead')).toEqual([['1']]);
  });

  test('and read again by the same button', async () => {
    const { host, screen } = await open([note('2', 1, true)], { state: { markedUnread: { 2: { at: testStart } } } });
    await userEvent.click(screen.getByRole('button', { name: 'Mark as read: Note 2' }));
    expect(host.commands.inputsOf('markNoticesRead')).toEqual([['2']]);
  });
});

describe('K9-3 an entry is deleted', () => {
  test('and brought back, to where it was, with the focus on it', async () => {
    const { host, screen, close } = await open([first, second, third]);
    await userEvent.click(screen.getByRole('button', { name: 'Delete: Note 2' }));
    expect(titles(screen)).toEqual(['Note 1', 'Note 3']);
    expect(screen.focused()).toBe(entry(screen, 'Note 3'));
    expect(screen.getByText('1 message deleted')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(titles(screen)).toEqual(['Note 1', 'Note 2', 'Note 3']);
    expect(screen.focused()).toBe(entry(screen, 'Note 2'));
    await close();
    expect(host.commands.inputsOf('deleteNotices')).toEqual([]);
  });

  test('for good when the list is left: several at once', async () => {
    const { host, screen, close } = await open([first, second, third]);
    await userEvent.click(screen.getByRole('button', { name: 'Delete: Note 2' }));
    await userEvent.click(screen.getByRole('button', { name: 'Delete: Note 1' }));
    expect(screen.getByText('2 messages deleted')).toBeVisible();
    expect(host.adapters.announcements.at(-1)?.text).toBe('2 messages deleted');
    await close();
    expect(host.commands.inputsOf('deleteNotices')).toEqual([['2', '1']]);
  });

  test('and the heading has the focus after the only one', async () => {
    const { screen } = await open([first]);
    await userEvent.click(screen.getByRole('button', { name: 'Delete: Note 1' }));
    await act(async () => undefined);
    expect(screen.focused()).toBe(screen.getByRole('heading', { name: 'My Messages' }));
  });

  test('all read ones at once, but no unsent text', async () => {
    const kept = { kind: 'draft.kept', severity: 'information', ...jo, text: 'Your refund is' } as const;
    const draft = aNotice({ id: 'local.4', read: true, at: testStart - 3 }, kept);
    const { host, screen, close } = await open([first, note('2', 1, true), note('3', 2, true), draft]);
    await userEvent.click(screen.getByRole('button', { name: 'Delete all read' }));
    expect(titles(screen)).toEqual(['Note 1', 'Your unsent text to Jo Demo']);
    expect(screen.getByRole('button', { name: 'Delete all read' })).toHaveAccessibleDescription(
      'Nothing read to delete',
    );
    expect(screen.getByRole('button', { name: 'Undo' })).toBeVisible();
    await close();
    expect(host.commands.inputsOf('deleteNotices')).toEqual([['2', '3']]);
  });
});

describe('K9-4 the keyboard', () => {
  test('has one stop in the list; arrows, Home and End move in it', async () => {
    const { screen } = await open([first, second, third]);
    expect(screen.getAllByRole('article').map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1]);
    const inside = (element: HTMLElement) => element.closest('article') !== null;
    expect(
      screen
        .getAllByRole('button')
        .filter(inside)
        .filter(({ tabIndex }) => tabIndex !== -1),
    ).toEqual([]);
    focusOn(screen, 'Note 1');
    press(screen, 'ArrowDown');
    expect(screen.focused()).toBe(entry(screen, 'Note 2'));
    expect(entry(screen, 'Note 2')).toHaveAttribute('tabindex', '0');
    press(screen, 'End');
    press(screen, 'ArrowDown');
    expect(screen.focused()).toBe(entry(screen, 'Note 3'));
    press(screen, 'Home');
    expect(screen.focused()).toBe(entry(screen, 'Note 1'));
  });

  test.each([
    ['ltr', 'ArrowRight', 'ArrowLeft'],
    ['rtl', 'ArrowLeft', 'ArrowRight'],
  ] as const)('%s: %s leads to the buttons of an entry, %s back', async (dir, onward, back) => {
    const { screen } = await open([first], { dir });
    focusOn(screen, 'Note 1');
    press(screen, onward);
    press(screen, onward);
    expect(screen.focused()).toHaveAccessibleName('Delete: Note 1');
    press(screen, back);
    press(screen, back);
    expect(screen.focused()).toBe(entry(screen, 'Note 1'));
  });

  test('opens the conversation of an entry with Enter', async () => {
    const { host, screen } = await open([expired], { state: { interactions } });
    const opened = jest.fn();
    host.bus.respond('interaction.open', opened);
    focusOn(screen, 'Bianca Okafor did not answer in time');
    await userEvent.keyboard('{Enter}');
    expect(opened.mock.calls).toMatchObject([[{ interactionId: 'interaction-1' }, {}]]);
  });

  test('deletes with Delete only while an entry has the focus, one for each press', async () => {
    const { screen } = await open([first, second]);
    await userEvent.keyboard('{Delete}');
    focusOn(screen, 'Note 1');
    press(screen, 'ArrowRight');
    await userEvent.keyboard('{Delete}');
    expect(titles(screen)).toEqual(['Note 1', 'Note 2']);
    press(screen, 'ArrowLeft');
    await userEvent.keyboard('{Delete}');
    expect(titles(screen)).toEqual(['Note 2']);
    expect(screen.focused()).toBe(entry(screen, 'Note 2'));
  });
});

describe('K9-5 a failure', () => {
  const tryAgain = (screen: InHost) => screen.queryByRole('button', { name: 'Try again' });

  test.each<NoticeContent>([
    { kind: 'transfer.expired', ...failed },
    { kind: 'transfer.notAccepted', ...failed },
    { kind: 'transfer.failed', ...failed, reason: 'server', reference: 'ref-1' },
  ])('$kind is tried again by the same command', async (content) => {
    const { host, screen } = await open([aNotice({}, content)], { state: { interactions } });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(host.commands.inputsOf('startTransfer')).toEqual([{ interactionId: 'interaction-1', target: aTargetRef() }]);
    expect(screen.focused()).toBe(screen.getByRole('article'));
  });

  test('of a return is tried again by a return', async () => {
    const received = byId(anInteraction({ receivedFrom: demoColleague }));
    const { host, screen } = await open([expired], { state: { interactions: received } });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(host.commands.inputsOf('returnInteraction')).toEqual([{ interactionId: 'interaction-1' }]);
  });

  test.each<NoticeContent>([
    { kind: 'transfer.declined', ...failed },
    { kind: 'transfer.failed', ...failed, reason: 'offline' },
    { kind: 'transfer.failed', ...failed, reason: 'unknownOutcome', reference: 'ref-1' },
  ])('$kind that the same attempt would not mend has no such button', async (content) => {
    const { screen } = await open([aNotice({}, content)], { state: { interactions } });
    expect(tryAgain(screen)).toBeNull();
  });

  const later = { id: 'notice-2', at: testStart + 1 };
  const handedOn = { kind: 'transfer.accepted', severity: 'done', ...jo, acceptedBy: demoColleague } as const;
  test.each([
    [
      'under way',
      { interactions, shownTransfers: { 'interaction-1': aTransfer() } },
      'A transfer to Bianca Okafor is under way.',
    ],
    ['over', { interactions: byId(anInteraction({ state: 'ended' })) }, 'The conversation has ended since.'],
    [
      'with somebody else',
      { notices: byId(expired, aNotice(later, handedOn)) },
      'Bianca Okafor has the conversation now.',
    ],
    ['no longer here', {}, 'The conversation is no longer with you.'],
    [
      'back from elsewhere',
      { interactions: byId(anInteraction({ assignedAt: testStart + 1 })) },
      'The conversation has come back to you since.',
    ],
    [
      'tried again',
      { interactions, notices: byId(expired, aNotice(later, { kind: 'transfer.declined', ...failed })) },
      'It was tried again later.',
    ],
  ] as const)('says what became of it: %s', async (_, state, words) => {
    const { screen } = await open([expired], { state });
    const said = within(entry(screen, 'Bianca Okafor did not answer in time'));
    expect(said.getByText(words)).toBeVisible();
    expect(said.queryByText(/You still own/)).toBeNull();
    expect(said.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  test('cannot be tried again without a connection, and says so', async () => {
    const { host, screen } = await open([expired], {
      state: { interactions, connection: { state: 'connectionLost', since: testStart } },
    });
    expect(tryAgain(screen)).toHaveAccessibleDescription(/^Not possible while the connection is lost/);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(host.commands.calls).toEqual([]);
  });
});

/** A message of the contact centre. */
const broadcast = (facts: Partial<Extract<NoticeContent, { kind: 'broadcast' }>> = {}, id = 'notice-1') =>
  aNotice({ id, at: testStart }, { kind: 'broadcast', severity: 'information', text: 'Lunch is ready', ...facts });

describe('a priority of the contact centre', () => {
  test.each([
    ['important', 'Important', 'importantNotice'],
    ['high', 'High priority', 'highNotice'],
    ['low', 'Low priority', undefined],
    ['minimal', 'Minimal priority', undefined],
  ] as const)('K9-6 is said by text, icon, border and sound: %s', async (priority, text, sound) => {
    const { host, screen } = await open([]);
    host.setState({ notices: byId(broadcast({ priority })) });
    const shown = screen.getByText(text).parentElement;
    expect(shown?.querySelector('svg')).not.toBeNull();
    expect(screen.getByRole('article')).toHaveAttribute('part', expect.stringContaining(`notice-${priority}`));
    expect(host.adapters.sounds.map((played) => played.sound)).toEqual(sound ? [sound] : []);
    expect(await axeViolations(screen.element)).toEqual([]);
  });

  test.each([undefined, 'normal', 'unknown:top'] as const)(
    'K9-6 is not said where it is the usual one: %s',
    async (priority) => {
      const { host, screen } = await open([]);
      host.setState({ notices: byId(broadcast(priority && { priority })) });
      expect(screen.container.querySelector('[part~="notice-priority"]')).toBeNull();
      expect(host.adapters.sounds).toEqual([]);
      expect(host.adapters.announcements).toMatchObject([{ priority: 'polite' }]);
    },
  );

  test('K9-7 the urgent ones are said at once, unless the agent wants quiet announcements', async () => {
    const { host } = await open([]);
    host.setState({ notices: byId(broadcast({ priority: 'important' })) });
    host.setPreferences({ announcements: 'quiet' });
    const next = broadcast({ priority: 'high', text: 'Fire drill' }, 'notice-2');
    host.setState({ notices: byId(broadcast({ priority: 'important' }), next) });
    expect(host.adapters.announcements).toMatchObject([
      { text: expect.stringContaining('Lunch is ready'), priority: 'assertive' },
      { text: expect.stringContaining('Fire drill'), priority: 'polite' },
    ]);
  });

  test('K9-8 what no longer holds says so, stands out no more, and arrives in silence', async () => {
    const { host, screen } = await open([]);
    host.setState({ notices: byId(broadcast({ priority: 'important', expiresAt: testStart })) });
    expect(screen.getByText('No longer valid')).toBeInTheDocument();
    expect(screen.queryByText('Important')).toBeNull();
    expect(screen.queryByRole('button', { name: 'I have read this' })).toBeNull();
    expect(host.adapters.sounds).toEqual([]);
    expect(host.adapters.announcements).toEqual([]);
  });

  test('K9-8 it stops to hold while the list is open', async () => {
    const { host, screen } = await open([broadcast({ priority: 'important', expiresAt: testStart + 60_000 })]);
    expect(screen.getByText('Important')).toBeInTheDocument();
    act(() => host.clock.advance(60_000));
    expect(screen.queryByText('Important')).toBeNull();
    expect(screen.getByText('No longer valid')).toBeInTheDocument();
  });

  test('K9-9 an important one is read when the agent says so, by pointer: neither leaving nor marking all is enough', async () => {
    const { host, screen, close } = await open([broadcast({ priority: 'important' })]);
    const all = screen.getByRole('button', { name: 'Mark all as read' });
    expect(all).toHaveAccessibleDescription('Important messages are confirmed one by one');
    await userEvent.click(all);
    await close();
    expect(host.commands.inputsOf('markNoticesRead')).toEqual([]);
    await close();
    await userEvent.click(screen.getByRole('button', { name: 'I have read this' }));
    expect(host.commands.inputsOf('markNoticesRead')).toEqual([['notice-1']]);
  });

  test('K9-9 and by keyboard: the arrow keys lead to the button, focus stays at the entry', async () => {
    const { host, screen } = await open([broadcast({ priority: 'important' })]);
    focusOn(screen, 'Message from the contact centre');
    press(screen, 'ArrowRight');
    expect(screen.focused()).toBe(screen.getByRole('button', { name: 'I have read this' }));
    await userEvent.keyboard('{Enter}');
    expect(host.commands.inputsOf('markNoticesRead')).toEqual([['notice-1']]);
    expect(screen.focused()).toBe(entry(screen, 'Message from the contact centre'));
  });

  test('K9-9 until then the button of My Messages says that there is one, by icon and name', async () => {
    const { host, screen } = await open([]);
    const button = screen.getByRole('button', { name: /^My Messages,/ });
    const usual = button.querySelector('svg')?.innerHTML;
    host.setState({ notices: byId(broadcast({ priority: 'important' })) });
    expect(button).toHaveAccessibleName('My Messages, 1 unread, Important');
    expect(button).toHaveAttribute('part', expect.stringContaining('messages-button-important'));
    expect(button.querySelector('svg')?.innerHTML).not.toBe(usual);
    host.setState({ notices: byId({ ...broadcast({ priority: 'important' }), read: true }) });
    expect(button).toHaveAccessibleName('My Messages, no unread');
    expect(button.querySelector('svg')?.innerHTML).toBe(usual);
  });

  test('K9-9 others are read when the list is left, as ever', async () => {
    const { screen } = await open([broadcast({ priority: 'high' })]);
    expect(screen.queryByRole('button', { name: 'I have read this' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Mark all as read' })).not.toHaveAttribute('aria-disabled');
  });
});

test('axe finds nothing while a deletion can be taken back', async () => {
  const { screen } = await open([first, expired], { state: { interactions } });
  await userEvent.click(screen.getByRole('button', { name: 'Delete: Note 1' }));
  expect(await axeViolations(screen.element)).toEqual([]);
});
