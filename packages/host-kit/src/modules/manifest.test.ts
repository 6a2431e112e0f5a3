import { createManualClock } from '@baton/contracts/testing';
import { TimeoutError } from '@baton/runtime';
import { aManifest } from '../testing/a-manifest';
import { checkManifest, fetchManifest } from './manifest';

const url = 'https://modules.example/sms-window/baton-module.json';
const answerWith = (answer: () => Promise<Response>) => jest.spyOn(globalThis, 'fetch').mockImplementation(answer);
const ask = () => fetchManifest(url, 'sms-window', createManualClock(), 5000);

afterEach(() => jest.restoreAllMocks());

test('a manifest is read, and fields of a later version are ignored', async () => {
  answerWith(() => Promise.resolve(Response.json({ ...aManifest(), later: true })));
  expect(await ask()).toEqual({ manifest: aManifest(), base: url });
});

test('the files stand beside the address that the asked one leads on to', async () => {
  const base = 'https://modules.example/1.2.3/sms-window/baton-module.json';
  const answer = Response.json(aManifest());
  Object.defineProperty(answer, 'url', { value: base });
  answerWith(() => Promise.resolve(answer));
  expect(await ask()).toEqual({ manifest: aManifest(), base });
});

test.each([
  ['an error status', () => Promise.resolve(Response.json(aManifest(), { status: 503 })), 'answered 503'],
  ['a page instead', () => Promise.resolve(new Response('<!doctype html>')), 'HTML instead of JSON'],
  ['an empty object', () => Promise.resolve(Response.json({})), 'is no baton-module.json'],
  [
    "another module's manifest",
    () => Promise.resolve(Response.json(aManifest({ name: 'notifications' }))),
    'is the manifest of "notifications"',
  ],
  ['no answer', () => Promise.reject(new TypeError('Failed to fetch')), 'cannot be reached'],
])('%s is told in words that help', async (_, answer, words) => {
  answerWith(answer);
  await expect(ask()).rejects.toThrow(words);
});

test.each([
  ['a file elsewhere', { entry: { file: 'https://evil.example/x.js' } }],
  ['a file above', { entry: { file: '../other/x.js' } }],
  ['a global that is not ours', { container: 'fetch' }],
  ['a weak hash', { entry: { file: 'x.js', integrity: 'md5-abc' } }],
  ['a range that says nothing', { contract: '*' }],
  ['no word of what it answers', { intents: undefined }],
  ['a topic that is none', { intents: { answers: ['open it'] } }],
  ['a panel that cannot be closed', { intents: { answers: [], panel: { open: 'notes.open', openedBy: [] } } }],
])('a manifest with %s is refused', (_, part) => {
  expect(() => checkManifest({ ...aManifest(), ...part }, 'the page', 'sms-window')).toThrow(
    'the page is no baton-module.json',
  );
});

test('topics and moments that a newer module knows are no fault', () => {
  const intents = { answers: ['notes.open'], renewWhen: 'nobodyTypes', emits: ['notes.changed'], later: true };
  expect(checkManifest({ ...aManifest(), intents }, 'the page', 'sms-window').intents).toEqual({
    answers: ['notes.open'],
    renewWhen: undefined,
  });
});

test('a manifest without intents says how to get them', () => {
  expect(() => checkManifest({ ...aManifest(), intents: undefined }, 'the page', 'sms-window')).toThrow(
    'intents: is missing: build the module with the version of Baton that this page has',
  );
});

test('a manifest that hangs is given up in time, and so is the request', async () => {
  const clock = createManualClock();
  let aborted = false;
  jest
    .spyOn(globalThis, 'fetch')
    .mockImplementation(
      (_url, init) => new Promise(() => init?.signal?.addEventListener('abort', () => (aborted = true))),
    );
  const manifest = fetchManifest(url, 'sms-window', clock, 5000);
  clock.advance(5000);
  await expect(manifest).rejects.toBeInstanceOf(TimeoutError);
  expect(aborted).toBe(true);
  expect(clock.pending()).toBe(0);
});
