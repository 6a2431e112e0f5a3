import { createManualClock } from '@baton/contracts/testing';
import { settled } from '../testing/settled';
import { ManifestError } from './manifest';
import { createModuleLoader } from './module-loader';
import type { CodeSource } from './module-loader';

const lifecycles = { bootstrap: () => Promise.resolve(), mount: () => Promise.resolve(), unmount: () => Promise.resolve() };

function setUp(load: CodeSource['load']) {
  const source = { load: jest.fn(load) };
  const clock = createManualClock();
  return { source, clock, loader: createModuleLoader(source, clock) };
}

test('loads once, however often it is asked', async () => {
  const { source, loader } = setUp(() => Promise.resolve(lifecycles));
  const first = loader.load('sms-window');
  expect(loader.load('sms-window')).toBe(first);
  expect(await first).toEqual({ ok: true, lifecycles });
  await loader.load('sms-window');
  expect(source.load).toHaveBeenCalledTimes(1);
});

test.each([
  ['manifest', new ManifestError('503')],
  ['code', new Error('Loading chunk failed')],
])('a failure at the %s is told, and the next load really asks again', async (stage, cause) => {
  const { source, loader } = setUp(() => Promise.reject(cause));
  expect(await loader.load('sms-window')).toEqual({ ok: false, stage, cause });
  source.load.mockResolvedValue(lifecycles);
  expect(await loader.load('sms-window')).toEqual({ ok: true, lifecycles });
  expect(source.load).toHaveBeenCalledTimes(3);
});

test('a fault that passes is never seen', async () => {
  const { source, loader } = setUp(() => Promise.resolve(lifecycles));
  source.load.mockRejectedValueOnce(new Error('503'));
  expect(await loader.load('sms-window')).toEqual({ ok: true, lifecycles });
});

test('code without lifecycles is not a module', async () => {
  const { loader } = setUp(() => Promise.resolve({ default: 1 }));
  expect(await loader.load('sms-window')).toMatchObject({ ok: false, stage: 'notAModule' });
});

test('a module that hangs fails after ten seconds', async () => {
  const { clock, loader } = setUp(() => new Promise(() => undefined));
  const load = loader.load('sms-window');
  clock.advance(10_000);
  await settled();
  expect(await load).toMatchObject({ ok: false, stage: 'timeout' });
  expect(clock.pending()).toBe(0);
});
