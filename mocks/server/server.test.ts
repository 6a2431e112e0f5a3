import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import { SessionAnswer, Snapshot } from '@baton/contracts';
import { maxBodyBytes } from '@baton/contracts/schemas';
import * as v from 'valibot';
import { samsConversation } from '../scenarios/demo-data';
import { flushPromises } from '../testing/manual-clock';
import { readEvents } from '../testing/wire';
import { createContactCentreListener } from '.';

const centre = createContactCentreListener({ control: true });
const servers: Server[] = [];
let base: string;

/** Serves on a free port; resolves with the address. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : address}`;
}

beforeAll(async () => {
  base = await serve(centre.listener);
});

afterAll(() => {
  centre.close();
  for (const server of servers) server.close().closeAllConnections();
});

const post = (path: string, body: unknown, token?: string) =>
  fetch(`${base}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });

let commands = 0;
const send = (token: string, command: object) =>
  post('/v1/commands', { commandId: `command-${(commands += 1)}`, ...command }, token);

/** What the clients of a test have open: it is closed after the test, also after one that failed. */
let leaving = new AbortController();

afterEach(async () => {
  leaving.abort();
  leaving = new AbortController();
  await untilStreamsAre(0);
  await post('/v1/control/reset', {});
});

/** A browser with one agent. */
async function enter(agentId: string) {
  const { token } = v.parse(SessionAnswer, await (await post('/v1/session', { agentId })).json());
  expect((await send(token, { type: 'signIn', ready: true })).status).toBe(202);
  const headers = { authorization: `Bearer ${token}` };
  return {
    token,
    snapshot: async () => v.parse(Snapshot, await (await fetch(`${base}/v1/snapshot`, { headers })).json()),
    follow: async (more: Record<string, string> = {}, { signal } = leaving) => {
      const asked = { ...headers, accept: 'text/event-stream', ...more };
      return readEvents((await fetch(`${base}/v1/events`, { headers: asked, signal })).body);
    },
  };
}

async function untilStreamsAre(count: number) {
  while (centre.openStreams() !== count) await flushPromises();
}

/** The next frame that tells of an event of the type, with the stream's id of it. */
async function next(events: AsyncGenerator<Record<string, string>>, type: string) {
  for (;;) {
    const { value } = await events.next();
    if (!value) throw new Error(`The stream ended before ${type}`);
    if (value['event'] === 'frame' && value['data']?.includes(`"type":"${type}"`)) return value;
  }
}

test('two clients hand a conversation over', async () => {
  const ana = await enter('ana');
  const bianca = await enter('bianca');
  const sent = await ana.follow();
  const received = await bianca.follow();
  await send(ana.token, {
    type: 'startTransfer',
    interactionId: samsConversation,
    target: { kind: 'agent', id: 'bianca', name: 'Bianca Okafor' },
  });
  await next(received, 'invitation.offered');
  const [invitation] = (await bianca.snapshot()).invitations;
  await send(bianca.token, { type: 'acceptInvitation', invitationId: invitation?.id });
  await next(sent, 'transfer.accepted');
  await next(received, 'interaction.assigned');
  expect((await ana.snapshot()).interactions).toEqual([]);
  expect((await bianca.snapshot()).interactions).toMatchObject([{ id: samsConversation }]);
});

test('a broken stream resumes by Last-Event-ID', async () => {
  const ana = await enter('ana');
  const first = await ana.follow();
  await post('/v1/control/customer-writes', { interactionId: samsConversation, text: 'First' });
  const { id = '' } = await next(first, 'messages.appended');
  await post('/v1/control/drop-streams', {});
  await post('/v1/control/customer-writes', { interactionId: samsConversation, text: 'Second' });
  const second = await ana.follow({ 'last-event-id': id });
  const { data } = await next(second, 'messages.appended');
  expect(data).toContain('Second');
});

test('a position that is forgotten is a gap', async () => {
  const ana = await enter('ana');
  const events = [];
  for await (const { event } of await ana.follow({ 'last-event-id': '0' })) events.push(event);
  expect(events).toEqual(['gap']);
});

test('200 clients that go away leave no stream behind', async () => {
  const ana = await enter('ana');
  const many = await Promise.all(Array.from({ length: 20 }, () => enter('ana')));
  for (let round = 0; round < 10; round += 1) {
    const window = new AbortController();
    await Promise.all(many.map((client) => client.follow({}, window)));
    await untilStreamsAre(many.length);
    window.abort();
    await untilStreamsAre(0);
  }
  expect((await ana.snapshot()).agent.presence.state).toBe('ready');
  // Real connections, on a machine that runs other suites beside this one.
}, 30_000);

test('a client that goes away before its stream stands leaves none behind', async () => {
  const ana = await enter('ana');
  const window = new AbortController();
  const asked = ana.follow({}, window);
  window.abort();
  await expect(asked).rejects.toThrow('aborted');
  await ana.snapshot();
  await untilStreamsAre(0);
});

test('refusals: no token, too large, no such address', async () => {
  expect((await fetch(`${base}/v1/snapshot`)).status).toBe(401);
  const large = await post('/v1/session', { agentId: 'x'.repeat(maxBodyBytes) });
  expect([large.status, large.headers.get('content-type')]).toEqual([413, 'application/problem+json']);
  expect((await post('/v1/session', { agentId: 'x'.repeat(20 * maxBodyBytes) })).status).toBe(413);
  expect((await fetch(`${base}/v1/%E0%A4%A`)).status).toBe(400);
  expect((await fetch(`${base}/v1/nothing`)).status).toBe(404);
});

test('a lost connection is no answer, but a broken one', async () => {
  const lost = createContactCentreListener({ scenario: 'connection-lost', control: true });
  const address = await serve(lost.listener);
  const headers = { 'content-type': 'application/json' };
  await fetch(`${address}/v1/control/advance`, { method: 'POST', headers, body: JSON.stringify({ ms: 20_000 }) });
  await expect(fetch(`${address}/v1/session/agents`)).rejects.toThrow('fetch failed');
  lost.close();
});

test('an unknown scenario is named, with those that there are', () => {
  expect(() => createContactCentreListener({ scenario: 'earthquake' })).toThrow(/earthquake.*target-accepts/);
});
