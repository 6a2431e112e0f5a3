import { chooseLibraries, createShareScope, hasAll, preferPages } from './shared-libraries';
import type { SharedLibraries } from './shared-libraries';

const react = ['react', 'react/jsx-runtime', 'react-dom', 'react-dom/client'];
const other = 'another-library';

const offer = (versions: Record<string, string>): SharedLibraries =>
  Object.fromEntries(
    Object.entries(versions).map(([name, version]) => [name, { version, get: () => Promise.resolve(name) }]),
  );
const allOf = (version: string) => Object.fromEntries(react.map((name) => [name, version]));
const versionsOf = (libraries: SharedLibraries) =>
  Object.fromEntries(Object.entries(libraries).map(([name, { version }]) => [name, version]));

let warn: jest.SpyInstance;
beforeEach(() => (warn = jest.spyOn(console, 'warn').mockImplementation()));
afterEach(() => jest.restoreAllMocks());

const own = versionsOf(chooseLibraries());

test('a page that shares nothing has ours for its modules, all of it', () => {
  expect(Object.keys(own).toSorted()).toEqual(react.toSorted());
  expect(warn).not.toHaveBeenCalled();
});

test('a page’s whole React in range is used, and what else it offers', () => {
  const offered = { ...allOf('19.4.0'), [other]: '5.90.0' };
  expect(versionsOf(chooseLibraries(offer(offered)))).toEqual(offered);
  expect(warn).not.toHaveBeenCalled();
});

test('what a page offers without React comes beside ours', () => {
  expect(versionsOf(chooseLibraries(offer({ [other]: '5.90.0' })))).toEqual({ ...own, [other]: '5.90.0' });
  expect(warn).not.toHaveBeenCalled();
});

test.each([
  ['a part is missing', { react: '19.3.1', 'react-dom': '19.3.1' }, 'react/jsx-runtime, react-dom/client are missing.'],
  ['its parts are of two versions', { ...allOf('19.3.1'), 'react-dom': '19.2.0' }, 'versions 19.3.1 and 19.2.0.'],
  ['it is not released', allOf('19.3.0-canary-d1c5'), 'it is 19.3.0-canary-d1c5, and they work with ^19.2.0.'],
  ['it is too old', allOf('19.1.0'), 'it is 19.1.0, and they work with ^19.2.0.'],
  ['it is of another major version', allOf('18.3.1'), 'it is 18.3.1, and they work with ^19.2.0.'],
  ['its version is none', allOf('latest'), 'it is latest, and they work with ^19.2.0.'],
])('a page’s React is left alone, and ours given, when %s; the console says why', (_, offered, because) => {
  const chosen = versionsOf(chooseLibraries(offer({ ...offered, '@baton/ui': '0.1.0-b1' })));
  expect(chosen).toEqual({ ...own, '@baton/ui': '0.1.0-b1' });
  expect(warn).toHaveBeenCalledTimes(1);
  expect(warn).toHaveBeenCalledWith(expect.stringContaining(because));
});

test('what is given is brought when a module asks, once it does', async () => {
  const get = jest.fn().mockResolvedValue('the library');
  const scope = createShareScope({ '@baton/ui': { version: '0.1.0-b1', get } });
  expect(get).not.toHaveBeenCalled();
  const factory = await scope['@baton/ui']?.['0.1.0-b1']?.get();
  expect(factory?.()).toBe('the library');
});

test('of what the page has, a container’s own is taken out, newer or not', () => {
  const scope = createShareScope(offer({ react: '19.2.7' }));
  const own = { get: () => Promise.resolve(() => 'own'), from: 'baton_sms_window_b1' };
  Object.assign(scope['react'] ?? {}, { '19.3.1': own });
  scope[other] = { '5.90.0': own };
  preferPages(scope);
  expect(Object.keys(scope['react'] ?? {})).toEqual(['19.2.7']);
  expect(Object.keys(scope[other] ?? {})).toEqual(['5.90.0']);
});

test.each([
  [{ react: '^19.2.0', [other]: '^5.0.0' }, true],
  [{ react: '^19.3.0' }, false],
  [{ react: '^19.2.0', 'another-library': '^1.0.0' }, false],
])('whether containers take all of %j from the page: %s', (ranges, all) => {
  expect(hasAll(offer({ ...allOf('19.2.7'), [other]: '5.90.0' }), ranges)).toBe(all);
});
