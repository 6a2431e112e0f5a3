import { http } from '../msw';
import { streamInPage } from './stream-in-page';

const events = { headers: { accept: 'text/event-stream' } };
const url = 'http://localhost/v1/events';

function setUp({ handedOn = false } = {}) {
  const gone = jest.fn();
  const body = () =>
    new ReadableStream({ start: (output) => output.enqueue(new TextEncoder().encode('data: 1\n\n')), cancel: gone });
  const handlers = [http.get(url, () => new Response(body(), { headers: { 'content-type': 'text/event-stream' } }))];
  const network = jest.fn(() => Promise.resolve(new Response('from the network')));
  return { gone, network, fetch: streamInPage(handlers, network, handedOn) };
}

test('the page answers its event streams, while they last', async () => {
  const { fetch, gone, network } = setUp();
  const leaving = new AbortController();
  const answer = await fetch(url, { ...events, signal: leaving.signal });
  expect(answer.headers.get('content-type')).toBe('text/event-stream');
  const reader = answer.body?.getReader();
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('data: 1\n\n');
  leaving.abort();
  await expect(reader?.read()).rejects.toThrow('aborted');
  expect(gone).toHaveBeenCalledTimes(1);
  expect(network).not.toHaveBeenCalled();
});

test.each([
  ['other requests', setUp(), {}],
  ['everything where streams can be handed on', setUp({ handedOn: true }), events],
])('%s go through the network', async (_, { fetch, network }, init) => {
  expect(await (await fetch(url, init)).text()).toBe('from the network');
  expect(network).toHaveBeenCalledTimes(1);
});

test('so does a stream without a handler in the page', async () => {
  const { fetch } = setUp();
  expect(await (await fetch('http://localhost/elsewhere', events)).text()).toBe('from the network');
});
