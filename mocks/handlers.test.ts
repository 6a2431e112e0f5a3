import { EventFrame, Problem } from '@baton/contracts';
import { maxBodyBytes } from '@baton/contracts/schemas';
import * as v from 'valibot';
import { maxLagBytes } from './http/event-stream';
import { samsConversation } from './scenarios/demo-data';
import { maxSessions } from './service/sessions';
import { createTestCentre, given, recordingSink } from './testing/test-centre';
import { createWire, readEvents } from './testing/wire';

const bianca = { kind: 'agent', id: 'bianca', name: 'Bianca Okafor' };
const toBianca = { type: 'startTransfer', interactionId: samsConversation, target: bianca };

async function desk(options: Parameters<typeof createWire>[1] = {}) {
  const { centre, clock, signIn } = createTestCentre();
  const wire = createWire(centre, options);
  const { token } = await signIn('ana');
  const second = await signIn('bianca');
  const json = async (path: string) => (await wire({ path, token })).json();
  const command = (body: object, as = token) =>
    wire({ path: '/v1/commands', token: as, body: { commandId: 'command-1', ...body } });
  return { centre, clock, wire, token, bianca: second.token, json, command };
}

async function problem(response: Response) {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const { status, code } = v.parse(Problem, await response.json());
  expect(status).toBe(response.status);
  return `${status} ${code}`;
}

describe('answers', () => {
  test('GET /v1/session/agents', async () => {
    const { wire } = await desk();
    const response = await wire({ path: '/v1/session/agents' });
    expect(response.status).toBe(200);
    expect((await response.json()).agents).toContainEqual(expect.objectContaining({ id: 'ana', signedIn: true }));
  });

  test('POST /v1/session', async () => {
    const { wire } = await desk();
    const response = await wire({ path: '/v1/session', body: { agentId: 'chen' } });
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({
      token: expect.stringMatching(/^[0-9a-f]{32}$/),
      agent: { id: 'chen', name: 'Chen Wei' },
    });
  });

  test('POST /v1/session signs the agent in when it is asked to, and brings the snapshot', async () => {
    const { wire, centre } = await desk();
    const enter = async (agentId: string, ready: boolean) =>
      (await wire({ path: '/v1/session', body: { agentId, signIn: { ready } } })).json();
    const { token, snapshot } = await enter('farid', false);
    expect(snapshot).toEqual(await given(centre.read(token, 'snapshot', {})));
    expect(snapshot.agent).toMatchObject({ id: 'farid', channels: [{ channel: 'sms', state: 'notReady' }] });
    // As with the command, readiness counts only for an agent who was signed out.
    expect((await enter('farid', true)).snapshot.agent.channels).toMatchObject([{ state: 'notReady' }]);
    expect((await given(centre.control.commands())).commands).toContainEqual(
      expect.objectContaining({ agentId: 'farid', command: expect.objectContaining({ type: 'signIn', ready: false }) }),
    );
  });

  test('POST /v1/commands answers signIn with the snapshot, the first time and again', async () => {
    const { command, json } = await desk();
    for (const _ of [1, 2]) {
      const { commandId, snapshot } = await (await command({ type: 'signIn', ready: true })).json();
      expect(commandId).toBe('command-1');
      expect(snapshot).toEqual(await json('/v1/snapshot'));
    }
  });

  test('POST /v1/commands', async () => {
    const { command } = await desk();
    const response = await command(toBianca);
    expect(response.status).toBe(202);
    expect(await response.json()).toEqual({ commandId: 'command-1' });
  });

  test('GET /v1/snapshot', async () => {
    const { json } = await desk();
    expect(await json('/v1/snapshot')).toMatchObject({
      v: 1,
      agent: { id: 'ana' },
      interactions: [{ id: samsConversation }],
    });
  });

  test('GET /v1/targets', async () => {
    const { json } = await desk();
    expect((await json('/v1/targets?query=bil&kinds=queue,skill&limit=1')).targets).toMatchObject([
      { kind: 'queue', name: 'Billing' },
    ]);
    const page = await json('/v1/targets?limit=5');
    expect(page.targets).toHaveLength(5);
    const next = await json(`/v1/targets?limit=5&cursor=${page.next}`);
    expect(next.targets[0]).not.toEqual(page.targets[4]);
  });

  test('GET /v1/targets?query= takes digits as text', async () => {
    const { json } = await desk();
    expect((await json('/v1/targets?query=9001')).targets).toMatchObject([{ kind: 'routingPoint' }]);
  });

  test('GET /v1/targets/favourites and /recents', async () => {
    const { json } = await desk();
    expect((await json('/v1/targets/favourites')).targets).toMatchObject([{ id: 'bianca' }, { id: 'billing' }]);
    expect((await json('/v1/targets/recents')).targets).toMatchObject([{ id: 'david' }, { id: 'delivery' }]);
  });

  test('GET /v1/interactions/:id/messages', async () => {
    const { json } = await desk();
    const path = `/v1/interactions/${samsConversation}/messages`;
    const page = await json(`${path}?before=5&limit=2`);
    expect(page.messages.map(({ index }: { index: number }) => index)).toEqual([3, 4]);
    expect(page.earlier).toBe(true);
    expect((await json(path)).messages).toHaveLength(8);
  });

  test('POST /v1/control/…', async () => {
    const { wire, json } = await desk();
    const done = async (action: string, body?: object) =>
      (await wire({ method: 'POST', path: `/v1/control/${action}`, body })).status;
    expect(await done('customer-writes', { interactionId: samsConversation, text: 'Hello?' })).toBe(204);
    expect(await done('perform', { agentId: 'ana', command: { ...toBianca, commandId: 'performed' } })).toBe(202);
    expect((await json('/v1/snapshot')).transfers).toMatchObject([{ state: 'pending' }]);
    expect(await done('advance', { ms: 30_000 })).toBe(204);
    expect((await json('/v1/snapshot')).transfers).toMatchObject([{ state: 'expired' }]);
    expect(await done('customer-ends', { interactionId: samsConversation })).toBe(204);
    const notice = { kind: 'broadcast', severity: 'information', text: 'Lunch is ready' };
    expect(await done('tell-agents', { notice })).toBe(204);
    expect((await json('/v1/snapshot')).notices.at(-1)).toMatchObject(notice);
    expect(await done('tell-agents', { notice: { ...notice, kind: 'transfer.declined' } })).toBe(400);
    expect(await done('drop-streams', {})).toBe(204);
    expect(await done('reset', {})).toBe(204);
    expect((await json('/v1/snapshot')).transfers).toEqual([]);
  });

  test('GET /v1/control/commands', async () => {
    const { json, command } = await desk();
    await command(toBianca);
    await command(toBianca);
    await command({ type: 'signOut', commandId: 'command-1' });
    await command({ ...toBianca, commandId: 'command-2' });
    const { commands } = await json('/v1/control/commands');
    expect(commands.slice(2)).toEqual([
      { agentId: 'ana', command: { ...toBianca, commandId: 'command-1' } },
      { agentId: 'ana', command: { type: 'signOut', commandId: 'command-1' }, refused: 'conflict' },
      { agentId: 'ana', command: { ...toBianca, commandId: 'command-2' }, refused: 'conflict' },
    ]);
  });

  test.each(['0.1.0', '99.0.0', 'no version at all', undefined])('whatever contract is named: %s', async (version) => {
    const { wire, token } = await desk();
    const headers: Record<string, string> = version === undefined ? {} : { 'Baton-Contract': version };
    expect((await wire({ path: '/v1/session', body: { agentId: 'ana' }, headers })).status).toBe(201);
    expect((await wire({ path: '/v1/snapshot', token, headers })).status).toBe(200);
    expect((await wire({ path: '/v1/events', token, headers })).status).toBe(200);
  });

  test('are never stored', async () => {
    const { wire, token } = await desk();
    expect((await wire({ path: '/v1/snapshot', token })).headers.get('cache-control')).toBe('no-store');
  });
});

describe('GET /v1/events', () => {
  test('beats at once, without an id', async () => {
    const { wire, token, clock } = await desk();
    const response = await wire({ path: '/v1/events', token });
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/event-stream',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    const { value } = await readEvents(response.body).next();
    expect(value).toEqual({ event: 'heartbeat', data: JSON.stringify({ at: clock.now(), everyMs: 5000 }) });
  });

  test.each(['Last-Event-ID', 'since'])('resumes by %s', async (how) => {
    const { wire, token, json, command } = await desk();
    const { cursor } = await json('/v1/snapshot');
    await command(toBianca);
    const response = await wire(
      how === 'since'
        ? { path: `/v1/events?since=${cursor}`, token }
        : { path: '/v1/events', token, headers: { 'last-event-id': String(cursor) } },
    );
    const events = readEvents(response.body);
    await events.next();
    const { value } = await events.next();
    const frame = v.parse(EventFrame, JSON.parse(value?.['data'] ?? ''));
    expect(value).toMatchObject({ id: String(frame.cursor), event: 'frame' });
    expect(frame).toMatchObject({ commandId: 'command-1', cursor: cursor + 1 });
  });

  test('tells of a gap, and ends', async () => {
    const { wire, token } = await desk();
    const seen = [];
    for await (const event of readEvents((await wire({ path: '/v1/events?since=0', token })).body))
      seen.push(event['event']);
    expect(seen).toEqual(['gap']);
  });

  test('is over when its reader is gone', async () => {
    const { wire, token, centre } = await desk();
    const response = await wire({ path: '/v1/events', token });
    expect(centre.openStreams()).toBe(1);
    await response.body?.cancel();
    expect(centre.openStreams()).toBe(0);
  });

  test('ends for a reader who lags too far behind, and is there to be resumed', async () => {
    const { wire, token, centre, json } = await desk();
    const { cursor } = await json('/v1/snapshot');
    await wire({ path: '/v1/events', token });
    const text = 'x'.repeat(1600);
    for (let count = 0; count * text.length < maxLagBytes; count += 1)
      await centre.control.customerWrites({ interactionId: samsConversation, text: text });
    expect(centre.openStreams()).toBe(0);
    await wire({ path: `/v1/events?since=${cursor + 500}`, token });
    expect(centre.openStreams()).toBe(1);
  });
});

describe('refusals', () => {
  test('400: not JSON, unknown fields, wrong types', async () => {
    const { wire, token, command } = await desk();
    expect(await problem(await wire({ path: '/v1/commands', token, body: '{' }))).toBe('400 validation');
    expect(await problem(await wire({ path: '/v1/commands', token, body: Uint8Array.of(0xff, 0xfe) }))).toBe(
      '400 validation',
    );
    expect(await problem(await command({ ...toBianca, urgent: true }))).toBe('400 validation');
    expect(await problem(await command({ ...toBianca, interactionId: 1 }))).toBe('400 validation');
    expect(await problem(await command({ type: 'format' }))).toBe('400 validation');
    expect(await problem(await wire({ path: '/v1/session', body: {} }))).toBe('400 validation');
    expect(await problem(await wire({ path: '/v1/session', body: { agentId: 'ana', signIn: true } }))).toBe(
      '400 validation',
    );
  });

  test.each([
    '/v1/targets?limit=0',
    '/v1/targets?limit=ten',
    '/v1/targets?limit=101',
    '/v1/targets?kinds=robot',
    '/v1/targets?cursor=x',
    '/v1/targets?query=a&query=b',
    '/v1/targets?colour=red',
    '/v1/events?since=-1',
    '/v1/events?since=now',
    `/v1/interactions/${samsConversation}/messages?before=1.5`,
    '/v1/interactions/%0A/messages',
  ])('400: %s', async (path) => {
    const { wire, token } = await desk();
    expect(await problem(await wire({ path, token }))).toBe('400 validation');
  });

  test('401: no token, a wrong one, one in another scheme', async () => {
    const { wire, token } = await desk();
    for (const path of [
      '/v1/snapshot',
      '/v1/events',
      '/v1/targets',
      '/v1/targets/favourites',
      '/v1/targets/recents',
      '/v1/interactions/x/messages',
    ]) {
      expect(await problem(await wire({ path }))).toBe('401 unauthenticated');
      expect(await problem(await wire({ path, token: 'unknown' }))).toBe('401 unauthenticated');
      expect(await problem(await wire({ path, headers: { authorization: `Basic ${token}` } }))).toBe(
        '401 unauthenticated',
      );
    }
  });

  test('401 and 405 say what would be right, as HTTP wants it', async () => {
    const { wire, token } = await desk();
    expect((await wire({ path: '/v1/snapshot' })).headers.get('www-authenticate')).toBe('Bearer');
    expect((await wire({ path: '/v1/events', token: 'unknown' })).headers.get('www-authenticate')).toBe('Bearer');
    expect((await wire({ method: 'GET', path: '/v1/commands', token })).headers.get('allow')).toBe('POST');
    expect((await wire({ method: 'DELETE', path: '/v1/events', token })).headers.get('allow')).toBe('GET');
  });

  test('403: somebody else’s invitation, somebody else’s conversation', async () => {
    const { wire, bianca: invited, command } = await desk();
    expect(await problem(await wire({ path: `/v1/interactions/${samsConversation}/messages`, token: invited }))).toBe(
      '403 forbidden',
    );
    await command(toBianca);
    expect(
      await problem(await command({ type: 'acceptInvitation', commandId: 'command-2', invitationId: 'invitation-1' })),
    ).toBe('403 forbidden');
  });

  test('404: unknown agents, interactions, targets, addresses', async () => {
    const { wire, token, command } = await desk();
    expect(await problem(await wire({ path: '/v1/session', body: { agentId: 'nobody' } }))).toBe('404 not_found');
    expect(await problem(await wire({ path: '/v1/interactions/sms-0/messages', token }))).toBe('404 not_found');
    expect(await problem(await command({ ...toBianca, target: { ...bianca, id: 'nobody' } }))).toBe('404 not_found');
    expect(await problem(await wire({ path: '/v1/weather', token }))).toBe('404 not_found');
  });

  test('404: control, unless it is switched on', async () => {
    const { wire } = await desk({ control: false });
    expect(await problem(await wire({ path: '/v1/control/advance', body: { ms: 1 } }))).toBe('404 not_found');
  });

  test('403, 415: control from pages of other origins, and as what a form can send', async () => {
    const { wire } = await desk();
    const reset = (headers: Record<string, string>, body: object | string = {}) =>
      wire({ path: '/v1/control/reset', headers, body });
    for (const origin of ['http://other.example', 'http://contact-centre.test:81', 'null', 'http://['])
      expect(await problem(await reset({ origin }))).toBe('403 forbidden');
    expect(
      await problem(await wire({ path: '/v1/control/commands', headers: { origin: 'http://other.example' } })),
    ).toBe('403 forbidden');
    expect(await problem(await reset({ 'content-type': 'text/plain' }, '{}'))).toBe('415 validation');
    expect(await problem(await wire({ method: 'POST', path: '/v1/control/drop-streams' }))).toBe('415 validation');
    for (const origin of ['http://contact-centre.test', 'https://contact-centre.test'])
      expect((await reset({ origin })).status).toBe(204);
  });

  test('429 says when to ask again', async () => {
    const { wire, centre } = await desk();
    for (let count = 0; count < maxSessions; count += 1) {
      const { token } = await given(centre.openSession({ agentId: 'chen' }));
      await given(centre.subscribe(token, undefined, recordingSink()));
    }
    const refused = await wire({ path: '/v1/session', body: { agentId: 'chen' } });
    expect(refused.headers.get('retry-after')).toBe('5');
    expect(await problem(refused)).toBe('429 rate_limited');
  });

  test('405: other methods', async () => {
    const { wire, token } = await desk();
    expect(await problem(await wire({ method: 'DELETE', path: '/v1/snapshot', token }))).toBe('405 unsupported');
    expect(await problem(await wire({ method: 'GET', path: '/v1/commands', token }))).toBe('405 unsupported');
  });

  test('409: an id that another command has had; the same command is taken, in whatever order its fields are', async () => {
    const { command, wire, token } = await desk();
    const text = { type: 'sendMessage', interactionId: samsConversation, text: 'One moment.' };
    expect((await command(text)).status).toBe(202);
    expect(await problem(await command({ ...text, text: 'Two moments.' }))).toBe('409 conflict');
    expect(await problem(await command({ type: 'signOut' }))).toBe('409 conflict');
    const { type, interactionId, text: said } = text;
    const turned = await wire({
      path: '/v1/commands',
      token,
      body: { text: said, interactionId, type, commandId: 'command-1' },
    });
    expect([turned.status, await turned.json()]).toEqual([202, { commandId: 'command-1' }]);
  });

  test('409: a second transfer, a cancel that comes too late, a signed-out agent', async () => {
    const { command, bianca: invited, wire } = await desk();
    await command(toBianca);
    expect(await problem(await command({ ...toBianca, commandId: 'command-2' }))).toBe('409 conflict');
    await command({ type: 'acceptInvitation', invitationId: 'invitation-1', commandId: 'command-3' }, invited);
    expect(
      await problem(await command({ type: 'cancelTransfer', transferId: 'transfer-1', commandId: 'command-4' })),
    ).toBe('409 too_late');
    const { token } = await (await wire({ path: '/v1/session', body: { agentId: 'farid' } })).json();
    expect(await problem(await command({ type: 'saveFavourite', target: bianca, commandId: 'command-5' }, token))).toBe(
      '409 invalid_state',
    );
  });

  test('410: an invitation that has ended', async () => {
    const { command, bianca: invited, clock } = await desk();
    await command(toBianca);
    await clock.advance(30_000);
    expect(
      await problem(
        await command({ type: 'acceptInvitation', invitationId: 'invitation-1', commandId: 'command-2' }, invited),
      ),
    ).toBe('410 gone');
  });

  test('410: a conversation that is completed', async () => {
    const { wire, token, command } = await desk();
    await command({ type: 'completeInteraction', interactionId: samsConversation });
    expect(await problem(await command({ ...toBianca, commandId: 'command-2' }))).toBe('410 gone');
    expect(await problem(await wire({ path: `/v1/interactions/${samsConversation}/messages`, token }))).toBe(
      '410 gone',
    );
    const customerEnds = { path: '/v1/control/customer-ends', body: { interactionId: samsConversation } };
    expect(await problem(await wire(customerEnds))).toBe('410 gone');
  });

  test('413: a body over 64 kB', async () => {
    const { wire, token } = await desk();
    const body = JSON.stringify({ text: 'x'.repeat(maxBodyBytes) });
    expect(await problem(await wire({ path: '/v1/commands', token, body }))).toBe('413 validation');
  });

  test('415: another media type', async () => {
    const { wire, token } = await desk();
    const headers = { 'content-type': 'text/plain' };
    expect(await problem(await wire({ path: '/v1/commands', token, body: {}, headers }))).toBe('415 validation');
  });

  test('422: a target that cannot take it, a channel that an agent does not have', async () => {
    const { command, wire } = await desk();
    const david = { kind: 'agent', id: 'david', name: 'David Lindqvist' };
    const response = await command({ ...toBianca, target: david });
    expect(await response.clone().json()).toMatchObject({ target: 'notReady' });
    expect(await problem(response)).toBe('422 target_unavailable');
    const { token } = await (await wire({ path: '/v1/session', body: { agentId: 'elif' } })).json();
    expect(await problem(await command({ type: 'setChannelState', channel: 'sms', state: 'ready' }, token))).toBe(
      '422 unsupported',
    );
  });

  test('carry a reference that is the same for the same chance', async () => {
    const reference = async () => {
      const { wire } = await desk();
      return (await (await wire({ path: '/v1/snapshot' })).json()).reference;
    };
    expect(await reference()).toMatch(/^[0-9A-F]{8}$/);
    expect(await reference()).toBe(await reference());
  });

  test('500: an answer that does not fit its schema, where answers are checked', async () => {
    const { centre } = await desk();
    const broken = {
      ...centre,
      signInChoices: () =>
        Promise.resolve({ ok: true as const, value: { agents: [{ id: '', name: '', signedIn: true }] } }),
    };
    expect(await problem(await createWire(broken)({ path: '/v1/session/agents' }))).toBe('500 internal');
  });
});
