import type { ConversationMessage } from './conversations';
import type { SdkMessage } from './sdk-message';
import { createSdkClient } from './testing/sdk-client';
import { openSession } from './twilio-conversations';

const none = { delivered: 'none', read: 'none', failed: 'none', undelivered: 'none' };

function message(index: number, more: Partial<SdkMessage> = {}): SdkMessage {
  return {
    ...{ index, body: `text ${index}`, author: 'WK1', participantSid: 'MB-agent', dateCreated: new Date(5_000) },
    ...{ attributes: {}, aggregatedDeliveryReceipt: null, attachedMedia: null },
    getDetailedDeliveryReceipts: async () => [],
    ...more,
  };
}

const participants = [
  { sid: 'MB-agent', type: 'chat' },
  { sid: 'MB-customer', type: 'sms' },
];

async function open(messages: SdkMessage[], getToken: () => Promise<string | undefined> = async () => 'token') {
  const client = createSdkClient('CH1', messages, participants);
  const told: (string | ConversationMessage)[] = [];
  const session = await openSession(client.sdk, getToken, {
    onMessage: (_sid, one) => told.push(one),
    onBreak: () => told.push('break'),
    onRestored: () => told.push('restored'),
    onTokenLost: () => told.push('token lost'),
  });
  return { client, session, told };
}

test('a conversation is read whole, page by page, with who wrote what', async () => {
  const { session } = await open([
    message(0, { participantSid: 'MB-customer', author: '+447700900123' }),
    message(4),
    // Has left since.
    message(9, { participantSid: 'MB-gone', author: 'whatsapp:+447700900123' }),
  ]);
  const read = await session.messages('CH1');
  expect(read.map(({ index, isFromCustomer }) => [index, isFromCustomer])).toEqual([
    [0, true],
    [4, false],
    [9, true],
  ]);
  expect(read[0]).toMatchObject({ text: 'text 0', at: 5_000, delivery: { state: 'sent' } });
});

test.each([
  [{ ...none, delivered: 'all' }, [], { state: 'delivered' }],
  [{ ...none, read: 'all' }, [], { state: 'delivered' }],
  [
    { ...none, undelivered: 'all' },
    [{ status: 'undelivered', errorCode: '21610' }],
    { reason: 'blocked', code: '21610' },
  ],
  [{ ...none, failed: 'some' }, [{ status: 'failed', errorCode: 30003 }], { reason: 'unreachable' }],
  [{ ...none, failed: 'all' }, [{ status: 'failed', errorCode: '99999' }], { reason: 'unknown:99999', code: '99999' }],
  [{ ...none, failed: 'all' }, [], { state: 'failed', reason: 'server' }],
])('a receipt of %o with %o is %o', async (aggregatedDeliveryReceipt, receipts, delivery) => {
  const { session } = await open([
    message(0, { aggregatedDeliveryReceipt, getDetailedDeliveryReceipts: async () => receipts }),
  ]);
  const [read] = await session.messages('CH1');
  expect(read?.delivery).toMatchObject(delivery);
});

test('what was sent along is shown, also where its address cannot be had', async () => {
  const media = { sid: 'ME1', contentType: 'image/jpeg', filename: null };
  const attachedMedia = [
    { ...media, getContentTemporaryUrl: async () => 'https://example.com/1.jpg' },
    { ...media, sid: 'ME2', filename: 'a.pdf', getContentTemporaryUrl: () => Promise.reject(new Error('Gone.')) },
  ];
  const { session } = await open([message(0, { attachedMedia })]);
  expect((await session.messages('CH1'))[0]?.attachments).toEqual([
    { id: 'ME1', mediaType: 'image/jpeg', url: 'https://example.com/1.jpg' },
    { id: 'ME2', mediaType: 'image/jpeg', name: 'a.pdf' },
  ]);
});

test('a text is sent with its command and its author, and is known by its index', async () => {
  const { client, session } = await open([]);
  const attributes = { commandId: 'command-1', from: { id: 'WK1', name: 'Ana' } };
  expect(await session.send('CH1', 'Hello', attributes)).toBe(7);
  expect(client.sent).toEqual([['Hello', attributes]]);
});

test('messages are told in the order in which they came, new and changed ones', async () => {
  const { client, told } = await open([]);
  client.add(message(1, { getDetailedDeliveryReceipts: async () => [] }));
  client.update(message(1, { body: 'changed' }));
  await client.settled();
  expect(told).toMatchObject([{ text: 'text 1' }, { text: 'changed' }]);
});

test('a break and the way back are told once each', async () => {
  const { client, told } = await open([]);
  for (const state of ['disconnected', 'connecting', 'connected', 'connected']) client.become(state);
  expect(told).toEqual(['break', 'restored']);
});

test('a token is renewed when Twilio asks for one, and without one the agent has to sign in', async () => {
  const tokens = ['new', undefined];
  const { client, told } = await open([], async () => tokens.shift());
  client.askForToken();
  await client.settled();
  expect(client.tokens).toEqual(['new']);
  client.askForToken();
  await client.settled();
  expect(told).toEqual(['token lost']);
});

test('a closed session is silent', async () => {
  const { client, session, told } = await open([]);
  session.close();
  client.add(message(1));
  client.become('disconnected');
  await client.settled();
  expect(told).toEqual([]);
  expect(client.isShutDown()).toBe(true);
});
