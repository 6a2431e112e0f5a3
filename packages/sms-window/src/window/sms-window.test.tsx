import {
  aTransfer,
  anInteraction,
  axeViolations,
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

describe('which conversation', () => {
  test('none in front: says so, and axe is clean', async () => {
    const { getByText, container } = await open(createTestHost());
    expect(getByText('No conversation open')).toBeVisible();
    expect(await axeViolations(container)).toEqual([]);
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

  test('SW-13 name and number keep their own direction', async () => {
    const { getByRole, getByText } = await open(hostWithConversation());
    expect(getByRole('heading', { name: 'Jo Demo' }).querySelector('bdi')).not.toBeNull();
    expect(getByText('+44 7700 900123').closest('bdi')).toHaveAttribute('dir', 'ltr');
  });
});

describe('departure', () => {
  const pending = aTransfer();

  test('SW-09 says who accepted, closes after a moment, and tells that focus was inside', async () => {
    const host = hostWithConversation({ transfers: { [interaction.id]: pending } });
    const closed: unknown[] = [];
    host.bus.on('window.closed', (fact) => closed.push(fact));
    const { getByRole, getByText, user } = await open(host);
    await user.click(getByRole('textbox'));

    moveToColleague(host, pending);
    expect(getByRole('group', { name: /Bianca Okafor accepted/ })).toBeVisible();
    expect(getByRole('textbox')).toHaveAccessibleDescription(/Bianca Okafor owns this conversation now/);
    expect(heard(host)).toEqual(['Bianca Okafor accepted. The conversation with Jo Demo moved to Bianca Okafor.']);
    expect(closed).toEqual([]);

    host.clock.advance(600);
    expect(closed).toEqual([{ interactionId: interaction.id, hadFocus: true }]);
    expect(getByText('No conversation open')).toBeVisible();
  });

  test('SW-09 tells that focus was elsewhere', async () => {
    const host = hostWithConversation({ transfers: { [interaction.id]: pending } });
    const closed: unknown[] = [];
    host.bus.on('window.closed', (fact) => closed.push(fact));
    await open(host);
    moveToColleague(host, pending);
    host.clock.advance(600);
    expect(closed).toEqual([{ interactionId: interaction.id, hadFocus: false }]);
  });

  test('opening another conversation by hand does not wait for the one that goes', async () => {
    const other = anInteraction({ id: 'interaction-2', contact: { ...interaction.contact, name: 'Alex Demo' } });
    const host = hostWithConversation({ interactions: [interaction, other], transfers: { [interaction.id]: pending } });
    const { getByRole } = await open(host);
    moveToColleague(host, pending);
    activate(host, { interactionId: other.id, focus: true });
    expect(getByRole('heading', { name: 'Alex Demo' })).toBeVisible();
    expect(host.clock.pending()).toBeGreaterThan(0);
  });

  test('SW-12 focus stays in the window when what has it disappears', async () => {
    const host = hostWithConversation({ transfers: { [interaction.id]: pending } });
    const { getByRole, focused } = await open(host);
    getByRole('button', { name: 'Cancel transfer' }).focus();
    setTransfer(host, { ...pending, state: 'declined', endedAt: testStart });
    await Promise.resolve();
    expect(focused()).toBe(getByRole('textbox'));
  });

  test('SW-12 focus goes to Close when the conversation ends under the composer', async () => {
    const host = hostWithConversation();
    const { getByRole, focused, user } = await open(host);
    await user.click(getByRole('textbox'));
    host.setState({
      interactions: { [interaction.id]: { ...interaction, state: 'ended', capabilities: ['complete'] } },
    });
    await Promise.resolve();
    expect(focused()).toBe(getByRole('button', { name: 'Close' }));
  });
});

describe('announcements', () => {
  test('nothing is said of what was there when the desktop opened', async () => {
    const declined = { ...aTransfer(), state: 'declined', endedAt: testStart } as const;
    const host = createTestHost({ state: { connection: { state: 'connecting' } } });
    host.setState({ agent: undefined });
    host.bus.emit('interaction.active', { interactionId: interaction.id, focus: false });
    const { getByRole } = await open(host);
    const { agent, ...loaded } = hostWithConversation({ transfers: { [interaction.id]: declined } }).desktop.getState();
    host.setState({ ...loaded, agent });
    expect(getByRole('group', { name: /Bianca Okafor declined the transfer/ })).toBeVisible();
    expect(heard(host)).toEqual([]);
  });

  test('SW-08 an outcome is said once, also of a conversation that is not in front', async () => {
    const other = anInteraction({ id: 'interaction-2' });
    const pending = aTransfer({ interactionId: other.id });
    const host = hostWithConversation({ interactions: [interaction, other], transfers: { [other.id]: pending } });
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
    expect(heard(host)).toEqual(['You are now the owner of this conversation']);
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
  const host = hostWithConversation({ transfers: { [interaction.id]: aTransfer() } });
  const { unmount } = await open(host);
  await unmount();
  expect(host.clock.pending()).toBe(0);
});
