import { getConfig, waitFor } from '@testing-library/react';
import {
  aTransfer,
  anInteraction,
  axeViolations,
  capabilities,
  createTestHost,
  demoColleague,
  testStart,
} from '@baton/module-kit/testing';
import {
  activate,
  heard,
  hostWithConversation,
  interaction,
  moveToColleague,
  open,
  setTransfer,
} from '../testing/open-window';

/** The first thing that React draws, before its effects have run. */
function firstChange(container: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    new MutationObserver((_changes, observer) => {
      observer.disconnect();
      resolve();
    }).observe(container, { childList: true, subtree: true });
  });
}

describe('which conversation', () => {
  test('none in front: says so, and axe is clean', async () => {
    const { getByText, container } = await open(createTestHost());
    expect(getByText('No conversation open')).toBeVisible();
    expect(await axeViolations(container)).toEqual([]);
  });

  test('none in front: says how one comes here, and nothing that is not known', async () => {
    const host = createTestHost();
    const { getByText, queryByText } = await open(host);
    expect(getByText('New conversations will appear here.')).toBeVisible();
    const { agent } = host.desktop.getState();
    const channels = agent?.channels.map((channel) => ({ ...channel, state: 'notReady' as const }));
    host.setState({ agent: agent && { ...agent, channels: channels ?? [] } });
    expect(getByText('Go ready for SMS to receive new ones.')).toBeVisible();
    host.setState({ agent: agent && { ...agent, presence: { state: 'afterCallWork', since: 0 } } });
    expect(getByText('Go ready for SMS to receive new ones.')).toBeVisible();
    host.setState({ connection: { state: 'connectionLost', since: 0 } });
    expect(queryByText(/Go ready|will appear/)).toBeNull();
    host.setState({ connection: { state: 'live' }, interactions: { [interaction.id]: interaction } });
    expect(getByText('Choose one of your conversations.')).toBeVisible();
  });

  test('the one in front, with its name as heading, and axe is clean', async () => {
    const { getByRole, container } = await open(hostWithConversation());
    expect(getByRole('heading', { name: 'Jo Demo' })).toBeVisible();
    expect(getByRole('region', { name: 'Jo Demo' })).toHaveTextContent('+44 7700 900123 · SMS · 4 min');
    expect(await axeViolations(container)).toEqual([]);
  });

  test('SW-11 focus goes to the composer when the agent brought it to the front', async () => {
    const host = hostWithConversation();
    const { getByRole, focused } = await open(host);
    expect(focused()).toBeNull();
    activate(host, { interactionId: interaction.id, focus: true });
    expect(focused()).toBe(getByRole('textbox', { name: 'Message to Jo Demo' }));
  });

  test('SW-11 focus waits for a conversation that the desktop does not know yet', async () => {
    const host = hostWithConversation();
    const { getByRole, focused } = await open(host);
    const next = anInteraction({ id: 'interaction-2', contact: { ...interaction.contact, name: 'Alex Demo' } });
    activate(host, { interactionId: next.id, focus: true });
    host.setState((state) => ({ interactions: { ...state.interactions, [next.id]: next } }));
    expect(focused()).toBe(getByRole('textbox', { name: 'Message to Alex Demo' }));
  });

  test('SW-11 focus goes past what is in front, also when that has just been drawn', async () => {
    const other = anInteraction({ id: 'interaction-2', contact: { ...interaction.contact, name: 'Alex Demo' } });
    // React draws in its own time here, as it does in a browser.
    const host = hostWithConversation({ interactions: [interaction, other] }, { act: (change) => change() });
    const { getByRole, container, focused } = await open(host);
    const places: unknown[] = [];
    container.addEventListener('focusin', () => places.push(focused()?.id));
    await getConfig().asyncWrapper(async () => {
      const drawn = firstChange(container);
      const ended = { ...interaction, state: 'ended' as const };
      host.setState((state) => ({ interactions: { ...state.interactions, [ended.id]: ended } }));
      await drawn;
      host.bus.emit('interaction.active', { interactionId: other.id, focus: true });
      await waitFor(() => expect(focused()).toBe(getByRole('textbox', { name: 'Message to Alex Demo' })));
    });
    expect(places).toEqual([getByRole('textbox', { name: 'Message to Alex Demo' }).id]);
  });

  test('SW-13 name and number keep their own direction', async () => {
    const { getByRole, getByText } = await open(hostWithConversation());
    expect(getByRole('heading', { name: 'Jo Demo' }).querySelector('bdi')).not.toBeNull();
    expect(getByText('+44 7700 900123').closest('bdi')).toHaveAttribute('dir', 'ltr');
  });
});

describe('departure', () => {
  const pending = aTransfer();

  test('SW-09 says who accepted, closes after a moment, and tells that focus was inside', async () => {
    const host = hostWithConversation({ shownTransfers: { [interaction.id]: pending } });
    const closed: unknown[] = [];
    host.bus.on('window.closed', (fact) => closed.push(fact));
    const { getByRole, focused, user } = await open(host);
    await user.click(getByRole('textbox'));

    moveToColleague(host, pending);
    expect(getByRole('group', { name: /Bianca Okafor accepted/ })).toBeVisible();
    expect(getByRole('textbox')).toHaveAccessibleDescription(/Bianca Okafor owns this conversation now/);
    expect(heard(host)).toEqual(['Bianca Okafor accepted. The conversation with Jo Demo moved to Bianca Okafor.']);
    expect(closed).toEqual([]);

    host.clock.advance(840);
    expect(closed).toEqual([{ interactionId: interaction.id, hadFocus: true }]);
    await Promise.resolve();
    expect(focused()).toBe(getByRole('heading', { name: 'No conversation open' }));
  });

  test('K5-2 fades before it closes, unless the agent types', async () => {
    const host = hostWithConversation({ shownTransfers: { [interaction.id]: pending } });
    const { container, getByRole, queryByRole, user } = await open(host);
    const fades = () => container.querySelector('.sms-conversation-going') !== null;
    moveToColleague(host, pending);
    host.clock.advance(599);
    expect(fades()).toBe(false);
    host.clock.advance(1);
    expect(fades()).toBe(true);
    await user.type(getByRole('textbox'), 'a');
    expect(fades()).toBe(false);
    host.clock.advance(599);
    expect(fades()).toBe(false);
    host.clock.advance(240);
    expect(fades()).toBe(true);
    host.clock.advance(1);
    expect(queryByRole('textbox')).toBeNull();
  });

  test('SW-09 tells that focus was elsewhere', async () => {
    const host = hostWithConversation({ shownTransfers: { [interaction.id]: pending } });
    const closed: unknown[] = [];
    host.bus.on('window.closed', (fact) => closed.push(fact));
    await open(host);
    moveToColleague(host, pending);
    host.clock.advance(840);
    expect(closed).toEqual([{ interactionId: interaction.id, hadFocus: false }]);
  });

  test('tells what is on screen until it has closed, and that the module has gone', async () => {
    const other = anInteraction({ id: 'interaction-2' });
    const host = hostWithConversation({
      interactions: [interaction, other],
      shownTransfers: { [interaction.id]: pending },
    });
    const shown: (string | null)[] = [];
    host.bus.on('window.shown', ({ interactionId }) => shown.push(interactionId));
    const { unmount } = await open(host);
    moveToColleague(host, pending);
    expect(shown).toEqual([interaction.id]);
    host.clock.advance(840);
    activate(host, { interactionId: other.id, focus: false });
    await unmount();
    expect(shown).toEqual([interaction.id, null, other.id, null]);
  });

  test('opening another conversation by hand does not wait for the one that goes', async () => {
    const other = anInteraction({ id: 'interaction-2', contact: { ...interaction.contact, name: 'Alex Demo' } });
    const host = hostWithConversation({
      interactions: [interaction, other],
      shownTransfers: { [interaction.id]: pending },
    });
    const { getByRole } = await open(host);
    moveToColleague(host, pending);
    activate(host, { interactionId: other.id, focus: true });
    expect(getByRole('heading', { name: 'Alex Demo' })).toBeVisible();
    expect(host.clock.pending()).toBeGreaterThan(0);
  });

  test('SW-12 focus rests at the heading when what has it disappears', async () => {
    const host = hostWithConversation({ shownTransfers: { [interaction.id]: pending } });
    const { getByRole, focused } = await open(host);
    getByRole('button', { name: 'Cancel transfer' }).focus();
    setTransfer(host, { ...pending, state: 'declined', endedAt: testStart });
    await Promise.resolve();
    expect(focused()).toBe(getByRole('heading', { name: 'Jo Demo' }));
  });

  test('SW-12 focus rests at the heading when the conversation ends under the composer, and no key presses Close', async () => {
    const host = hostWithConversation();
    const { getByRole, focused, user } = await open(host);
    await user.click(getByRole('textbox'));
    host.setState({
      interactions: { [interaction.id]: { ...interaction, state: 'ended', capabilities: ['complete'] } },
    });
    await Promise.resolve();
    expect(focused()).toBe(getByRole('heading', { name: 'Jo Demo' }));
    await user.keyboard(' {Enter}');
    expect(host.commands.calls).toEqual([]);
  });
});

describe('announcements', () => {
  test('nothing is said of what was there when the desktop opened', async () => {
    const declined = { ...aTransfer(), state: 'declined', endedAt: testStart } as const;
    const host = createTestHost({ state: { connection: { state: 'connecting' } } });
    host.setState({ agent: undefined });
    host.bus.emit('interaction.active', { interactionId: interaction.id, focus: false });
    const { getByRole } = await open(host);
    const { agent, ...loaded } = hostWithConversation({
      shownTransfers: { [interaction.id]: declined },
    }).desktop.getState();
    host.setState({ ...loaded, agent });
    expect(getByRole('group', { name: /Bianca Okafor declined the transfer/ })).toBeVisible();
    expect(heard(host)).toEqual([]);
  });

  test('SW-08 an outcome is said once, also of a conversation that is not in front', async () => {
    const other = anInteraction({ id: 'interaction-2' });
    const pending = aTransfer({ interactionId: other.id });
    const host = hostWithConversation({ interactions: [interaction, other], shownTransfers: { [other.id]: pending } });
    await open(host);
    setTransfer(host, { ...pending, state: 'expired', endedAt: testStart });
    host.setState({ cursor: 9 });
    expect(host.adapters.announcements).toEqual([
      {
        text: 'Bianca Okafor did not answer in time. You still own this conversation. Try again or choose another target.',
        priority: 'assertive',
        id: 'transfer:command-0:expired',
      },
    ]);
  });

  test('SW-11 a conversation that came by transfer is announced', async () => {
    const host = hostWithConversation();
    await open(host);
    host.setState((state) => ({
      interactions: { ...state.interactions, new: anInteraction({ id: 'new', receivedFrom: demoColleague }) },
    }));
    expect(heard(host)).toEqual(['You are now the owner of the conversation with Jo Demo']);
  });

  test('SW-11 a conversation that the contact centre gave without asking is announced, and focus stays', async () => {
    const host = hostWithConversation();
    const { focused } = await open(host);
    const before = focused();
    host.setState((state) => ({
      interactions: {
        ...state.interactions,
        new: anInteraction({ id: 'new', contact: { ...interaction.contact, name: 'Max Demo' } }),
      },
    }));
    expect(heard(host)).toEqual(['New conversation with Max Demo']);
    expect(focused()).toBe(before);
  });

  test('the end of the conversation is announced', async () => {
    const host = hostWithConversation();
    await open(host);
    host.setState({ interactions: { [interaction.id]: { ...interaction, state: 'ended' } } });
    expect(heard(host)).toEqual(['The conversation with Jo Demo ended']);
  });
});

test('everything stops with the module', async () => {
  const host = hostWithConversation({ shownTransfers: { [interaction.id]: aTransfer() } });
  const { unmount } = await open(host);
  await unmount();
  expect(host.clock.pending()).toBe(0);
});

describe('keys for a conversation', () => {
  const other = anInteraction({ id: 'interaction-2', contact: { ...interaction.contact, name: 'Alex Demo' } });
  const inTransfer = aTransfer({ interactionId: other.id });

  async function with2() {
    const host = hostWithConversation({
      interactions: [interaction, other],
      shownTransfers: { [other.id]: inTransfer },
      capabilities: capabilities(),
    });
    return { host, ...(await open(host)) };
  }

  test('do not act on one that has just taken its place by itself', async () => {
    const { host, user, getByRole, focused } = await with2();
    activate(host, { interactionId: other.id, focus: false });
    expect(getByRole('heading', { name: 'Alex Demo' })).toBeVisible();
    await user.keyboard('{Alt>}{Shift>}c{/Shift}{/Alt}');
    await user.keyboard('{Alt>}{Shift>}e{/Shift}{/Alt}');
    expect(host.commands.calls).toEqual([]);
    expect(focused()).toBeNull();
    host.clock.advance(500);
    await user.keyboard('{Alt>}{Shift>}c{/Shift}{/Alt}');
    expect(host.commands.calls).toEqual([{ command: 'cancelTransfer', input: { transferId: inTransfer.id } }]);
  });

  test('act at once on one that the agent has brought to the front', async () => {
    const { host, user } = await with2();
    activate(host, { interactionId: other.id, focus: true });
    await user.keyboard('{Alt>}{Shift>}c{/Shift}{/Alt}');
    expect(host.commands.calls).toEqual([{ command: 'cancelTransfer', input: { transferId: inTransfer.id } }]);
  });
});
