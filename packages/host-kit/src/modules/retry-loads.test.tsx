import { createManualClock } from '@baton/contracts/testing';
import { TimeoutError } from '@baton/runtime';
import { settled } from '../testing/settled';
import { LoadError } from './load-state';
import type { LoadStage } from './load-state';
import { createModuleLoader } from './module-loader';
import { retryLoads } from './retry-loads';

const lifecycles = {
  bootstrap: () => Promise.resolve(),
  mount: () => Promise.resolve(),
  unmount: () => Promise.resolve(),
};

function setUp(stage: LoadStage = 'entry') {
  const server = { up: false, asked: 0 };
  const clock = createManualClock();
  const closing = new AbortController();
  const loaded: string[] = [];
  const loader = createModuleLoader({
    load() {
      server.asked += 1;
      if (server.up) return Promise.resolve({ exposed: lifecycles, version: '0.1.0', build: 'b1' });
      // After one that came too late the loader does not ask twice.
      return Promise.reject(new LoadError('notifications', stage, '503', { cause: new TimeoutError('late') }));
    },
  });
  const random = { id: () => '1', next: () => 1 };
  retryLoads(loader, { clock, random, onLoaded: (module) => loaded.push(module), signal: closing.signal });
  return { server, clock, closing, loaded, loader };
}

test('a module that did not load is asked for again, after pauses that double', async () => {
  const { server, clock, loaded, loader } = setUp();
  await loader.load('notifications');
  for (const [pause, asked] of [
    [5000, 2],
    [10_000, 3],
    [20_000, 4],
  ] as const) {
    clock.advance(pause - 1);
    await settled();
    expect(server.asked).toBe(asked - 1);
    clock.advance(1);
    await settled();
    expect(server.asked).toBe(asked);
  }
  server.up = true;
  clock.advance(40_000);
  await settled();
  expect(loaded).toEqual(['notifications']);
  expect(clock.pending()).toBe(0);
});

test('it is asked for at once when the page comes back on line', async () => {
  const { server, loaded, loader } = setUp();
  await loader.load('notifications');
  server.up = true;
  window.dispatchEvent(new Event('online'));
  await settled();
  expect(loaded).toEqual(['notifications']);
});

test('what works with another contract is not asked for again', async () => {
  const { clock, loader } = setUp('contract');
  await loader.load('notifications');
  expect(clock.pending()).toBe(0);
});

test('nothing is asked for after the end', async () => {
  const { server, clock, closing, loader } = setUp();
  await loader.load('notifications');
  closing.abort();
  window.dispatchEvent(new Event('online'));
  await settled();
  expect(server.asked).toBe(1);
  expect(clock.pending()).toBe(0);
});
