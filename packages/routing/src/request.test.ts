import type { Command, TargetPage } from '@baton/contracts';
import { contractVersion, routingErrorCodes } from '@baton/contracts';
import { emptySnapshot } from '@baton/contracts/testing';
import { createHttpRouting } from './http-routing';
import { openSession, signInChoices } from './session';
import { createFakeBackend, createFakeStream, json, problem, settled } from './testing/fake-backend';

const command: Command = { commandId: 'command-1', type: 'completeInteraction', interactionId: 'i1' };
const snapshot = emptySnapshot({ cursor: 7 });
const emptyPage: TargetPage = { targets: [], total: 0, at: 5 };

function setUp() {
  const backend = createFakeBackend();
  return { ...backend, clock: backend.connection.clock, routing: createHttpRouting(backend.connection) };
}

test('a command is posted as JSON with the token in its header, and taken', async () => {
  const { routing, replies, arrived, clock } = setUp();
  replies.push(json({ commandId: 'command-1' }, 202));
  expect(await routing.send(command)).toEqual({ ok: true, value: { commandId: 'command-1' } });
  expect(arrived).toHaveLength(1);
  expect(arrived[0]).toMatchObject({ method: 'POST', path: 'v1/commands', body: command });
  expect(arrived[0]?.headers.get('authorization')).toBe('Bearer token-1');
  expect(arrived[0]?.headers.get('baton-contract')).toBe(contractVersion);
  expect(arrived[0]?.headers.get('content-type')).toBe('application/json');
  expect(clock.pending()).toBe(0);
});

test('a short command outlives its page, a long one does not', async () => {
  const { routing, replies, arrived } = setUp();
  replies.push(json({ commandId: 'command-1' }, 202), json({ commandId: 'command-2' }, 202));
  await routing.send({ commandId: 'command-1', type: 'declineInvitation', invitationId: 'invitation-1' });
  await routing.send({ commandId: 'command-2', type: 'sendMessage', interactionId: 'i1', text: 'x'.repeat(1024) });
  expect(arrived.map(({ keepalive }) => keepalive)).toEqual([true, false]);
});

describe('signing in', () => {
  const signIn: Command = { commandId: 'command-1', type: 'signIn', ready: true };

  test('brings the snapshot where the backend can', async () => {
    const { routing, replies } = setUp();
    replies.push(json({ commandId: 'command-1', snapshot }, 202));
    expect(await routing.send(signIn)).toEqual({
      ok: true,
      value: { commandId: 'command-1', snapshot },
    });
  });

  test('counts as done although the snapshot does not fit: it will be asked for', async () => {
    const { routing, replies } = setUp();
    replies.push(json({ commandId: 'command-1', snapshot: { v: 2 } }, 202));
    const answer = await routing.send(signIn);
    expect(answer).toMatchObject({ ok: true, value: { commandId: 'command-1' } });
    expect(answer.value?.snapshot).toBeUndefined();
  });

  test('is not asked for again where opening the session has done it', async () => {
    const { connection, replies, arrived } = setUp();
    const first = [snapshot];
    const routing = createHttpRouting({ ...connection, takeFirstSnapshot: () => first.pop() });
    replies.push(json({ commandId: 'command-2' }, 202), json({ commandId: 'command-1' }, 202));
    expect(await routing.send({ ...command, commandId: 'command-2' })).toEqual({
      ok: true,
      value: { commandId: 'command-2' },
    });
    expect(await routing.send(signIn)).toMatchObject({ ok: true, value: { snapshot } });
    expect(arrived).toHaveLength(1);
    expect(await routing.send(signIn)).toEqual({ ok: true, value: { commandId: 'command-1' } });
    expect(arrived[1]).toMatchObject({ path: 'v1/commands', body: signIn });
  });
});

test.each([
  ['targets', 'v1/targets?query=b+%C3%A9&kinds=agent%2Cqueue&limit=20&cursor=c1'],
  ['half an emoji', 'v1/targets?query=%EF%BF%BD'],
  ['all targets', 'v1/targets'],
  ['favourites', 'v1/targets/favourites'],
  ['recents', 'v1/targets/recents'],
] as const)('%s are read from %s', async (what, path) => {
  const { routing, replies, arrived } = setUp();
  replies.push(json(emptyPage));
  const reads = {
    targets: () => routing.searchTargets({ query: 'b é', kinds: ['agent', 'queue'], limit: 20, cursor: 'c1' }),
    'half an emoji': () => routing.searchTargets({ query: '\ud83d' }),
    'all targets': () => routing.searchTargets({}),
    favourites: () => routing.favourites({}),
    recents: () => routing.recents({}),
  };
  expect(await reads[what]()).toEqual({ ok: true, value: emptyPage });
  expect(arrived[0]).toMatchObject({ method: 'GET', path });
});

test('older messages are read from below their interaction', async () => {
  const { routing, replies, arrived } = setUp();
  const page = { interactionId: 'i:1', messages: [], earlier: false };
  replies.push(json(page), json(page), json(page));
  expect(await routing.messages({ interactionId: 'i:1', before: 50, limit: 25 })).toEqual({ ok: true, value: page });
  await routing.messages({ interactionId: 'i:1' });
  await routing.messages({ interactionId: 'whatsapp +33/1 ä%?#', limit: 5 });
  expect(arrived.map(({ path }) => path)).toEqual([
    'v1/interactions/i%3A1/messages?before=50&limit=25',
    'v1/interactions/i%3A1/messages',
    'v1/interactions/whatsapp%20%2B33%2F1%20%C3%A4%25%3F%23/messages?limit=5',
  ]);
});

describe('deadlines', () => {
  test('a command without an answer has an unknown outcome after 8 s, and is not sent again', async () => {
    const { routing, arrived, clock } = setUp();
    const answer = routing.send(command);
    await settled();
    clock.advance(7_999);
    await settled();
    expect(arrived[0]?.signal?.aborted).toBe(false);
    clock.advance(1);
    expect(await answer).toMatchObject({ ok: false, error: { code: 'unknown_outcome', retryable: false } });
    expect(arrived).toHaveLength(1);
    expect(arrived[0]?.signal?.aborted).toBe(true);
    expect(clock.pending()).toBe(0);
  });

  test('a read without an answer can be repeated', async () => {
    const { routing, clock } = setUp();
    const answer = routing.recents({});
    await settled();
    clock.advance(8_000);
    expect(await answer).toMatchObject({ ok: false, error: { code: 'backend_unavailable', retryable: true } });
  });

  test('an answer whose body never ends counts as no answer', async () => {
    const { routing, replies, clock } = setUp();
    const body = createFakeStream('application/json');
    replies.push(body.response);
    const answer = routing.send(command);
    body.write('{"commandId":');
    await settled();
    clock.advance(8_000);
    expect(await answer).toMatchObject({ ok: false, error: { code: 'unknown_outcome' } });
  });

  test('a token that never comes ends the same way', async () => {
    const { connection, clock } = setUp();
    const answer = createHttpRouting({ ...connection, getToken: () => new Promise(() => {}) }).recents({});
    clock.advance(8_000);
    expect(await answer).toMatchObject({ ok: false, error: { code: 'backend_unavailable' } });
    expect(clock.pending()).toBe(0);
  });

  test('a command that waits for its token has not been sent', async () => {
    const { connection, arrived, clock } = setUp();
    const answer = createHttpRouting({ ...connection, getToken: () => new Promise(() => {}) }).send(command);
    clock.advance(8_000);
    expect(await answer).toMatchObject({ ok: false, error: { code: 'backend_unavailable', retryable: true } });
    expect(arrived).toEqual([]);
  });

  test('a command that waits for a newer token has been refused', async () => {
    const { connection, replies, arrived, clock } = setUp();
    replies.push(problem('unauthenticated', 401));
    const getToken = (refused?: string) =>
      refused === undefined ? Promise.resolve('t1') : new Promise<string>(() => {});
    const answer = createHttpRouting({ ...connection, getToken }).send(command);
    await settled();
    clock.advance(8_000);
    expect(await answer).toMatchObject({ ok: false, error: { code: 'backend_unavailable' } });
    expect(arrived).toHaveLength(1);
  });

  test('a caller who gives up ends the read', async () => {
    const { routing, arrived, clock } = setUp();
    const controller = new AbortController();
    const answer = routing.recents({}, controller.signal);
    await settled();
    controller.abort();
    expect(await answer).toMatchObject({ ok: false, error: { code: 'backend_unavailable' } });
    expect(arrived[0]?.signal?.aborted).toBe(true);
    expect(clock.pending()).toBe(0);
    expect(await routing.recents({}, controller.signal)).toMatchObject({ ok: false });
  });
});

describe('failures are values', () => {
  test.each(routingErrorCodes)('%s', async (code) => {
    const { routing, replies } = setUp();
    replies.push(problem(code, 409));
    const retryable = code === 'backend_unavailable' || code === 'rate_limited';
    expect(await routing.send(command)).toEqual({
      ok: false,
      error: { code, retryable, message: 'In plain words', reference: 'R-1' },
    });
  });

  test('an unavailable target comes with the reason', async () => {
    const { routing, replies } = setUp();
    replies.push(problem('target_unavailable', 422, { target: 'notReady' }));
    expect(await routing.send(command)).toMatchObject({ error: { code: 'target_unavailable', target: 'notReady' } });
  });

  test('a refusal with words of a newer backend keeps them', async () => {
    const { routing, replies } = setUp();
    const problem = {
      type: 'urn:limit',
      title: 't',
      status: 409,
      code: 'odd',
      detail: 'd',
      reference: 'R-1',
      target: 'ill',
    };
    replies.push(json(problem, 409));
    expect(await routing.send(command)).toEqual({
      ok: false,
      error: { code: 'unknown:odd', retryable: false, message: 'd', reference: 'R-1', target: 'unknown:ill' },
    });
  });

  test('a network that fails leaves the outcome of a command unknown, and a read to be repeated', async () => {
    const { routing, replies } = setUp();
    replies.push('networkFails', 'networkFails');
    expect(await routing.send(command)).toMatchObject({ error: { code: 'unknown_outcome', retryable: false } });
    expect(await routing.recents({})).toMatchObject({ error: { code: 'backend_unavailable', retryable: true } });
  });

  test.each([
    ['a proxy’s page', new Response('<html>Bad gateway</html>', { status: 502 }), 'backend_unavailable'],
    ['a static host’s page', new Response('<html>Not found</html>', { status: 404 }), 'backend_unavailable'],
    ['a page where an answer should be', new Response('<html>Welcome</html>', { status: 200 }), 'internal'],
    ['an answer to another question', json({ fine: true }), 'internal'],
    ['nothing', new Response(null, { status: 204 }), 'internal'],
    ['a limit', new Response('slow down', { status: 429 }), 'rate_limited'],
  ])('%s', async (_, response, code) => {
    const { routing, replies } = setUp();
    replies.push(response);
    expect(await routing.recents({})).toMatchObject({
      ok: false,
      error: { code, reference: expect.stringMatching(/^[0-9A-F]{8}$/) },
    });
  });
});

test.each([
  ['a gateway’s page', new Response('<html>Sign in</html>', { status: 200 })],
  ['an empty answer', new Response(null, { status: 202 })],
  ['an answer to another question', json({ fine: true })],
])('%s leaves the outcome of a command unknown: it is no refusal', async (_, response) => {
  const { routing, replies, arrived } = setUp();
  replies.push(response);
  expect(await routing.send(command)).toMatchObject({ ok: false, error: { code: 'unknown_outcome' } });
  expect(arrived).toHaveLength(1);
});

test.each([500, 502, 503, 504])(
  'a proxy’s %i leaves the outcome of a command unknown: the backend may have taken it',
  async (status) => {
    const { routing, replies, arrived } = setUp();
    replies.push(new Response('<html>Gateway timeout</html>', { status }));
    expect(await routing.send(command)).toMatchObject({
      ok: false,
      error: { code: 'unknown_outcome', retryable: false },
    });
    expect(arrived).toHaveLength(1);
  },
);

describe('tokens', () => {
  test('a refused token is replaced once, and the request sent again', async () => {
    const { routing, replies, arrived, tokensAsked } = setUp();
    replies.push(problem('unauthenticated', 401), json({ commandId: 'command-1' }, 202));
    expect(await routing.send(command)).toMatchObject({ ok: true });
    expect(tokensAsked).toEqual([undefined, 'token-1']);
    expect(arrived.map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer token-1', 'Bearer token-2']);
    expect(arrived.map(({ body }) => body)).toEqual([command, command]);
  });

  test('refused twice means unauthenticated', async () => {
    const { routing, replies, arrived } = setUp();
    replies.push(problem('unauthenticated', 401), problem('unauthenticated', 401));
    expect(await routing.send(command)).toMatchObject({
      ok: false,
      error: { code: 'unauthenticated', reference: 'R-1' },
    });
    expect(arrived).toHaveLength(2);
  });

  test('the same token again is not sent again', async () => {
    const { connection, replies, arrived } = setUp();
    replies.push(new Response(null, { status: 401 }));
    const routing = createHttpRouting({ ...connection, getToken: async () => 'only-one' });
    expect(await routing.recents({})).toMatchObject({ error: { code: 'unauthenticated' } });
    expect(arrived).toHaveLength(1);
  });

  test('without a token nothing is sent, as in an outage', async () => {
    const { connection, arrived } = setUp();
    const routing = createHttpRouting({ ...connection, getToken: () => Promise.reject(new Error('offline')) });
    expect(await routing.send(command)).toMatchObject({ error: { code: 'backend_unavailable', retryable: true } });
    expect(arrived).toHaveLength(0);
  });

  test('without a newer token than the refused one the request is unauthenticated', async () => {
    const { connection, replies, arrived } = setUp();
    replies.push(new Response(null, { status: 401 }));
    const getToken = (refused?: string) =>
      refused === undefined ? Promise.resolve('old') : Promise.reject(new Error('signed out'));
    const routing = createHttpRouting({ ...connection, getToken });
    expect(await routing.send(command)).toMatchObject({ error: { code: 'unauthenticated' } });
    expect(arrived).toHaveLength(1);
  });
});

describe('before there is a token', () => {
  test('a session is opened', async () => {
    const { connection, replies, arrived, tokensAsked } = setUp();
    const session = { token: 'token-1', agent: { id: 'ana', name: 'Ana Ruiz' } };
    replies.push(json(session, 201));
    expect(await openSession(connection, 'ana')).toEqual({ ok: true, value: session });
    expect(arrived[0]).toMatchObject({ method: 'POST', path: 'v1/session', body: { agentId: 'ana' } });
    expect(arrived[0]?.headers.has('authorization')).toBe(false);
    expect(arrived[0]?.headers.get('baton-contract')).toBe(contractVersion);
    expect(tokensAsked).toEqual([]);
  });

  test('a session signs the agent in by the same request when it is asked to', async () => {
    const { connection, replies, arrived } = setUp();
    const session = { token: 'token-1', agent: { id: 'ana', name: 'Ana Ruiz' }, snapshot };
    replies.push(json(session, 201));
    expect(await openSession(connection, 'ana', { ready: false })).toEqual({ ok: true, value: session });
    expect(arrived[0]).toMatchObject({ path: 'v1/session', body: { agentId: 'ana', signIn: { ready: false } } });
  });

  test('the agents to choose from are read', async () => {
    const { connection, replies, arrived } = setUp();
    const choices = { agents: [{ id: 'ana', name: 'Ana Ruiz', signedIn: false }] };
    replies.push(json(choices));
    expect(await signInChoices(connection)).toEqual({ ok: true, value: choices });
    expect(arrived[0]).toMatchObject({ method: 'GET', path: 'v1/session/agents' });
  });

  test('a refusal is a value', async () => {
    const { connection, replies } = setUp();
    replies.push(problem('not_found', 404));
    expect(await openSession(connection, 'nobody')).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });
});
