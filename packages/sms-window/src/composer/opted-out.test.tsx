import { draftOf } from '@baton/desktop';
import { consentReader } from '@baton/contracts';
import type { Consent, Message, OutboxMessage } from '@baton/contracts';
import {
  aMessage,
  aReply,
  aTransfer,
  anInteraction,
  axeViolations,
  byId,
  demoColleague,
  testStart,
} from '@baton/module-kit/testing';
import type { TestHost, TestHostOptions } from '@baton/module-kit/testing';
import { activate, heard, hostWithConversation, interaction, messages, open } from '../testing/open-window';

const optedOut: Consent = { state: 'optedOut', since: testStart, word: 'STOP' };
const reason = /^Jo Demo has opted out by sending STOP at 09:00\./;

/** Says what the backend knows of the customer's consent. */
const say = (host: TestHost, consent: Consent) => host.setState({ interactions: byId(anInteraction({ consent })) });
const blockedHost = (options: Omit<TestHostOptions, 'state'> = {}) =>
  hostWithConversation({ interactions: [anInteraction({ consent: optedOut })] }, options);
const draft = (host: TestHost) => draftOf(host.desktop.getState(), interaction.id);
const sent = (host: TestHost) => host.commands.inputsOf('sendMessage');

test('in place of the field stands why nothing can be sent, and what can be done', async () => {
  const { getByText, queryByRole, getByRole, container } = await open(blockedHost());
  expect(getByText(reason)).toBeVisible();
  expect(getByText(/until they opt in again, for example with START\. You can still transfer or end/)).toBeVisible();
  expect(queryByRole('textbox')).toBeNull();
  expect(queryByRole('button', { name: 'Send' })).toBeNull();
  expect(getByRole('button', { name: 'Transfer' })).not.toHaveAttribute('aria-disabled', 'true');
  expect(await axeViolations(container)).toEqual([]);
});

test.each([
  [{ state: 'optedOut' }, 'Jo Demo has opted out of messages.'],
  [{ state: 'optedOut', since: testStart }, 'Jo Demo has opted out of messages.'],
  [{ state: 'optedOut', since: testStart, word: 'QUIT' }, 'Jo Demo has opted out by sending QUIT at 09:00.'],
] satisfies [Consent, string][])('says no more than is known: %j', async (consent, text) => {
  const { getByText } = await open(hostWithConversation({ interactions: [anInteraction({ consent })] }));
  expect(getByText(text)).toBeVisible();
});

test('STOP while the agent writes: what was typed is kept and shown, and what is typed on belongs to it', async () => {
  const host = hostWithConversation();
  const { composer, getByText, focused, user } = await open(host);
  await user.type(composer, 'Half a sent');
  say(host, optedOut);
  expect(focused()).toBe(getByText(reason).closest('p'));
  await user.keyboard('ence{Enter}');
  expect(draft(host)).toBe('Half a sentence\n');
  expect(getByText('Your unsent text is kept:').nextElementSibling).toHaveTextContent('Half a sentence');
  expect(sent(host)).toEqual([]);
  expect(heard(host)).toContain('Jo Demo has opted out of messages.');
});

test('START gives the field back with its text and the focus that it had', async () => {
  const host = hostWithConversation();
  const { composer, getByRole, focused, user } = await open(host);
  await user.type(composer, 'One moment');
  say(host, optedOut);
  say(host, { state: 'subscribed', since: testStart, word: 'START' });
  const field = getByRole('textbox');
  expect(field).toHaveValue('One moment');
  expect(focused()).toBe(field);
  expect(heard(host)).toContain('Jo Demo opted in again');
  await user.keyboard('{Enter}');
  expect(sent(host)).toHaveLength(1);
});

test('neither STOP nor START takes focus from where the agent is', async () => {
  const host = hostWithConversation();
  const { getByRole, focused, user } = await open(host);
  await user.tab();
  const place = focused();
  say(host, optedOut);
  expect(focused()).toBe(place);
  say(host, { state: 'subscribed' });
  expect(focused()).toBe(place);
  expect(getByRole('textbox')).toBeVisible();
});

test('no key writes or sends: beside the field and by the shortcut it leads to the reason, and there is no template', async () => {
  const templates = [{ id: 'greeting', name: 'Greeting', text: 'Hello' }];
  const host = blockedHost({ templates });
  const { getByRole, getByText, queryByRole, focused, user } = await open(host);
  await user.click(getByRole('heading'));
  await user.keyboard('Hi/{Enter}');
  expect(focused()).toBe(getByText(reason).closest('p'));
  expect(draft(host)).toBe('');
  await user.click(getByRole('heading'));
  await user.keyboard('{Alt>}{Shift>}e{/Shift}{/Alt}');
  expect(focused()).toBe(getByText(reason).closest('p'));
  await user.keyboard('/greet{Enter}');
  expect(queryByRole('listbox')).toBeNull();
  expect(queryByRole('button', { name: 'Templates' })).toBeNull();
  expect(draft(host)).toBe('');
  expect(sent(host)).toEqual([]);
});

describe('a text that was not sent', () => {
  const unsent = (why: 'network' | 'optedOut'): Record<string, OutboxMessage> => ({
    'command-9': {
      commandId: 'command-9',
      interactionId: interaction.id,
      text: 'Almost there',
      at: testStart,
      status: { state: 'failed', reason: why },
    },
  });

  test('Try again is refused with the same reason, and possible again after START', async () => {
    const host = blockedHost();
    host.setState({ outbox: unsent('network') });
    const { getByRole, user } = await open(host);
    const again = () => getByRole('button', { name: 'Try again' });
    expect(again()).toHaveAccessibleDescription('Jo Demo has opted out of messages.');
    await user.click(again());
    expect(host.commands.inputsOf('retryMessage')).toEqual([]);
    say(host, { state: 'subscribed' });
    await user.click(again());
    expect(host.commands.inputsOf('retryMessage')).toEqual(['command-9']);
  });

  test('because of a STOP that came before it says so, with Delete; Try again comes with START', async () => {
    const host = blockedHost();
    host.setState({ outbox: unsent('optedOut') });
    const { getByRole, getByText, queryByRole, user } = await open(host);
    expect(getByText('Jo Demo has opted out of messages.')).toBeVisible();
    expect(getByText('Almost there')).toBeVisible();
    expect(getByRole('button', { name: 'Delete' })).toBeVisible();
    expect(queryByRole('button', { name: 'Try again' })).toBeNull();
    say(host, { state: 'subscribed' });
    await user.click(getByRole('button', { name: 'Try again' }));
    expect(host.commands.inputsOf('retryMessage')).toEqual(['command-9']);
  });
});

test('the record says who opted out, opted in and asked for help', async () => {
  const event = (index: number, name: 'optedOut' | 'optedIn' | 'helpAsked'): Message => ({
    ...{ kind: 'event', index, version: 1, at: testStart, event: name },
  });
  const conversation = [...messages, event(2, 'optedOut'), event(3, 'helpAsked'), event(4, 'optedIn')];
  const { getByText } = await open(
    hostWithConversation({ conversations: { [interaction.id]: { messages: conversation, earlier: false } } }),
  );
  expect(getByText('Jo Demo opted out · 09:00')).toBeVisible();
  expect(getByText('Jo Demo asked for help · 09:00')).toBeVisible();
  expect(getByText('Jo Demo opted in again · 09:00')).toBeVisible();
});

test('the agent who gets such a conversation is told the same; who leaves it can hand it over', async () => {
  const host = blockedHost();
  const received = { ...anInteraction({ id: 'interaction-2', consent: optedOut }), receivedFrom: demoColleague };
  host.setState({ interactions: byId(received), shownTransfers: { [interaction.id]: aTransfer() } });
  activate(host, { interactionId: received.id, focus: true });
  const { getByText, queryByRole } = await open(host);
  expect(getByText(reason)).toBeVisible();
  expect(queryByRole('textbox')).toBeNull();
});

describe('where the backend keeps no consent and the host names words', () => {
  const readConsent = consentReader();
  const text = (index: number, said: string) => aMessage({ index, text: said, at: testStart });
  const written = (...said: string[]) =>
    hostWithConversation(
      { conversations: { [interaction.id]: { messages: said.map((one, index) => text(index, one)), earlier: false } } },
      { readConsent },
    );

  test('what the customer writes is read, said in the record, and blocks the field', async () => {
    const host = written('Hi', ' stop! ');
    const { getByText, queryByRole } = await open(host);
    expect(getByText(reason)).toBeVisible();
    expect(getByText('Jo Demo opted out · 09:00')).toBeVisible();
    expect(queryByRole('textbox')).toBeNull();
  });

  test('START gives it back; help and a sentence with the word change nothing', async () => {
    const { getByText, queryByText, getByRole } = await open(written('STOP', 'info', 'start', 'When does it stop?'));
    expect(getByRole('textbox')).toBeVisible();
    expect(getByText('Jo Demo asked for help · 09:00')).toBeVisible();
    expect(getByText('Jo Demo opted in again · 09:00')).toBeVisible();
    expect(queryByText(reason)).toBeNull();
  });

  test('a yes is an answer like any other while nobody has opted out', async () => {
    const { queryByText } = await open(written('Is it mine?', 'Yes'));
    expect(queryByText(/opted in/)).toBeNull();
  });

  test('what the backend says counts, and its record is not written twice', async () => {
    const host = written('STOP');
    say(host, { state: 'subscribed' });
    const { getByRole, queryByText } = await open(host);
    expect(getByRole('textbox')).toBeVisible();
    expect(queryByText(/opted out/)).toBeNull();
  });

  test('without the option a STOP is a message like any other', async () => {
    const conversations = { [interaction.id]: { messages: [text(0, 'STOP')], earlier: false } };
    const { getByRole } = await open(hostWithConversation({ conversations }));
    expect(getByRole('textbox')).toBeVisible();
  });
});

test('a message of another agent about it is read by nobody', async () => {
  const conversation = [aMessage({ index: 0, text: 'Hi' }), aReply({ index: 1, text: 'STOP' })];
  const conversations = { [interaction.id]: { messages: conversation, earlier: false } };
  const { getByRole } = await open(hostWithConversation({ conversations }, { readConsent: consentReader() }));
  expect(getByRole('textbox')).toBeVisible();
});
