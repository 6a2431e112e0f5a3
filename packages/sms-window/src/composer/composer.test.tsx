import { createEvent, fireEvent } from '@testing-library/react';
import { aRefusal, aTransfer, anInteraction, axeViolations, demoColleague, testStart } from '@baton/module-kit/testing';
import { activate, heard, hostWithConversation, interaction, moveToColleague, open, setTransfer, sharedStorage } from '../testing';

const sent = (text: string) => [{ interactionId: interaction.id, text }];

describe('sending', () => {
  test('SW-05 Enter sends, Shift+Enter adds a line', async () => {
    const host = hostWithConversation();
    const { composer, user } = await open(host);
    await user.type(composer, 'One{Shift>}{Enter}{/Shift}two{Enter}');
    expect(host.commands.inputsOf('sendMessage')).toEqual(sent('One\ntwo'));
    expect(composer).toHaveValue('');
  });

  test('SW-05 with the other setting Enter adds a line and Ctrl+Enter sends', async () => {
    const host = hostWithConversation({}, { preferences: { sendWith: 'ctrlEnter' } });
    const { composer, getByText, user } = await open(host);
    expect(getByText('Ctrl+Enter to send, Enter for a new line')).toBeVisible();
    await user.type(composer, 'One{Enter}two');
    expect(host.commands.calls).toEqual([]);
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(host.commands.inputsOf('sendMessage')).toEqual(sent('One\ntwo'));
  });

  test.each([
    ['isComposing', { isComposing: true }],
    ['keyCode 229', { keyCode: 229 }],
  ])('SW-05 an Enter that ends an input-method composition never sends: %s', async (_name, init) => {
    const host = hostWithConversation();
    const { composer, user } = await open(host);
    await user.type(composer, 'にほん');
    fireEvent(composer, createEvent.keyDown(composer, { key: 'Enter', ...init }));
    expect(host.commands.calls).toEqual([]);
  });

  test('Send sends and focus stays in the composer', async () => {
    const host = hostWithConversation();
    const { composer, getByRole, focused, user } = await open(host);
    await user.type(composer, 'Hello');
    await user.click(getByRole('button', { name: 'Send' }));
    expect(host.commands.inputsOf('sendMessage')).toEqual(sent('Hello'));
    expect(focused()).toBe(composer);
  });

  test('white space alone is not sent', async () => {
    const host = hostWithConversation();
    const { composer, getByRole, user } = await open(host);
    expect(getByRole('button', { name: 'Send' })).toHaveAccessibleDescription('Write a message first');
    await user.type(composer, '   {Enter}');
    expect(host.commands.calls).toEqual([]);
  });

  test('connection lost: Send says why, Enter says why, the text stays', async () => {
    const host = hostWithConversation();
    const { composer, container, getByRole, user } = await open(host);
    await user.type(composer, 'Hello');
    host.setState({ connection: { state: 'connectionLost', since: testStart } });
    const reason = 'You can read, but not send or transfer. Reconnecting.';
    expect(getByRole('button', { name: 'Send' })).toHaveAccessibleDescription(reason);
    expect(composer).toHaveAccessibleDescription(expect.stringContaining(reason));
    await user.type(composer, '{Enter}');
    expect(heard(host)).toEqual([reason]);
    expect(host.commands.calls).toEqual([]);
    expect(composer).toHaveValue('Hello');
    expect(await axeViolations(container)).toEqual([]);
    host.setState({ connection: { state: 'live' } });
    await user.type(composer, '{Enter}');
    expect(host.commands.inputsOf('sendMessage')).toEqual(sent('Hello'));
  });

  test('a text that is too long is kept whole and says by how much', async () => {
    const host = hostWithConversation();
    const { composer, getByRole, user } = await open(host);
    await user.click(composer);
    await user.paste('a'.repeat(1603));
    expect(composer).toHaveValue('a'.repeat(1603));
    expect(composer).toBeInvalid();
    expect(getByRole('button', { name: 'Send' })).toHaveAccessibleDescription(
      'Too long: a message has at most 1,600 characters. Remove 3 characters.',
    );
  });

  test('the shortcut goes to the composer', async () => {
    const { composer, focused, user } = await open(hostWithConversation());
    await user.keyboard('{Alt>}{Shift>}e{/Shift}{/Alt}');
    expect(focused()).toBe(composer);
  });
});

describe('counter', () => {
  test('SW-05 is in the description, and only a border is announced', async () => {
    const host = hostWithConversation();
    const { composer, user } = await open(host);
    await user.click(composer);
    await user.paste('a'.repeat(160));
    expect(composer).toHaveAccessibleDescription('Enter to send, Shift+Enter for a new line 160 of 160 · 1 message');
    expect(heard(host)).toEqual([]);
    await user.paste('a');
    expect(composer).toHaveAccessibleDescription(/161 of 306 · 2 messages/);
    await user.keyboard('{Backspace}');
    expect(heard(host)).toEqual(['Now 2 messages', 'Now 1 message']);
  });

  test('names the character that makes less text fit', async () => {
    const { composer, user } = await open(hostWithConversation());
    await user.click(composer);
    await user.paste('It’s on its way…');
    expect(composer).toHaveAccessibleDescription(/16 of 70 · 1 message/);
    expect(composer).toHaveAccessibleDescription(/Contains special characters \(“’”\), so less text fits/);
    await user.clear(composer);
    await user.paste('5\u00a0pm');
    expect(composer).toHaveAccessibleDescription(/Contains a non-breaking space, so less text fits/);
  });

  test('calls a text long from four messages on', async () => {
    const { composer, user } = await open(hostWithConversation());
    await user.click(composer);
    await user.paste('a'.repeat(459));
    expect(composer).not.toHaveAccessibleDescription(/Long message/);
    await user.paste('a');
    expect(composer).toHaveAccessibleDescription(/Long message · 460 of 612 · 4 messages/);
  });
});

describe('drafts', () => {
  const other = anInteraction({ id: 'interaction-2', contact: { ...interaction.contact, name: 'Alex Demo' } });

  test('are kept per conversation', async () => {
    const host = hostWithConversation({ interactions: [interaction, other] });
    const { getByRole, user } = await open(host);
    await user.type(getByRole('textbox'), 'For Jo');
    activate(host, { interactionId: other.id, focus: true });
    expect(getByRole('textbox', { name: 'Message to Alex Demo' })).toHaveValue('');
    activate(host, { interactionId: interaction.id, focus: true });
    expect(getByRole('textbox', { name: 'Message to Jo Demo' })).toHaveValue('For Jo');
  });

  test('survive a reload, and are gone once sent', async () => {
    const host = hostWithConversation();
    const before = await open(host);
    await before.user.type(before.composer, 'Half a sent');
    await before.unmount();
    const after = await open(host);
    expect(after.composer).toHaveValue('Half a sent');
    await after.user.type(after.composer, 'ence{Enter}');
    await after.unmount();
    expect((await open(host)).composer).toHaveValue('');
  });

  test('are the same in two windows', async () => {
    const storage = sharedStorage();
    const left = hostWithConversation();
    left.adapters.storage = storage.storageOfWindow();
    const right = hostWithConversation();
    right.adapters.storage = storage.storageOfWindow();
    const leftWindow = await open(left);
    const rightWindow = await open(right);
    await leftWindow.user.type(leftWindow.composer, 'Hello');
    expect(rightWindow.composer).toHaveValue('Hello');
  });

  test.each(['declined', 'expired', 'cancelled'] as const)('stay when a transfer is %s', async (state) => {
    const pending = aTransfer();
    const host = hostWithConversation({ transfers: { [interaction.id]: pending } });
    const { composer, user } = await open(host);
    await user.type(composer, 'While I wait');
    setTransfer(host, { ...pending, state, endedAt: testStart });
    expect(composer).toHaveValue('While I wait');
  });

  test('SW-10 an unsent text goes to My Messages when its conversation moves', async () => {
    const pending = aTransfer();
    const host = hostWithConversation({ transfers: { [interaction.id]: pending } });
    const kept: unknown[] = [];
    host.bus.respond('draft.keep', (ask) => {
      kept.push(ask);
      return { noticeId: 'notice-1' };
    });
    const { composer, user } = await open(host);
    await user.type(composer, 'Not yet sent');
    moveToColleague(host, pending);
    await Promise.resolve();
    expect(kept).toEqual([{ interactionId: interaction.id, customer: 'Jo Demo', text: 'Not yet sent' }]);
    expect(composer).toHaveAttribute('readonly');
    expect(host.adapters.storage.get(`draft.${interaction.id}`)).toBeUndefined();
  });

  test('SW-10 also when it moved while the desktop was closed', async () => {
    const host = hostWithConversation();
    const before = await open(host);
    await before.user.type(before.composer, 'Not yet sent');
    await before.unmount();
    const kept: unknown[] = [];
    host.bus.respond('draft.keep', (ask) => {
      kept.push(ask);
      return { noticeId: 'notice-1' };
    });
    host.setState({ interactions: {} });
    await open(host);
    expect(kept).toHaveLength(1);
  });

  test('SW-10 goes back to where it was when nobody takes it', async () => {
    const host = hostWithConversation();
    host.bus.respond('draft.keep', () => {
      throw new Error('no room');
    });
    const { composer, user, findByText } = await open(host);
    await user.type(composer, 'Not yet sent');
    host.setState({ interactions: {} });
    await findByText('No conversation open');
    expect(host.adapters.storage.get(`draft.${interaction.id}`)).toBe('Not yet sent');
  });
});

describe('ending', () => {
  test('End asks first, then completes', async () => {
    const host = hostWithConversation();
    const { getByRole, getByText, user } = await open(host);
    await user.click(getByRole('button', { name: 'End' }));
    expect(getByText('Jo Demo can start a new one by texting again.')).toBeInTheDocument();
    await user.click(getByRole('button', { name: 'Keep open', hidden: true }));
    expect(host.commands.calls).toEqual([]);
    await user.click(getByRole('button', { name: 'End' }));
    await user.click(getByRole('button', { name: 'End conversation', hidden: true }));
    expect(host.commands.inputsOf('completeInteraction')).toEqual([{ interactionId: interaction.id }]);
  });

  test('an end that was refused says so and keeps the window', async () => {
    const host = hostWithConversation();
    host.commands.answer('completeInteraction', aRefusal({ reference: 'ref-3' }));
    const { getByRole, findByRole, user } = await open(host);
    await user.click(getByRole('button', { name: 'End' }));
    await user.click(getByRole('button', { name: 'End conversation', hidden: true }));
    expect(await findByRole('group', { name: /The conversation did not end/ })).toHaveTextContent('Reference ref-3');
    expect(getByRole('textbox')).toBeVisible();
  });

  test('End waits while a transfer is being asked for', async () => {
    const host = hostWithConversation({ transfers: { [interaction.id]: { ...aTransfer(), state: 'requesting' } } });
    const { getByRole } = await open(host);
    expect(getByRole('button', { name: 'End' })).toHaveAccessibleDescription('Sending the invitation to Bianca Okafor');
  });

  test('a conversation that has ended can be read and closed', async () => {
    const host = hostWithConversation({ interactions: [anInteraction({ state: 'ended', capabilities: ['complete'], receivedFrom: demoColleague })] });
    const { getByRole, getByText, queryByRole, container, user } = await open(host);
    expect(queryByRole('textbox')).toBeNull();
    expect(getByText('This conversation has ended', { selector: '.sms-readonly p' })).toBeVisible();
    expect(await axeViolations(container)).toEqual([]);
    await user.click(getByRole('button', { name: 'Close' }));
    expect(host.commands.inputsOf('completeInteraction')).toEqual([{ interactionId: interaction.id }]);
  });
});
