import fc from 'fast-check';
import { createOverrides } from './overrides';

const key = 'baton.overrides';
const modules = {
  'sms-window': '/modules/sms-window/baton-module.json',
  notifications: '/modules/notifications/baton-module.json',
};
const mine = 'http://localhost:4420/baton-module.json';
const allowed = ['http://localhost:4420'];

let warned: jest.SpyInstance<void, unknown[]>;
beforeEach(() => (warned = jest.spyOn(console, 'warn').mockImplementation()));
afterEach(() => {
  jest.restoreAllMocks();
  localStorage.clear();
});

const keep = (kept: unknown) => localStorage.setItem(key, JSON.stringify(kept));

test('an override is in force from the next load of the page on, until it is reset', () => {
  const page = createOverrides(modules, allowed);
  page.set('sms-window', mine);
  expect(page.list()).toEqual({});

  const next = createOverrides(modules, allowed);
  expect(next.list()).toEqual({ 'sms-window': mine });
  next.reset();
  expect(next.list()).toEqual({ 'sms-window': mine });
  expect(localStorage.getItem(key)).toBeNull();
  expect(createOverrides(modules, allowed).list()).toEqual({});
  expect(warned).not.toHaveBeenCalled();
});

test('several modules are overridden one after the other', () => {
  const page = createOverrides(modules, allowed);
  page.set('sms-window', mine);
  page.set('notifications', mine);
  expect(Object.keys(createOverrides(modules, allowed).list())).toEqual(['sms-window', 'notifications']);
});

describe('where the host does not allow overrides', () => {
  test('nothing is read', () => {
    keep({ 'sms-window': mine });
    const read = jest.spyOn(Storage.prototype, 'getItem');
    expect(createOverrides(modules).list()).toEqual({});
    expect(read).not.toHaveBeenCalled();
    expect(warned).not.toHaveBeenCalled();
  });

  test('setting one says how to allow it, and keeps nothing', () => {
    expect(() => createOverrides(modules).set('sms-window', mine)).toThrow(
      /^Overrides are off in this page\..*allowedOrigins/,
    );
    expect(localStorage.getItem(key)).toBeNull();
  });
});

test.each<[string, string, unknown, string]>([
  [
    'a module that the page does not have',
    'payments',
    mine,
    '"payments" is no module of this page. There are sms-window, notifications.',
  ],
  ['what every object has', 'toString', mine, '"toString" is no module of this page.'],
  [
    'another origin',
    'sms-window',
    'https://evil.example/baton-module.json',
    '"sms-window" may not come from https://evil.example, only from http://localhost:4420.',
  ],
  [
    'another port',
    'sms-window',
    'http://localhost:4421/baton-module.json',
    '"sms-window" may not come from http://localhost:4421',
  ],
  [
    'an origin in disguise',
    'sms-window',
    'http://localhost:4420@evil.example/baton-module.json',
    '"sms-window" may not come from http://evil.example',
  ],
  ['a script', 'sms-window', 'javascript:alert(1)', '"sms-window" may not come from null'],
  ['half an address', 'sms-window', 'baton-module.json', 'The address of "sms-window" is none: "baton-module.json".'],
  ['no address', 'sms-window', { url: mine }, 'The address of "sms-window" is none: {"url":'],
])('%s is never used, and told once with cause and cure', (_, module, url, problem) => {
  keep({ [module]: url, notifications: mine });
  expect(createOverrides(modules, allowed).list()).toEqual({ notifications: mine });
  expect(warned).toHaveBeenCalledTimes(1);
  expect(warned).toHaveBeenCalledWith(expect.stringContaining(problem));
  expect(warned).toHaveBeenCalledWith(expect.stringContaining('baton.overrides.reset()'));
  if (typeof url === 'string') expect(() => createOverrides(modules, allowed).set(module, url)).toThrow(problem);
});

test('whatever stands in storage, only allowed origins come of it', () => {
  const anything = fc.oneof(
    fc.string(),
    fc.json(),
    fc
      .dictionary(
        fc.constantFrom(...Object.keys(modules), '__proto__', 'x'),
        fc.oneof(fc.webUrl(), fc.constant(mine), fc.anything()),
      )
      .map((kept) => JSON.stringify(kept)),
  );
  fc.assert(
    fc.property(anything, (stored) => {
      localStorage.setItem(key, stored);
      for (const [module, url] of Object.entries(createOverrides(modules, allowed).list())) {
        expect(Object.keys(modules)).toContain(module);
        expect(allowed).toContain(new URL(url).origin);
      }
    }),
  );
});

test('where the browser refuses storage, an override lasts as long as the page', () => {
  const refuse = () => {
    throw new DOMException('refused', 'SecurityError');
  };
  jest.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse);
  jest.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse);
  createOverrides(modules, allowed).set('sms-window', mine);
  expect(createOverrides(modules, allowed).list()).toEqual({ 'sms-window': mine });
  createOverrides(modules, allowed).reset();
  expect(createOverrides(modules, allowed).list()).toEqual({});
});
