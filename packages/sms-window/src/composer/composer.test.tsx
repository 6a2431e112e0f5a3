import { act, createEvent, fireEvent } from '@testing-library/react';
import { anInteraction, axeViolations, spokenIn, testStart } from '@baton/module-kit/testing';
import type { InHost } from '@baton/module-kit/testing';
import { activate, fill, heard, hostWithConversation, interaction, open } from '../testing/open-window';

const sent = (text: string) => [{ interactionId: interaction.id, text }];

describe('what is typed beside the composer', () => {
  test.each([
    ['the name', ({ getByRole }) => getByRole('heading')],
    ['the number', ({ getByText }) => getByText(/SMS/)],
    ['the hint', ({ getByText }) => getByText(/to send/)],
    ['the transcript', ({ getByRole }) => getByRole('log')],
  ] satisfies [string, (screen: InHost) => HTMLElement][])('goes to it after a press on %s', async (_, place) => {
    const screen = await open(hostWithConversation());
    await screen.user.click(place(screen));
    expect(screen.focused()).not.toBe(screen.composer);
    await screen.user.keyboard('Hi');
    expect(screen.composer).toHaveValue('Hi');
  });

  test('goes to it when it is pasted', async () => {
    const { getByRole, composer, focused, user } = await open(hostWithConversation());
    await user.click(getByRole('heading'));
    await user.keyboard('{Control>}c');
    expect(focused()).toBe(getByRole('heading'));
    await user.keyboard('v{/Control}');
    expect(focused()).toBe(composer);
  });

  test('goes nowhere where focus rests by itself, in the next conversation, and from a control', async () => {
    const other = anInteraction({ id: 'interaction-2' });
    const host = hostWithConversation({ interactions: [interaction, other] });
    const { getByRole, focused, user } = await open(host);
    const heading = () => getByRole('heading', { name: 'Jo Demo' });
    act(() => heading().focus());
    await user.keyboard('Hi');
    expect(focused()).toBe(heading());
    await user.click(heading());
    activate(host, { interactionId: other.id, focus: false });
    act(() => heading().focus());
    await user.keyboard('Hi');
    expect(focused()).toBe(heading());
    await user.click(getByRole('button', { name: 'Send' }));
    await user.keyboard('Hi');
    expect(getByRole('textbox')).toHaveValue('');
  });

  test('a press inside the frame goes to the field', async () => {
    const { composer, focused } = await open(hostWithConversation());
    fireEvent.mouseDown(composer.closest('.sms-box') ?? composer);
    expect(focused()).toBe(composer);
  });
});

describe('sending', () => {
  test('SW-05 Enter sends, Shift+Enter adds a line', async () => {
    const host = hostWithConversation();
    const { composer, user } = await open(host);
    await user.type(composer, 'One{Shift>}{Enter}{/Shift}two{Enter}');
    expect(host.commands.inputsOf('sendMessage')).toEqual(sent('One\ntwo'));
    expect(composer).toHaveValue('');
  });

  test.each(['Control', 'Meta'])('SW-05 where Enter sends, %s and Enter send, too', async (held) => {
    const { composer, user } = await open(hostWithConversation());
    await user.type(composer, `One{${held}>}{Enter}{/${held}}`);
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
    ['apple', '⌘/Control+Enter', 'Control+Shift+E', 'Meta'],
    ['apple', '⌘/Control+Enter', 'Control+Shift+E', 'Control'],
    ['other', 'Ctrl+Enter', 'Alt+Shift+E', 'Control'],
  ] as const)('names the keys of this keyboard: %s', async (platform, sending, writing, held) => {
    const host = hostWithConversation({}, { platform, preferences: { sendWith: 'ctrlEnter' } });
    const { composer, getByText, user } = await open(host);
    expect(getByText(`${sending} to send, Enter for a new line`)).toBeVisible();
    expect(composer).toHaveAttribute('placeholder', `Write a text message (${writing})`);
    await user.type(composer, `One{${held}>}{Enter}{/${held}}`);
    expect(host.commands.inputsOf('sendMessage')).toEqual(sent('One'));
  });

  test('names no keys while shortcuts are switched off', async () => {
    const { composer } = await open(hostWithConversation({}, { preferences: { shortcuts: false } }));
    expect(composer).toHaveAttribute('placeholder', 'Write a text message');
    expect(composer).not.toHaveAttribute('aria-keyshortcuts');
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

  test('Send pressed twice before anything is drawn sends once', async () => {
    const host = hostWithConversation();
    const { composer, getByRole, user } = await open(host);
    await user.type(composer, 'Hello');
    const send = getByRole('button', { name: 'Send' });
    act(() => {
      send.click();
      send.click();
    });
    expect(host.commands.inputsOf('sendMessage')).toEqual(sent('Hello'));
  });

  test.each([
    '\u200b',
    '\u2060\ufeff',
    '\u2800',
    '\u3164\u115f',
    '\u0000\n',
    '\ud800',
    '\u0301',
    '\ufe0f',
    '\u{e0041}',
    '\u202e\u2069',
  ])('a text in which nothing is seen is not sent: %j', async (text) => {
    const host = hostWithConversation();
    const { composer, getByRole, user } = await open(host);
    fill(composer, text);
    expect(getByRole('button', { name: 'Send' })).toHaveAccessibleDescription('Write a message first');
    await user.type(composer, '{Enter}');
    await user.click(getByRole('button', { name: 'Send' }));
    expect(host.commands.calls).toEqual([]);
  });

  test('spaces and lines around a text are neither counted nor sent', async () => {
    const host = hostWithConversation();
    const { composer, user } = await open(host);
    const text = 'a'.repeat(159) + '.';
    fill(composer, ` \n${text}\u00a0\n\n`);
    expect(composer).toHaveAccessibleDescription(expect.stringContaining('160 of 160 · 1 message'));
    await user.type(composer, '{Enter}');
    expect(host.commands.inputsOf('sendMessage')).toEqual(sent(text));
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
    const { composer, getByRole } = await open(host);
    fill(composer, 'a'.repeat(1603));
    expect(composer).toHaveValue('a'.repeat(1603));
    expect(composer).toBeInvalid();
    expect(getByRole('button', { name: 'Send' })).toHaveAccessibleDescription(
      'Too long: a message has at most 1,600 characters. Remove 3 characters.',
    );
  });

  test('each reason is said, however soon it follows another', async () => {
    const host = hostWithConversation();
    const spoken = spokenIn(host);
    const { composer, user } = await open(host);
    for (const length of [1602, 1601]) {
      fill(composer, 'a'.repeat(length));
      await user.type(composer, '{Enter}');
    }
    host.clock.advance(500);
    const tooLong = 'Too long: a message has at most 1,600 characters.';
    expect(spoken()).toEqual(['Now 11 messages', `${tooLong} Remove 2 characters.`, `${tooLong} Remove 1 character.`]);
  });

  test('the shortcut goes to the composer', async () => {
    const { composer, focused, user } = await open(hostWithConversation());
    await user.keyboard('{Alt>}{Shift>}e{/Shift}{/Alt}');
    expect(focused()).toBe(composer);
  });

  test('the shortcut asks the host for the window where something else stands in its place', async () => {
    const host = hostWithConversation();
    const asked: unknown[] = [];
    host.bus.respond('interaction.open', (ask) => void asked.push(ask));
    const { composer, user } = await open(host);
    // As browsers do with what is not displayed.
    composer.focus = () => undefined;
    await user.keyboard('{Alt>}{Shift>}e{/Shift}{/Alt}');
    expect(asked).toEqual([{ interactionId: interaction.id, focus: true }]);
  });
});

describe('counter', () => {
  test('SW-05 is in the description, and only a border is announced', async () => {
    const host = hostWithConversation();
    const { composer } = await open(host);
    fill(composer, 'a'.repeat(160));
    expect(composer).toHaveAccessibleDescription('Enter to send, Shift+Enter for a new line 160 of 160 · 1 message');
    expect(heard(host)).toEqual([]);
    fill(composer, 'a'.repeat(161));
    expect(composer).toHaveAccessibleDescription(/161 of 306 · 2 messages/);
    fill(composer, 'a'.repeat(160));
    expect(heard(host)).toEqual(['Now 2 messages', 'Now 1 message']);
  });

  test('names the character that makes less text fit', async () => {
    const { composer } = await open(hostWithConversation());
    fill(composer, 'It’s on its way…');
    expect(composer).toHaveAccessibleDescription(/16 of 70 · 1 message/);
    expect(composer).toHaveAccessibleDescription(/Contains special characters \(“’”\), so less text fits/);
    fill(composer, '5\u00a0pm');
    expect(composer).toHaveAccessibleDescription(/Contains a non-breaking space, so less text fits/);
  });

  test('says what the messages cost, by the number of the customer, where the host gives prices', async () => {
    const prices = { currency: 'EUR', perMessage: { '+44': 7.5 } };
    const contact = { ...interaction.contact, address: { kind: 'phone', value: '+447700900123' } as const };
    const interactions = [{ ...interaction, contact }];
    const { composer } = await open(hostWithConversation({ interactions }, { prices }));
    fill(composer, 'a'.repeat(161));
    expect(composer).toHaveAccessibleDescription(/161 of 306 · 2 messages\s?· €0\.15$/);
  });

  test('says nothing of prices where the host gives none', async () => {
    const { composer } = await open(hostWithConversation());
    fill(composer, 'Hello');
    expect(composer).toHaveAccessibleDescription(/1 message$/);
  });

  test('calls a text long from four messages on', async () => {
    const { composer } = await open(hostWithConversation());
    fill(composer, 'a'.repeat(459));
    expect(composer).not.toHaveAccessibleDescription(/Long message/);
    fill(composer, 'a'.repeat(460));
    expect(composer).toHaveAccessibleDescription(/Long message *460 of 612 · 4 messages/);
  });
});
