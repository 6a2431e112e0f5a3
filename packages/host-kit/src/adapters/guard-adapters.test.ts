import type { HostAdapters } from '@baton/contracts';
import { guardAdapters } from './guard-adapters';
import { collectSurfaced } from '../testing/surfaced';

const mistake = new Error("the host's own");
const fails = () => {
  throw mistake;
};
/** All adapters; each method throws. */
const broken: HostAdapters = {
  announcer: { announce: fails },
  sound: { play: fails, unlocked: fails },
  desktopNotification: { permission: fails, requestPermission: fails, show: fails },
  title: { set: fails },
  telemetry: { emit: fails },
  storage: { get: fails, set: fails, remove: fails, keys: fails, watch: fails },
  navigate: fails,
};
/** As a host without TypeScript may pass them. */
function untyped(method: () => unknown) {
  const host: object = { method };
  return Reflect.get(host, 'method');
}
const event = { name: 'baton.transfer.requested', attributes: { targetKind: 'agent' } } as const;

afterEach(() => jest.restoreAllMocks());

test('an adapter that throws counts as not called, and its error is re-thrown', async () => {
  const shown = collectSurfaced();
  const { announcer, sound, desktopNotification, title, telemetry, storage, navigate } = guardAdapters(broken);
  const answers = [
    announcer.announce('Accepted.'),
    sound.play('invite', { volume: 1, once: 'x' }),
    sound.unlocked(),
    desktopNotification.permission(),
    await desktopNotification.requestPermission(),
    desktopNotification.show({ tag: 't', title: 'x', body: 'y', silent: true, onClick: () => undefined })(),
    title.set({ incoming: 1, unread: 0 }),
    telemetry.emit(event),
    storage.get('draft'),
    storage.set('draft', 'x'),
    storage.remove('draft'),
    storage.keys()[0],
    storage.watch(() => undefined)(),
    navigate(new URL('https://example.com')),
  ];
  const nothing = undefined;
  expect(answers.splice(0, 5)).toEqual([nothing, nothing, false, 'unsupported', 'unsupported']);
  expect(answers).toEqual(answers.map(() => nothing));
  expect(shown).toEqual(Array.from({ length: 14 }, () => mistake));
});

test.each([true, 'abc', {}, null, 7, Promise.resolve()])(
  'what telemetry answers is a traceparent or nothing: %p',
  (answer) => {
    // `emit: (event) => navigator.sendBeacon(…)`, or one that is async.
    expect(
      guardAdapters({ ...broken, telemetry: { emit: untyped(() => answer) } }).telemetry.emit(event),
    ).toBeUndefined();
  },
);

test('a traceparent goes with the command', () => {
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  expect(guardAdapters({ ...broken, telemetry: { emit: () => traceparent } }).telemetry.emit(event)).toBe(traceparent);
});

test('the error of an async emit is re-thrown and has no other effect', async () => {
  const shown = collectSurfaced();
  expect(
    guardAdapters({ ...broken, telemetry: { emit: untyped(() => Promise.reject(mistake)) } }).telemetry.emit(event),
  ).toBeUndefined();
  await new Promise(setImmediate);
  expect(shown).toEqual([mistake]);
});

test('null from a storage counts as no value', () => {
  expect(
    guardAdapters({ ...broken, storage: { ...broken.storage, get: untyped(() => null) } }).storage.get('draft'),
  ).toBeUndefined();
});
