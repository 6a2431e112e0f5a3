import type { AgentRef, Message, OutboxMessage } from '@baton/contracts';
import { aMessage, aReply, demoColleague, testStart } from '@baton/module-kit/testing';
import { arrange, isHandOverBefore } from './arrange';
import type { Arrangement } from './arrange';

const second = 1000;
const hour = 3_600_000;
const rows = (changes: Partial<Arrangement>) =>
  arrange({
    messages: [],
    before: undefined,
    inHandOver: false,
    hasEnd: true,
    outbox: [],
    viewer: 'ana',
    timeZone: 'UTC',
    isIdempotent: true,
    unreadFrom: undefined,
    ...changes,
  });
const bubbles = (changes: Partial<Arrangement>) => rows(changes).filter((row) => row.kind === 'bubble');
const waiting = (changes: Partial<OutboxMessage>): OutboxMessage => ({
  commandId: 'command-9',
  interactionId: 'interaction-1',
  text: 'One moment',
  at: testStart,
  status: { state: 'sending' },
  ...changes,
});

describe('groups', () => {
  test('messages of one sender within two minutes belong together', () => {
    const messages = [0, 60, 179, 300].map((at, index) => aMessage({ index, at: testStart + at * second }));
    expect(bubbles({ messages }).map(({ opens, closes }) => ({ opens, closes }))).toEqual([
      { opens: true, closes: false },
      { opens: false, closes: false },
      { opens: false, closes: true },
      { opens: true, closes: true },
    ]);
  });

  test('another sender, a colleague or an event ends a group', () => {
    const messages: Message[] = [
      aReply({ index: 0, at: testStart, from: demoColleague, commandId: 'command-1' }),
      aReply({ index: 1, at: testStart, commandId: 'command-2' }),
      { kind: 'event', index: 2, version: 1, at: testStart, event: 'invited' },
      aReply({ index: 3, at: testStart, commandId: 'command-3' }),
      aMessage({ index: 4, at: testStart }),
    ];
    expect(bubbles({ messages }).every(({ opens, closes }) => opens && closes)).toBe(true);
    expect(bubbles({ messages }).map(({ sender }) => sender)).toEqual([
      'Bianca Okafor',
      undefined,
      undefined,
      'Jo Demo',
    ]);
  });

  test('a message that was not sent stands alone', () => {
    const messages = [
      aReply({ index: 0, at: testStart, commandId: 'command-1' }),
      aReply({ index: 1, at: testStart, commandId: 'command-2', delivery: { state: 'failed', reason: 'blocked' } }),
    ];
    expect(bubbles({ messages }).every(({ opens, closes }) => opens && closes)).toBe(true);
  });
});

describe('a hand-over', () => {
  const happened = (index: number, event: 'invited' | 'declined' | 'accepted' | 'ended', next?: AgentRef): Message => ({
    ...{ kind: 'event', index, version: 1, at: testStart, event },
    ...(next && { next }),
  });
  const during = (messages: readonly Message[], inHandOver = false) =>
    bubbles({ messages, inHandOver }).map(({ duringHandOver }) => duringHandOver);

  test('K3-5 texts of the customer while it is under way say so', () => {
    const messages = [
      aMessage({ index: 0 }),
      happened(1, 'invited'),
      aMessage({ index: 2 }),
      aReply({ index: 3 }),
      happened(4, 'accepted'),
      aMessage({ index: 5 }),
    ];
    expect(during(messages)).toEqual([false, true, false, false]);
  });

  test('goes on while a pool asks its next member', () => {
    const messages = [happened(0, 'invited'), happened(1, 'declined', demoColleague), aMessage({ index: 2 })];
    expect(during(messages)).toEqual([true]);
    expect(isHandOverBefore([...messages, aMessage({ index: 3 })], 3)).toBe(true);
  });

  test('is known where it has begun before the messages shown', () => {
    const messages = [happened(0, 'invited'), aMessage({ index: 1 }), aMessage({ index: 2 })];
    expect(during(messages.slice(1), isHandOverBefore(messages, 1))).toEqual([true, true]);
    expect(isHandOverBefore([happened(0, 'invited'), happened(1, 'declined')], 2)).toBe(false);
    expect(isHandOverBefore([aMessage()], 1)).toBe(false);
  });
});

describe('days', () => {
  test('begin where the reader sees midnight', () => {
    const messages = [aMessage({ index: 0, at: testStart }), aMessage({ index: 1, at: testStart + 8 * hour })];
    const kinds = (timeZone: string) => rows({ messages, timeZone }).map(({ kind }) => kind);
    expect(kinds('UTC')).toEqual(['day', 'bubble', 'bubble']);
    expect(kinds('Asia/Tokyo')).toEqual(['day', 'bubble', 'day', 'bubble']);
  });
});

describe('unread divider', () => {
  test('stands before the first unseen message of the customer', () => {
    const messages = [aMessage({ index: 0 }), aReply({ index: 1 }), aMessage({ index: 2 }), aMessage({ index: 3 })];
    expect(rows({ messages, unreadFrom: 1 }).map(({ kind }) => kind)).toEqual([
      'day',
      'bubble',
      'bubble',
      'unread',
      'bubble',
      'bubble',
    ]);
  });

  test('is not there when the agent has seen all', () => {
    expect(rows({ messages: [aMessage()], unreadFrom: 1 }).map(({ kind }) => kind)).toEqual(['day', 'bubble']);
  });
});

describe('outbox', () => {
  test('waits after everything else, in the order of writing', () => {
    const outbox = [waiting({ commandId: 'command-8', at: testStart + 1 }), waiting({ commandId: 'command-7' })];
    expect(bubbles({ messages: [aMessage()], outbox }).map(({ key }) => key)).toEqual([
      'message-0',
      'command-7',
      'command-8',
    ]);
  });

  test('a text that was written elsewhere has no command, and a key of its own', () => {
    const { commandId: _, ...elsewhere } = aReply({ index: 4 });
    expect(bubbles({ messages: [elsewhere] }).map(({ key }) => key)).toEqual(['message-4']);
  });

  test('a text that the backend shows is not shown twice, and keeps its key', () => {
    const messages = [aReply({ commandId: 'command-9' })];
    expect(bubbles({ messages, outbox: [waiting({})] })).toMatchObject([
      { key: 'command-9', status: { state: 'sent' } },
    ]);
  });

  test('a text that was not sent says how to send it again', () => {
    const outbox = [waiting({ status: { state: 'failed', reason: 'network' } })];
    expect(bubbles({ outbox })).toMatchObject([
      { status: { state: 'failed', reason: 'network', outbox: 'command-9' } },
    ]);
  });

  test.each([
    ['network', false, 'unknown'],
    ['server', false, 'unknown'],
    ['refused', false, 'refused'],
    ['unknown', true, 'unknown'],
    ['server', true, 'server'],
  ] as const)(
    'a text may have been sent when no answer came and it may count twice: %s, %s',
    (reason, isIdempotent, shown) => {
      const outbox = [waiting({ status: { state: 'failed', reason } })];
      expect(bubbles({ outbox, isIdempotent })).toMatchObject([{ status: { reason: shown } }]);
    },
  );
});

test('only the last message of the agent at this desktop is marked as the last own one', () => {
  const messages = [
    aReply({ index: 0, commandId: 'command-1' }),
    aReply({ index: 1, commandId: 'command-2' }),
    aMessage({ index: 2 }),
    aReply({ index: 3, commandId: 'command-3', from: demoColleague }),
  ];
  expect(bubbles({ messages }).map(({ lastOwn }) => lastOwn)).toEqual([false, true, false, false]);
});

test('a part of a conversation is drawn as in the whole of it', () => {
  const messages = [0, 30, 60, 90, 86_400, 86_430].map((at, index) => aMessage({ index, at: testStart + at * second }));
  const whole = rows({ messages, unreadFrom: 1 });
  for (const start of [1, 2, 3, 4, 5]) {
    const part = rows({ messages: messages.slice(start), before: messages[start - 1], unreadFrom: 1 });
    expect(part).toEqual(whole.slice(-part.length));
  }
  const unsent = { outbox: [waiting({})] };
  expect(bubbles({ messages, ...unsent }).at(-1)?.text).toBe('One moment');
  expect(bubbles({ messages: messages.slice(0, 3), hasEnd: false, ...unsent })).toHaveLength(3);
});
