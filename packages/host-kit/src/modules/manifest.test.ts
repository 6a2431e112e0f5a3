import { createManualClock } from '@baton/contracts/testing';
import { ManifestError, checkedManifest } from './manifest';

const manifest = { metaData: { remoteEntry: { name: 'remoteEntry.js' } }, exposes: [] };
const answerWith = (answer: () => Promise<Response>) => jest.spyOn(globalThis, 'fetch').mockImplementation(answer);

afterEach(() => jest.restoreAllMocks());

test('a manifest is handed on, still readable', async () => {
  answerWith(() => Promise.resolve(Response.json(manifest)));
  const answer = await checkedManifest('https://modules.example/mf-manifest.json', createManualClock());
  expect(await answer.json()).toEqual(manifest);
});

test.each([
  ['an error status', () => Promise.resolve(Response.json(manifest, { status: 503 })), 'answered 503'],
  ['a page instead', () => Promise.resolve(new Response('<!doctype html>')), 'is not a module federation manifest'],
  ['an empty object', () => Promise.resolve(Response.json({})), 'is not a module federation manifest'],
  ['no entry', () => Promise.resolve(Response.json({ ...manifest, metaData: {} })), 'is not a module federation manifest'],
  ['no answer', () => Promise.reject(new TypeError('Failed to fetch')), 'did not answer'],
])('%s is a ManifestError that says so', async (_, answer, words) => {
  answerWith(answer);
  const failure = checkedManifest('https://modules.example/mf-manifest.json', createManualClock());
  await expect(failure).rejects.toBeInstanceOf(ManifestError);
  await expect(failure).rejects.toThrow(words);
});

test('a manifest that hangs is given up after five seconds', async () => {
  const clock = createManualClock();
  jest.spyOn(globalThis, 'fetch').mockImplementation(
    (_url, init) => new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(new Error('aborted')))),
  );
  const manifest = checkedManifest('https://modules.example/mf-manifest.json', clock);
  clock.advance(5000);
  await expect(manifest).rejects.toThrow('did not answer');
  expect(clock.pending()).toBe(0);
});
