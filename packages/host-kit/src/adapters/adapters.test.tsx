import { createManualClock } from '@baton/contracts/testing';
import type { HostAdapters } from '@baton/contracts';
import { createHostTexts } from '../texts';
import { createAdapters } from './adapters';

const fails = () => {
  throw new TypeError('Illegal constructor');
};

let adapters: HostAdapters;
let release: () => void;
let shown: jest.SpyInstance;

beforeEach(() => {
  shown = jest.spyOn(globalThis, 'queueMicrotask').mockReturnValue(undefined);
  const clock = createManualClock();
  ({ adapters, release } = createAdapters({}, { agentId: 'ana', clock, texts: createHostTexts('en-GB', clock) }));
});
afterEach(() => {
  release();
  jest.restoreAllMocks();
  Reflect.deleteProperty(globalThis, 'Notification');
  Reflect.deleteProperty(globalThis, 'AudioContext');
});

test('a browser that has notifications for service workers only shows none, and says so from then on', () => {
  Object.defineProperty(window, 'isSecureContext', { value: true, configurable: true });
  Object.defineProperty(globalThis, 'Notification', {
    value: Object.assign(jest.fn(fails), { permission: 'granted' }),
    configurable: true,
  });
  expect(adapters.desktopNotification.permission()).toBe('granted');
  const close = adapters.desktopNotification.show({
    tag: 'i1',
    title: 'SMS transfer from Ana Ruiz',
    body: 'Sam Carter',
    silent: true,
    onClick: () => undefined,
  });
  expect(close).not.toThrow();
  expect(adapters.desktopNotification.permission()).toBe('unsupported');
  expect(shown).not.toHaveBeenCalled();
});

test.each<[string, () => void, () => unknown]>([
  [
    'sound',
    () => Object.defineProperty(globalThis, 'AudioContext', { value: fails, configurable: true }),
    () => adapters.sound.play('invite', { volume: 1, once: 'i1' }),
  ],
  [
    'title',
    () => jest.spyOn(document, 'title', 'set').mockImplementation(fails),
    () => adapters.title.set({ incoming: 1, unread: 0 }),
  ],
  [
    'storage',
    () => jest.spyOn(Storage.prototype, 'getItem').mockImplementation(fails),
    () => adapters.storage.get('draft'),
  ],
  [
    'navigate',
    () => jest.spyOn(window, 'open').mockImplementation(fails),
    () => adapters.navigate(new URL('https://example.com')),
  ],
])("the page's own %s does nothing where the browser throws, and that is seen", (_, breakIt, use) => {
  breakIt();
  expect(use()).toBeUndefined();
  expect(shown).toHaveBeenCalledTimes(1);
});
