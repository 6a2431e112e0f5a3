import { createAgentStorage } from '../adapters/storage';
import { createManualClock, emptySnapshot } from '@baton/contracts/testing';
import { settled } from '../testing/settled';
import { openSession } from './sign-in';

/** A backend that gives numbered tokens, and refuses agents it does not know. */
function backend({ signsIn = true } = {}) {
  let tokens = 0;
  const asked: string[] = [];
  const bodies: unknown[] = [];
  const answer: typeof fetch = async (address, init) => {
    asked.push(typeof address === 'string' ? address : '');
    const body: { agentId: string; commandId?: string; signIn?: object } = JSON.parse(
      typeof init?.body === 'string' ? init.body : '{}',
    );
    bodies.push(body);
    const { agentId, commandId, signIn } = body;
    if (commandId !== undefined) return Response.json({ commandId }, { status: 202 });
    if (agentId !== 'ana') {
      const problem = {
        type: 'about:blank',
        title: 'Not found',
        status: 404,
        code: 'not_found',
        detail: 'no such agent',
        reference: 'r1',
      };
      return Response.json(problem, { status: 404, headers: { 'content-type': 'application/problem+json' } });
    }
    tokens += 1;
    return Response.json({
      token: `token-${tokens}`,
      agent: { id: 'ana', name: 'Ana Ruiz' },
      ...(signsIn && signIn && { snapshot: emptySnapshot() }),
    });
  };
  return { asked, bodies, fetch: answer };
}

test('gives what createBaton wants to know', async () => {
  const { asked, fetch } = backend();
  const opened = await openSession({ baseUrl: 'https://routing.example/', fetch }, 'ana');
  expect(opened).toMatchObject({
    ok: true,
    value: { agent: { id: 'ana', name: 'Ana Ruiz' }, backend: { baseUrl: 'https://routing.example/', fetch } },
  });
  expect(asked).toEqual(['https://routing.example/v1/session']);
  if (!opened.ok) return;
  const { getToken } = opened.value.backend;
  expect(await getToken()).toBe('token-1');
  expect(await getToken('token-1')).toBe('token-2');
  // A later caller with the first token gets the second one, without a third request.
  expect(await getToken('token-1')).toBe('token-2');
});

test('says when there is no such agent', async () => {
  expect(await openSession({ baseUrl: '/', fetch: backend().fetch }, 'nobody')).toMatchObject({
    ok: false,
    error: { code: 'not_found' },
  });
});

test('opens none for an agent who signs out in another window meanwhile', async () => {
  const { fetch } = backend();
  const late: typeof fetch = async (...asked) => {
    createAgentStorage('ana').set('signedOut', 'by-another-window');
    return fetch(...asked);
  };
  const open = (answer: typeof fetch) => openSession({ baseUrl: '/', fetch: answer }, 'ana');
  expect(await open(late)).toMatchObject({ ok: false, error: { code: 'gone' } });
  expect(await open(fetch)).toMatchObject({ ok: true });
});

describe('signing in by the same request', () => {
  const clock = createManualClock();
  async function open(fetchOf = backend().fetch, ready?: boolean) {
    const signIn = { baseUrl: '/', clock, fetch: fetchOf, ...(ready === undefined ? {} : { ready }) };
    const opened = await openSession(signIn, 'ana');
    if (!opened.ok) throw new Error(opened.error.message);
    return opened.value;
  }

  test('is asked for with how ready the agent is, and says so to createBaton', async () => {
    const { fetch, bodies } = backend();
    expect(await open(fetch, false)).toMatchObject({ ready: false });
    expect(await open(fetch)).not.toHaveProperty('ready');
    expect(bodies).toEqual([{ agentId: 'ana', signIn: { ready: false } }, { agentId: 'ana' }]);
  });

  test('gives the snapshot once', async () => {
    const { takeFirstSnapshot } = (await open(backend().fetch, true)).backend;
    expect(takeFirstSnapshot?.()).toEqual(emptySnapshot());
    expect(takeFirstSnapshot?.()).toBeUndefined();
  });

  test('gives none that has grown old: what it offers may be over', async () => {
    const { takeFirstSnapshot } = (await open(backend().fetch, true)).backend;
    clock.advance(5_000);
    expect(takeFirstSnapshot?.()).toBeUndefined();
  });

  test('gives none of a backend that cannot', async () => {
    const { takeFirstSnapshot } = (await open(backend({ signsIn: false }).fetch, true)).backend;
    expect(takeFirstSnapshot?.()).toBeUndefined();
  });

  test('is taken back for an agent who signs out in another window meanwhile', async () => {
    const { fetch, bodies } = backend();
    const late: typeof fetch = async (...asked) => {
      createAgentStorage('ana').set('signedOut', `while ${bodies.length} had been asked`);
      return fetch(...asked);
    };
    expect(await openSession({ baseUrl: '/', fetch: late, ready: true }, 'ana')).toMatchObject({
      ok: false,
      error: { code: 'gone' },
    });
    await settled();
    expect(bodies.at(-1)).toMatchObject({ type: 'signOut' });
  });
});
