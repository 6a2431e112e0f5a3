import { act, fireEvent, within } from '@testing-library/react';
import type { Delivery, Message, OutboxMessage } from '@baton/contracts';
import {
  aMessage,
  aRefusal,
  aReply,
  aTargetRef,
  anInteraction,
  axeViolations,
  byId,
  capabilities,
  demoAgent,
  demoColleague,
  testStart,
} from '@baton/module-kit/testing';
import type { TestHost } from '@baton/module-kit/testing';
import { activate, heard, hostWithConversation, interaction, messages, open } from '../testing/open-window';

const withMessages = (...conversation: Message[]) =>
  hostWithConversation({ conversations: { [interaction.id]: { messages: conversation, earlier: false } } });
const unsent = (changes: Partial<OutboxMessage> = {}): OutboxMessage => ({
  commandId: 'command-9',
  interactionId: interaction.id,
  text: 'Almost there',
  at: testStart,
  status: { state: 'failed', reason: 'network' },
  ...changes,
});

const undelivered = aReply({ index: 0, delivery: { state: 'failed', reason: 'server' } });

function tell(host: TestHost, ...conversation: Message[]): void {
  host.setState({ conversations: { [interaction.id]: { messages: conversation, earlier: false } } });
}

function append(host: TestHost, ...more: Message[]): void {
  const before = host.desktop.getState().conversations[interaction.id]?.messages ?? [];
  host.setState({ conversations: { [interaction.id]: { messages: [...before, ...more], earlier: false } } });
}

function scrollUp(log: HTMLElement): void {
  log.scrollTop = -200;
  fireEvent.scroll(log);
}

test('what was today is yesterday after midnight, though nothing else has happened', async () => {
  const host = hostWithConversation();
  const { getByText, queryByText } = await open(host);
  expect(getByText('Today')).toBeVisible();
  act(() => host.clock.advance(24 * 60 * 60_000));
  expect(queryByText('Today')).toBeNull();
  expect(getByText('Yesterday')).toBeVisible();
});

describe('log', () => {
  test('SW-01 one polite log, named after the customer', async () => {
    const { getByRole } = await open(hostWithConversation());
    expect(getByRole('log', { name: 'Conversation with Jo Demo' })).toHaveAttribute('aria-live', 'polite');
  });

  test('SW-02 can be focused, holds a list, and every message says who and when', async () => {
    const { getByRole } = await open(hostWithConversation());
    const log = getByRole('log');
    expect(log).toHaveAttribute('tabindex', '0');
    const items = within(within(log).getByRole('list')).getAllByRole('listitem');
    expect(items.map(({ textContent }) => textContent)).toEqual([
      'Today',
      'Jo Demo, 08:59: My invoice is wrong08:59',
      'You, 08:59: I am looking at itYou · 08:59 · Sent',
    ]);
  });

  test('SW-03 own messages are not read out; a failure is said once, assertively', async () => {
    const host = hostWithConversation();
    const { getByText } = await open(host);
    expect(getByText('I am looking at it').closest('li')).toHaveAttribute('aria-live', 'off');
    expect(getByText('My invoice is wrong').closest('li')).not.toHaveAttribute('aria-live');
    host.setState({
      conversations: {
        [interaction.id]: {
          messages: [messages[0] ?? aMessage(), aReply({ delivery: { state: 'delivered' } })],
          earlier: false,
        },
      },
    });
    expect(heard(host)).toEqual([]);
    host.setState({ outbox: { 'command-9': unsent() } });
    expect(host.adapters.announcements).toEqual([
      { text: 'Message not sent', priority: 'assertive', id: 'message:command-9:failed' },
    ]);
  });

  test('days are counted: two nights ago is not yesterday, though the clocks went forward', async () => {
    const saturdayToMonday = [27, 28, 29].map((day) => Date.UTC(2027, 2, day, 12));
    const conversation = saturdayToMonday.map((at, index) => aMessage({ index, at }));
    const host = hostWithConversation(
      { conversations: { [interaction.id]: { messages: conversation, earlier: false } } },
      { timeZone: 'Europe/London' },
    );
    // Half past midnight: 24 hours before, it was Saturday night.
    host.clock.advance(Date.UTC(2027, 2, 28, 23, 10) - testStart);
    const { getByRole } = await open(host);
    const days = within(getByRole('log')).getAllByText(/^(?:Today|Yesterday|.*\bMarch)$/);
    expect(days.map(({ textContent }) => textContent)).toEqual(['Saturday 27 March', 'Yesterday', 'Today']);
  });

  test('says that there is nothing yet', async () => {
    const { getByText } = await open(withMessages());
    expect(getByText('No messages yet')).toBeVisible();
  });

  test('SW-13 what people write has its own direction', async () => {
    const { getByText } = await open(withMessages(aMessage({ text: 'مرحبا' })));
    expect(getByText('مرحبا').closest('[dir]')).toHaveAttribute('dir', 'auto');
  });

  test('tells what happened by who reads it', async () => {
    const event = { kind: 'event', version: 1, at: testStart, target: aTargetRef() } as const;
    const { getByRole } = await open(
      withMessages(
        { ...event, index: 0, event: 'invited', by: demoAgent },
        { ...event, index: 1, event: 'declined', by: demoAgent },
        { ...event, index: 2, event: 'accepted', by: demoColleague, acceptedBy: demoAgent },
      ),
    );
    const items = within(getByRole('log')).getAllByRole('listitem');
    expect(items.slice(1).map(({ textContent }) => textContent)).toEqual([
      'You invited Bianca Okafor to take over · 09:00',
      'Bianca Okafor declined · 09:00',
      'Bianca Okafor handed over to you · 09:00',
    ]);
  });
});

describe('links', () => {
  test('are opened by the host, and carry no power over this page', async () => {
    const host = withMessages(aMessage({ text: 'See https://shop.example/12 or <b>ring</b> tel:+447700900123' }));
    const { getAllByRole, getByText, user } = await open(host);
    const links = getAllByRole('link');
    expect(links.map(({ textContent }) => textContent)).toEqual(['https://shop.example/12', 'tel:+447700900123']);
    for (const link of links) expect(link).toHaveAttribute('rel', 'noopener noreferrer nofollow');
    await user.click(getByText('https://shop.example/12'));
    expect(host.adapters.visited).toEqual(['https://shop.example/12']);
    expect(getByText(/<b>ring<\/b>/)).toBeVisible();
  });

  test('say where they lead when it does not look so, and keep their direction in any text', async () => {
    const host = withMessages(
      aMessage({ text: 'انظر https://аpple.example/x، أو https://known.example@evil.example' }),
    );
    const { getAllByRole } = await open(host);
    const [link, ...others] = getAllByRole('link');
    expect(others).toEqual([]);
    expect(link).toHaveTextContent('https://аpple.example/x (leads to xn--pple-43d.example)');
    expect(link).toHaveAttribute('dir', 'ltr');
  });
});

describe('messages on their way', () => {
  test('wait as Sending', async () => {
    const { getByText } = await open(
      hostWithConversation({ outbox: { 'command-9': unsent({ status: { state: 'sending' } }) } }),
    );
    expect(getByText('Sending')).toBeVisible();
  });

  test('Not sent, with the reason, Try again and Delete; axe is clean', async () => {
    const host = hostWithConversation({ outbox: { 'command-9': unsent() } });
    const { getByText, getByRole, container, user } = await open(host);
    expect(getByText('Not sent')).toBeVisible();
    expect(getByText('Check your connection, then try again.')).toBeVisible();
    expect(await axeViolations(container)).toEqual([]);
    await user.click(getByRole('button', { name: 'Try again' }));
    await user.click(getByRole('button', { name: 'Delete' }));
    expect(host.commands.inputsOf('retryMessage')).toEqual(['command-9']);
    expect(host.commands.inputsOf('discardMessage')).toEqual(['command-9']);
  });

  describe('that may have been sent already', () => {
    const question = 'Jo Demo may get this text twice. Send it all the same?';
    const notOnce = capabilities({ idempotentCommands: [] });
    const withUnsent = (text: OutboxMessage = unsent()) =>
      hostWithConversation({ capabilities: notOnce, outbox: { 'command-9': text } });

    test('say so, and are sent again when the agent has been told that the customer may get them twice', async () => {
      const host = withUnsent();
      const { getByText, getByRole, container, user } = await open(host);
      expect(getByText('Not confirmed')).toBeVisible();
      expect(getByText('It may have been sent already.')).toBeVisible();
      await user.click(getByRole('button', { name: 'Try again' }));
      expect(host.commands.inputsOf('retryMessage')).toEqual([]);
      expect(getByText(question)).toBeVisible();
      expect(heard(host)).toEqual([question]);
      expect(await axeViolations(container)).toEqual([]);
      await user.click(getByRole('button', { name: 'Send again' }));
      expect(host.commands.inputsOf('retryMessage')).toEqual(['command-9']);
    });

    test('a double click sends nothing; the button keeps the focus', async () => {
      const host = withUnsent();
      const { getByRole, focused, user } = await open(host);
      await user.dblClick(getByRole('button', { name: 'Try again' }));
      expect(focused()).toBe(getByRole('button', { name: 'Send again' }));
      expect(host.commands.inputsOf('retryMessage')).toEqual([]);
    });

    test('are told of as what they are', async () => {
      const host = hostWithConversation({ capabilities: notOnce });
      await open(host);
      host.setState({ outbox: { 'command-9': unsent() } });
      expect(heard(host)).toEqual(['Not confirmed. It may have been sent already.']);
    });

    test('are not those that were refused', async () => {
      const host = withUnsent(unsent({ status: { state: 'failed', reason: 'refused' } }));
      const { getByText, getByRole, user } = await open(host);
      expect(getByText('Not sent')).toBeVisible();
      expect(getByText('It was not accepted. Your text is kept.')).toBeVisible();
      await user.click(getByRole('button', { name: 'Try again' }));
      expect(host.commands.inputsOf('retryMessage')).toEqual(['command-9']);
    });

    test('are not those that cannot be sent at all: there is nothing to try', async () => {
      const host = withUnsent(unsent({ status: { state: 'failed', reason: 'unsupported' } }));
      const { getByText, getByRole, queryByRole } = await open(host);
      expect(getByText('This cannot be sent from here. Your text is kept.')).toBeVisible();
      expect(queryByRole('button', { name: 'Try again' })).toBeNull();
      expect(getByRole('button', { name: 'Delete' })).toBeVisible();
    });

    test('are those, too, whose second delivery nobody has confirmed', async () => {
      const host = withMessages(undelivered);
      host.setState({ capabilities: notOnce });
      host.commands.answer('redeliverMessage', aRefusal({ code: 'unknown_outcome' }));
      const { getByRole, findByText, user } = await open(host);
      await user.click(getByRole('button', { name: 'Try again' }));
      expect(await findByText('It may have been sent already.')).toBeVisible();
      await user.click(getByRole('button', { name: 'Try again' }));
      expect(host.commands.inputsOf('redeliverMessage')).toHaveLength(1);
      await user.click(getByRole('button', { name: 'Send again' }));
      expect(host.commands.inputsOf('redeliverMessage')).toHaveLength(2);
    });
  });

  test('what the backend could not deliver is part of the record; another try is of the same message', async () => {
    const host = withMessages(undelivered);
    const { getByRole, queryByRole, user } = await open(host);
    expect(queryByRole('button', { name: 'Delete' })).toBeNull();
    await user.click(getByRole('button', { name: 'Try again' }));
    expect(host.commands.inputsOf('redeliverMessage')).toEqual([{ interactionId: interaction.id, index: 0 }]);
    expect(host.commands.inputsOf('sendMessage')).toEqual([]);
    expect(queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  test('what fails again can be tried again, and stands in the transcript once', async () => {
    const host = withMessages(undelivered);
    const { getByRole, getAllByText, queryByRole, user } = await open(host);
    for (const version of [2, 4]) {
      await user.click(getByRole('button', { name: 'Try again' }));
      tell(host, { ...undelivered, version, delivery: { state: 'sent' } });
      expect(queryByRole('button', { name: 'Try again' })).toBeNull();
      tell(host, { ...undelivered, version: version + 1 });
      expect(getAllByText('I am looking at it')).toHaveLength(1);
    }
    expect(getByRole('button', { name: 'Try again' })).toBeVisible();
    expect(host.commands.inputsOf('redeliverMessage')).toHaveLength(2);
  });

  test('a failure that comes with the try before it can be tried again', async () => {
    const host = withMessages(undelivered);
    const { getByRole, getByText, queryByRole, user } = await open(host);
    await user.click(getByRole('button', { name: 'Try again' }));
    expect(queryByRole('button', { name: 'Try again' })).toBeNull();
    // The stream was cut meanwhile: what happened in between is seen at once.
    tell(host, { ...undelivered, version: 3, delivery: { state: 'failed', reason: 'server' } });
    expect(getByText('The messaging service did not answer. Your text is kept.')).toBeVisible();
    await user.click(getByRole('button', { name: 'Try again' }));
    expect(host.commands.inputsOf('redeliverMessage')).toHaveLength(2);
  });

  test('Try again says why it is not possible once the conversation has ended', async () => {
    const host = withMessages(undelivered);
    host.setState({ interactions: byId(anInteraction({ state: 'ended', capabilities: ['complete'] })) });
    const { getByRole } = await open(host);
    expect(getByRole('button', { name: 'Try again' })).toHaveAccessibleDescription('This conversation has ended');
  });

  test('while the backend has not answered, the button keeps focus and name and does nothing', async () => {
    const host = withMessages(undelivered);
    host.commands.answer('redeliverMessage', new Promise(() => {}));
    const { getByRole, focused, user } = await open(host);
    const retry = getByRole('button', { name: 'Try again' });
    await user.click(retry);
    expect(retry).toHaveAttribute('aria-busy', 'true');
    expect(retry).toHaveAttribute('aria-disabled', 'true');
    expect(focused()).toBe(retry);
    await user.click(retry);
    expect(host.commands.inputsOf('redeliverMessage')).toHaveLength(1);
  });

  test('a refusal is said where the button is, and aloud', async () => {
    const host = withMessages(undelivered);
    host.commands.answer('redeliverMessage', aRefusal({ reference: 'ref-7' }));
    const { getByRole, findByText, user } = await open(host);
    await user.click(getByRole('button', { name: 'Try again' }));
    expect(await findByText('It was not sent again. Try again in a moment. Reference ref-7.')).toBeVisible();
    expect(heard(host)).toEqual(['It was not sent again. Try again in a moment. Reference ref-7.']);
    expect(getByRole('button', { name: 'Try again' })).not.toHaveAttribute('aria-disabled');
  });

  test('where the product delivers nothing again, Try again goes', async () => {
    const host = withMessages(undelivered);
    host.commands.answer('redeliverMessage', aRefusal({ code: 'unsupported' }));
    const { getByRole, findByText, queryByRole, user } = await open(host);
    await user.click(getByRole('button', { name: 'Try again' }));
    expect(await findByText('This cannot be sent from here. Your text is kept.')).toBeVisible();
    expect(heard(host)).toEqual(['This cannot be sent from here. Your text is kept.']);
    expect(queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  test('a customer who has opted out cannot be tried again', async () => {
    const host = withMessages(aReply({ index: 0, delivery: { state: 'failed', reason: 'blocked' } }));
    const { getByText, queryByRole } = await open(host);
    expect(getByText('Jo Demo has opted out of messages.')).toBeVisible();
    expect(queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  describe('that were not delivered', () => {
    type Failure = Omit<Extract<Delivery, { state: 'failed' }>, 'state'>;
    const failed = (failure: Failure) => withMessages(aReply({ index: 0, delivery: { state: 'failed', ...failure } }));

    test.each<[Failure, string]>([
      [{ reason: 'unreachable' }, 'The phone was off or had no network. Try again later.'],
      [{ reason: 'server' }, 'The messaging service did not answer. Your text is kept.'],
      [
        { reason: 'filtered', permanent: false },
        'The carrier refused this text because of what it says. Say it in other words.',
      ],
      [{ reason: 'unknown:jammed', code: '30410' }, 'It was not delivered. Code for support: 30410.'],
      [{ reason: 'unknown:jammed' }, 'It is not known why. Your text is kept.'],
    ])('say why, and can be tried again: %j', async (failure, text) => {
      const host = failed(failure);
      const { getByText, getByRole, user } = await open(host);
      expect(getByText('Not delivered')).toBeVisible();
      expect(getByText(text)).toBeVisible();
      await user.click(getByRole('button', { name: 'Try again' }));
      expect(host.commands.inputsOf('redeliverMessage')).toHaveLength(1);
    });

    test.each<[Failure, string]>([
      [{ reason: 'number' }, 'This number cannot receive text messages. It cannot be delivered.'],
      [{ reason: 'numberUnknown' }, 'This number does not exist. It cannot be delivered.'],
      [{ reason: 'carrierBlocked' }, 'The carrier blocks messages to this number. It cannot be delivered.'],
      [{ reason: 'filtered' }, 'The carrier refused this text because of what it says. Say it in other words.'],
      [
        { reason: 'unknown:jammed', code: '30410', permanent: true },
        'It was not delivered. Code for support: 30410. It cannot be delivered.',
      ],
    ])('say that another try is in vain, and offer none: %j', async (failure, text) => {
      const { getByText, queryByRole, container } = await open(failed(failure));
      expect(getByText(text)).toBeVisible();
      expect(queryByRole('button', { name: 'Try again' })).toBeNull();
      expect(await axeViolations(container)).toEqual([]);
    });
  });
});

describe('new messages', () => {
  test('SW-04 a button tells of them when the agent reads further up, and leads to them', async () => {
    const host = hostWithConversation();
    const { getByRole, getByText, queryByRole, user } = await open(host);
    const log = getByRole('log');
    scrollUp(log);
    append(
      host,
      aMessage({ index: 2, at: testStart, text: 'Hello?' }),
      aMessage({ index: 3, at: testStart, text: 'Anybody?' }),
    );
    expect(getByText('New messages')).toBeVisible();
    await user.click(getByRole('button', { name: '2 new messages' }));
    expect(log.scrollTop).toBe(0);
    expect(queryByRole('button', { name: /new message/ })).toBeNull();
  });

  test('SW-04 no button while the agent is at the end', async () => {
    const host = hostWithConversation();
    const { queryByRole, queryByText } = await open(host);
    append(host, aMessage({ index: 2, at: testStart }));
    expect(queryByRole('button', { name: /new message/ })).toBeNull();
    expect(queryByText('New messages')).toBeNull();
  });

  test('what came while another conversation was in front stands under a divider', async () => {
    const other = anInteraction({ id: 'interaction-2' });
    const host = hostWithConversation({ interactions: [interaction, other] });
    const { getByText, queryByText } = await open(host);
    activate(host, { interactionId: other.id, focus: false });
    append(host, aMessage({ index: 2, at: testStart, text: 'Hello?' }));
    activate(host, { interactionId: interaction.id, focus: false });
    expect(getByText('New messages')).toBeVisible();
    append(host, aReply({ index: 3, at: testStart, commandId: 'command-3', text: 'Hello!' }));
    expect(queryByText('New messages')).toBeNull();
  });

  test('sending shows the end', async () => {
    const host = hostWithConversation();
    const { getByRole } = await open(host);
    scrollUp(getByRole('log'));
    host.setState({ outbox: { 'command-9': unsent({ status: { state: 'sending' } }) } });
    expect(getByRole('log').scrollTop).toBe(0);
  });
});

describe('earlier messages', () => {
  const tail = [aMessage({ index: 5 }), aReply({ index: 6 })];
  function hostWithEarlier(answer: TestHost['reads']['messages']) {
    const host = hostWithConversation({ conversations: { [interaction.id]: { messages: tail, earlier: true } } });
    host.reads = { ...host.reads, messages: answer };
    return host;
  }

  test('SW-01 are put in before the others without being read out', async () => {
    const asked: unknown[] = [];
    const host = hostWithEarlier(({ interactionId, ...page }) => {
      asked.push(page);
      const index = (page.before ?? 0) - 1;
      const message = aMessage({ index, text: `Number ${index}`, at: testStart - 3_600_000 });
      return Promise.resolve({ ok: true, value: { interactionId, messages: [message], earlier: index > 3 } });
    });
    const { getByRole, findByText, queryByRole, user } = await open(host);
    const log = getByRole('log');
    await user.click(getByRole('button', { name: 'Load earlier messages' }));
    await findByText('Number 4');
    expect(log).toHaveAttribute('aria-live', 'off');
    host.clock.advance(1000);
    expect(log).toHaveAttribute('aria-live', 'polite');

    await user.click(getByRole('button', { name: 'Load earlier messages' }));
    await findByText('Number 3');
    expect(asked).toEqual([{ before: 5 }, { before: 4 }]);
    expect(queryByRole('button', { name: 'Load earlier messages' })).toBeNull();
    const texts = [...log.querySelectorAll('.sms-text')].map(({ textContent }) => textContent);
    expect(texts).toEqual(['Number 3', 'Number 4', 'My invoice is wrong', 'I am looking at it']);
  });

  test('are asked for without a press when a message was lost on its way: nothing that was read goes for good', async () => {
    const asked: unknown[] = [];
    const host = hostWithConversation();
    host.reads = {
      ...host.reads,
      messages: ({ interactionId, before }) => {
        asked.push(before);
        const lost = aMessage({ index: 2, text: 'Lost on its way' });
        return Promise.resolve({ ok: true, value: { interactionId, messages: [...messages, lost], earlier: false } });
      },
    };
    const { findByText, getByText, queryByRole } = await open(host);
    const last = aMessage({ index: 3, text: 'Are you there?' });
    host.setState({ conversations: { [interaction.id]: { messages: [last], earlier: true } } });
    await findByText('Lost on its way');
    expect(getByText('My invoice is wrong')).toBeVisible();
    expect(getByText('Are you there?')).toBeVisible();
    expect(asked).toEqual([3]);
    expect(queryByRole('button', { name: 'Load earlier messages' })).toBeNull();
  });

  test('that do not come leave the rest alone, and can be asked for again', async () => {
    let attempts = 0;
    const host = hostWithEarlier(() => {
      attempts += 1;
      return Promise.resolve(aRefusal({ reference: 'ref-4' }));
    });
    const { getByRole, getByText, findByRole, findByText, user } = await open(host);
    await user.click(getByRole('button', { name: 'Load earlier messages' }));
    await findByRole('group', { name: 'Earlier messages did not load' });
    expect(getByText('My invoice is wrong')).toBeVisible();
    await user.click(getByRole('button', { name: 'Try again' }));
    expect(await findByText('Reference ref-4')).toBeVisible();
    expect(attempts).toBe(2);
  });

  test('that a line loses are asked for again after a while, without a press', async () => {
    const lost = aRefusal({ code: 'backend_unavailable', retryable: true });
    const page = { interactionId: interaction.id, messages: [aMessage({ index: 4, text: 'At last' })], earlier: false };
    const answers = [lost, lost, { ok: true, value: page } as const];
    const host = hostWithEarlier(() => Promise.resolve(answers.shift() ?? lost));
    const { getByRole, findByText, queryByText, user } = await open(host);
    await user.click(getByRole('button', { name: 'Load earlier messages' }));
    await act(async () => host.clock.advance(1000));
    expect(queryByText('At last')).toBeNull();
    await act(async () => host.clock.advance(2000));
    expect(await findByText('At last')).toBeVisible();
  });

  test('are left to the agent to ask for again when the backend asks for a pause', async () => {
    const busy = aRefusal({ code: 'rate_limited', retryable: true, retryAfterMs: 60_000 });
    const ask = jest.fn(() => Promise.resolve(busy));
    const { getByRole, findByRole, user } = await open(hostWithEarlier(ask));
    await user.click(getByRole('button', { name: 'Load earlier messages' }));
    await findByRole('group', { name: 'Earlier messages did not load' });
    expect(ask).toHaveBeenCalledTimes(1);
  });

  test('are still there when the agent comes back to the conversation, and nothing goes on for one they left', async () => {
    const other = anInteraction({ id: 'sms-2' });
    const signals: (AbortSignal | undefined)[] = [];
    const host = hostWithEarlier(({ before = 0 }, signal) => {
      signals.push(signal);
      const message = aMessage({ index: before - 1, text: `Number ${before - 1}` });
      const value = { interactionId: interaction.id, messages: [message], earlier: true };
      return before === 5 ? Promise.resolve({ ok: true, value }) : new Promise(() => undefined);
    });
    host.setState({ interactions: byId(interaction, other) });
    const { getByRole, findByText, getByText, queryByText, user } = await open(host);
    await user.click(getByRole('button', { name: 'Load earlier messages' }));
    await findByText('Number 4');
    await user.click(getByRole('button', { name: 'Load earlier messages' }));
    activate(host, { interactionId: other.id, focus: false });
    expect(queryByText('Number 4')).toBeNull();
    expect(signals.map((signal) => signal?.aborted)).toEqual([false, true]);
    activate(host, { interactionId: interaction.id, focus: false });
    expect(getByText('Number 4')).toBeVisible();
    expect(getByRole('button', { name: 'Load earlier messages' })).not.toHaveAttribute('aria-disabled', 'true');
  });
});
