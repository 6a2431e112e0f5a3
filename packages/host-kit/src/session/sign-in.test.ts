import { createAgentStorage } from '../adapters/storage';
import { openSession } from './sign-in';

/** A backend that gives numbered tokens, and refuses agents it does not know. */
function backend() {
  let tokens = 0;
  const asked: string[] = [];
  const answer: typeof fetch = async (address, init) => {
    asked.push(typeof address === 'string' ? address : '');
    const { agentId }: { agentId: string } = JSON.parse(typeof init?.body === 'string' ? init.body : '{}');
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
    return Response.json({ token: `token-${tokens}`, agent: { id: 'ana', name: 'Ana Ruiz' } });
  };
  return { asked, fetch: answer };
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
  // Somebody who was refused the first one meanwhile needs no third.
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
