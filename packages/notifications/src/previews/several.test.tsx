import { act } from '@testing-library/react';
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
import type { OfferedInvitation } from '@baton/contracts';
import * as notifications from '../index';

const at = (id: string, name: string, seconds: number) =>
  anInvitation({
    id,
    interactionId: `interaction-${id}`,
    contact: { ...anInvitation().contact, name },
    expiresAt: testStart + seconds * 1000,
  });
const [noor, olu, sam] = [at('a', 'Noor Haddad', 40), at('b', 'Olu Adeyemi', 20), at('c', 'Sam Carter', 30)];
const title = 'SMS transfer from Bianca Okafor';

async function open(invitations: readonly OfferedInvitation[], options: TestHostOptions = {}) {
  const host = createTestHost({ ...options, state: { invitations: byId(...invitations), ...options.state } });
  const screen = await renderInHost(notifications, host, { view: 'previews' });
  host.clock.advance(500);
  return { host, screen };
}

/** The contact centre gives the conversation to the agent. */
function assign(host: TestHost, { id, interactionId, contact }: OfferedInvitation) {
  host.setState(({ invitations, interactions }) => {
    const invitation = invitations[id];
    if (invitation?.state !== 'offered') return {};
    const { expiresAt: _, extensionsLeft: __, ...about } = invitation;
    return {
      invitations: {
        ...invitations,
        [id]: { ...about, state: 'ended', outcome: 'accepted', endedAt: host.clock.now() },
      },
      interactions: { ...interactions, ...byId(anInteraction({ id: interactionId, contact })) },
    };
  });
}

const button = (screen: InHost, name: string) => screen.getByRole('button', { name });
const press = (screen: InHost, name: string) => userEvent.click(button(screen, name));
const accepted = (host: TestHost) => host.commands.inputsOf('acceptInvitation');
const ids = (...all: readonly string[]) => all.map((invitationId) => ({ invitationId }));
const withRoom = (capacity: number) => ({
  state: { agent: anAgent({ channels: [{ channel: 'sms', state: 'ready', capacity, since: testStart }] }) },
});

describe('K4-3 each of several opens as the card', () => {
  test('with the pointer, and nothing else changes its place', async () => {
    const { host, screen } = await open([noor, olu, sam]);
    const before = screen.getAllByRole('listitem').map(({ textContent }) => /Noor|Olu|Sam/.exec(textContent)?.[0]);
    expect(before).toEqual(['Olu', 'Sam', 'Noor']);
    await press(screen, `Show: ${title}. Noor Haddad`);
    expect(screen.getByRole('article')).toHaveTextContent('Noor Haddad');
    expect(screen.getAllByRole('listitem').map(({ textContent }) => /Noor|Olu|Sam/.exec(textContent)?.[0])).toEqual(
      before,
    );
    expect(screen.focused()).toBe(screen.getByRole('article'));
    host.clock.advance(500);
    await press(screen, 'Accept');
    expect(accepted(host)).toEqual(ids('a'));
    expect(await axeViolations(screen.element)).toEqual([]);
  });

  test('and by keyboard', async () => {
    const { screen } = await open([noor, olu]);
    button(screen, `Show: ${title}. Noor Haddad`).focus();
    await userEvent.keyboard('{Enter}');
    expect(screen.getByRole('article')).toHaveTextContent('Noor Haddad');
  });
});

describe('K4-4 accept all', () => {
  test('is not offered for one', async () => {
    const { screen } = await open([noor]);
    expect(screen.queryByRole('button', { name: /^Accept all/ })).not.toBeInTheDocument();
  });

  test('accepts each, opens the one with the nearest deadline, and is announced once', async () => {
    const { host, screen } = await open([noor, olu, sam]);
    const opened = jest.fn();
    host.bus.respond('interaction.open', opened);
    const before = host.adapters.announcements.length;
    await press(screen, 'Accept all 3');
    expect(accepted(host)).toEqual(ids('b', 'c', 'a'));
    for (const one of [olu, sam, noor]) assign(host, one);
    expect(opened.mock.calls).toMatchObject([[{ interactionId: 'interaction-b', focus: true }, {}]]);
    expect(screen.getByText('The conversation with Sam Carter is yours')).toBeVisible();
    expect(screen.getByText('The conversation with Noor Haddad is yours')).toBeVisible();
    expect(host.adapters.announcements.slice(before)).toMatchObject([{ text: '3 conversations accepted' }]);
  });

  test('by keyboard', async () => {
    const { host, screen } = await open([noor, olu]);
    button(screen, 'Accept all 2').focus();
    await userEvent.keyboard('{Enter}');
    expect(accepted(host)).toEqual(ids('b', 'a'));
  });

  test('each stands or fails alone, in its place', async () => {
    const { host, screen } = await open([noor, olu, sam]);
    host.bus.respond('interaction.open', () => undefined);
    const before = host.adapters.announcements.length;
    const { acceptInvitation } = host.commands;
    host.commands.acceptInvitation = (input) =>
      input.invitationId === 'c' ? Promise.resolve(aRefusal({ code: 'gone' })) : acceptInvitation(input);
    await userEvent.hover(screen.getByRole('article'));
    await press(screen, 'Accept all 3');
    assign(host, olu);
    assign(host, noor);
    const items = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(items.find((text) => text.includes('Sam Carter'))).toContain('The transfer could not be accepted');
    expect(items.find((text) => text.includes('Noor Haddad'))).toContain('is yours');
    expect(host.adapters.announcements.slice(before).filter(({ id }) => id === undefined)).toMatchObject([
      { text: '2 of 3 accepted. Not accepted: Sam Carter', priority: 'assertive' },
    ]);
  });

  test('takes no more than the agent may, those with the nearest deadline', async () => {
    const { host, screen } = await open([noor, olu, sam], withRoom(2));
    const few = button(screen, 'Accept 2 of 3');
    await userEvent.hover(few);
    expect(screen.getByText('You can take 2 more conversations')).toBeVisible();
    await userEvent.click(few);
    expect(accepted(host)).toEqual(ids('b', 'c'));
  });

  test('counts the conversations that the agent has', async () => {
    const { screen } = await open([noor, olu, sam], {
      state: { ...withRoom(3).state, interactions: byId(anInteraction(), anInteraction({ id: 'interaction-9' })) },
    });
    expect(screen.queryByRole('button', { name: /^Accept (all|\d)/ })).not.toBeInTheDocument();
  });

  test('does not count for one that came while it was pressed', async () => {
    const { host, screen } = await open([noor, olu]);
    host.setState({ invitations: byId(noor, olu, sam) });
    host.clock.advance(400);
    await press(screen, 'Accept all 3');
    button(screen, 'Accept all 3').focus();
    await userEvent.keyboard('{Enter}');
    expect(accepted(host)).toEqual([]);
    host.clock.advance(100);
    await press(screen, 'Accept all 3');
    expect(accepted(host)).toHaveLength(3);
  });

  test('is not possible while the connection is lost', async () => {
    const { host, screen } = await open([noor, olu]);
    host.setState({ connection: { state: 'connectionLost', since: testStart } });
    expect(button(screen, 'Accept all 2')).toHaveAccessibleDescription('Not possible while the connection is lost');
  });
});

test('K4-5 a row turns urgent at ten seconds, and is announced', async () => {
  const { host, screen } = await open([olu, sam]);
  const row = () => button(screen, `Accept: ${title}. Sam Carter`).closest('[part~="waiting"]');
  host.clock.advance(19_000);
  expect(row()).not.toHaveAttribute('part', expect.stringContaining('waiting-urgent'));
  host.clock.advance(500);
  expect(row()).toHaveAttribute('part', expect.stringContaining('waiting-urgent'));
  expect(host.adapters.announcements.at(-1)).toMatchObject({ id: 'soon.c', priority: 'polite' });
});

describe('K4-10 in a narrow window', () => {
  const query = Object.assign(new EventTarget(), {
    matches: true,
    media: '',
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  });
  beforeEach(() => {
    query.matches = true;
    window.matchMedia = () => query;
  });
  afterEach(() => Reflect.deleteProperty(window, 'matchMedia'));

  test('the card is one line: who, time, Accept', async () => {
    const { host, screen } = await open([noor]);
    const card = screen.getByRole('article', { name: title });
    expect(card).toHaveTextContent(/Noor Haddad.*from Bianca Okafor.*0:4.*Accept/);
    expect(screen.queryByRole('button', { name: 'Reject' })).not.toBeInTheDocument();
    expect(await axeViolations(screen.element)).toEqual([]);
    await press(screen, 'Accept');
    expect(accepted(host)).toEqual(ids('a'));
  });

  test('opens on demand and closes again, without alerting again', async () => {
    const { host, screen } = await open([noor]);
    const before = host.adapters.announcements.length;
    await press(screen, `Show: ${title}. Noor Haddad`);
    expect(button(screen, 'Reject')).toBeVisible();
    expect(screen.focused()).toBe(screen.getByRole('article'));
    host.clock.advance(500);
    await press(screen, 'Collapse');
    expect(screen.queryByRole('button', { name: 'Reject' })).not.toBeInTheDocument();
    expect(screen.focused()).toBe(screen.getByRole('article'));
    expect(host.adapters.announcements).toHaveLength(before);
  });

  test('can be rejected by its keys all the same', async () => {
    const { host } = await open([noor], { declining: { undo: false } });
    await userEvent.keyboard('{Alt>}{Shift>}R{/Shift}{/Alt}');
    expect(host.commands.inputsOf('declineInvitation')).toEqual([{ invitationId: 'a' }]);
  });

  test('becomes a card when the window becomes wide', async () => {
    const { screen } = await open([noor]);
    query.matches = false;
    act(() => void query.dispatchEvent(new Event('change')));
    expect(button(screen, 'Reject')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Collapse' })).not.toBeInTheDocument();
  });
});

describe('K4-1 the card', () => {
  test('shows number, segment, priority and queue', async () => {
    const { screen } = await open([anInvitation({ segment: 'Gold', priority: 'high' })]);
    const { address } = anInvitation().contact;
    expect(screen.getByRole('article')).toHaveTextContent(address?.display ?? address?.value ?? '');
    expect([...screen.getByRole('article').querySelectorAll('[part~="chip"]')].map((chip) => chip.textContent)).toEqual(
      ['Gold', 'High priority', 'Billing'],
    );
  });

  test('shows three lines of a note, and the rest on demand', async () => {
    jest.spyOn(Element.prototype, 'scrollHeight', 'get').mockReturnValue(100);
    const { screen } = await open([anInvitation({ note: 'A long note. '.repeat(30) })]);
    await press(screen, 'Show all');
    expect(button(screen, 'Show less')).toHaveAttribute('aria-expanded', 'true');
    jest.restoreAllMocks();
  });

  test('has no button for a note of three lines', async () => {
    const { screen } = await open([anInvitation({ note: 'Refund agreed' })]);
    expect(screen.queryByRole('button', { name: 'Show all' })).not.toBeInTheDocument();
  });
});
