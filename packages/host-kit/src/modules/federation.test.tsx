import { createManualClock } from '@baton/contracts/testing';
import type { ManualClock } from '@baton/contracts/testing';
import { aManifest } from '../testing/a-manifest';
import { settled } from '../testing/settled';
import { createFederation } from './federation';
import type { FederationOptions } from './federation';
import type { ModuleManifest } from './manifest';
import type { ShareScope } from './shared-libraries';

const url = 'https://modules.example/sms-window/baton-module.json';

/** A module's server: answers for the manifest, and scripts that the page has put up. */
function moduleServer() {
  let manifest: unknown = aManifest();
  const fetched: string[] = [];
  jest.spyOn(globalThis, 'fetch').mockImplementation((address) => {
    fetched.push(address instanceof Request ? address.url : address.toString());
    return manifest instanceof Error ? Promise.reject(manifest) : Promise.resolve(Response.json(manifest));
  });
  return {
    fetched,
    says: (next: unknown) => void (manifest = next),
    script: () => document.head.querySelector<HTMLScriptElement>('script[src]'),
    /** The browser runs the script that is waiting. */
    async run(container: string, value: unknown = aContainer()) {
      await settled();
      Reflect.set(window, container, value);
      this.script()?.dispatchEvent(new Event('load'));
      await settled();
    },
    async refuse() {
      await settled();
      this.script()?.dispatchEvent(new Event('error'));
      await settled();
    },
  };
}

function aContainer(exposed: unknown = { bootstrap: 1 }, scopes: ShareScope[] = []) {
  return { init: (scope: ShareScope) => void scopes.push(scope), get: () => Promise.resolve(() => exposed) };
}

function setUp(options: Partial<FederationOptions> = {}) {
  const server = moduleServer();
  const clock: ManualClock = createManualClock();
  const source = createFederation({ modules: { 'sms-window': url }, clock, ...options });
  const told: string[] = [];
  const load = () => source.load('sms-window', ({ state }) => void told.push(state));
  return { server, clock, load, told };
}

afterEach(() => {
  jest.restoreAllMocks();
  document.head.replaceChildren();
});

test('fetches the manifest, runs the entry with its hash, and leaves nothing on the page', async () => {
  const { server, load, told } = setUp({ nonce: 'n1' });
  const loading = load();
  await settled();
  const script = server.script();
  expect(script).toMatchObject({
    src: 'https://modules.example/sms-window/remoteEntry.js',
    integrity: aManifest().entry.integrity,
    crossOrigin: 'anonymous',
    nonce: 'n1',
  });
  await server.run('baton_sms_window_b1');
  expect(await loading).toEqual({ exposed: { bootstrap: 1 }, version: '0.1.0', build: 'b1' });
  expect(told).toEqual(['fetching', 'loading']);
  expect(server.script()).toBeNull();
  expect('baton_sms_window_b1' in window).toBe(false);
});

test('gives each container a scope of its own with React, and what the page shares', async () => {
  const scopes: ShareScope[] = [];
  const shared = { '@baton/ui': { version: '0.1.0-b1', get: () => Promise.resolve('ui') } };
  const { server, load } = setUp({ shared });
  const loading = load();
  await server.run('baton_sms_window_b1', aContainer({}, scopes));
  await loading;
  const [scope] = scopes;
  expect(Object.keys(scope?.['react'] ?? {})).toEqual([expect.stringMatching(/^19\./)]);
  const factory = await scope?.['@baton/ui']?.['0.1.0-b1']?.get();
  expect(factory?.()).toBe('ui');
});

test('a CommonJS library that a bundler wraps is unwrapped', async () => {
  const scopes: ShareScope[] = [];
  const useState = () => undefined;
  const shared = { react: { version: '19.9.9', get: () => Promise.resolve({ default: { useState } }) } };
  const { server, load } = setUp({ shared });
  const loading = load();
  await server.run('baton_sms_window_b1', aContainer({}, scopes));
  await loading;
  const factory = await scopes[0]?.['react']?.['19.9.9']?.get();
  expect(factory?.()).toEqual({ useState });
});

describe('a newer build that cannot be had takes nothing away from the one that is here', () => {
  async function standing() {
    const world = setUp();
    const first = world.load();
    await world.server.run('baton_sms_window_b1');
    return { ...world, first: await first };
  }
  const b2 = { build: 'b2', container: 'baton_sms_window_b2' };

  test('when it works with another contract', async () => {
    const { server, load, first } = await standing();
    server.says(aManifest({ ...b2, contract: '^9.0.0' }));
    expect(await load()).toBe(first);
  });

  test('when its entry does not come, until it does', async () => {
    const { server, load, first } = await standing();
    server.says(aManifest(b2));
    const second = load();
    await server.refuse();
    expect(await second).toBe(first);
    const third = load();
    await server.run('baton_sms_window_b2');
    expect(await third).toMatchObject({ build: 'b2' });
  });
});

test('a manifest in the page saves the request; what it names and is gone is asked for anew', async () => {
  const stale = aManifest({ build: 'b0', container: 'baton_sms_window_b0', entry: { file: 'gone.js' } });
  const { server, load } = setUp({ modules: { 'sms-window': { url, manifest: stale } } });
  const first = load();
  await server.refuse();
  await expect(first).rejects.toMatchObject({ stage: 'entry' });
  expect(server.fetched).toEqual([]);

  const second = load();
  await server.run('baton_sms_window_b1');
  expect(await second).toMatchObject({ build: 'b1' });
});

describe('a module that is here already', () => {
  async function loaded() {
    const world = setUp();
    const loading = world.load();
    await world.server.run('baton_sms_window_b1');
    return { ...world, code: await loading };
  }

  test('is not brought again', async () => {
    const { load, code, server } = await loaded();
    expect(await load()).toBe(code);
    expect(server.script()).toBeNull();
  });

  test('gives way to a newer build, and comes back with the build that it was', async () => {
    const { load, code, server } = await loaded();
    server.says(aManifest({ build: 'b2', container: 'baton_sms_window_b2' }));
    const next = load();
    await server.run('baton_sms_window_b2');
    expect(await next).toMatchObject({ build: 'b2' });
    server.says(aManifest());
    expect(await load()).toBe(code);
  });

  test('stays when its server is down', async () => {
    const { load, code, server } = await loaded();
    server.says(new TypeError('Failed to fetch'));
    expect(await load()).toBe(code);
  });

  test('stays when its server hangs, after two seconds', async () => {
    const { load, code, clock } = await loaded();
    jest.spyOn(globalThis, 'fetch').mockImplementation(() => new Promise(() => undefined));
    const again = load();
    clock.advance(2000);
    expect(await again).toBe(code);
  });
});

describe('a module that does not come', () => {
  test('is not run when it works with another contract', async () => {
    const { server, load } = setUp();
    server.says(aManifest({ contract: '^9.0.0', version: '9.1.0' }));
    await expect(load()).rejects.toMatchObject({
      stage: 'contract',
      message: expect.stringMatching(/sms-window 9\.1\.0 works with contract \^9\.0\.0.*Install the @baton\/host-kit/),
    });
    expect(server.script()).toBeNull();
  });

  test('is not looked for anywhere else', async () => {
    const { load } = setUp({ modules: {} });
    await expect(load()).rejects.toMatchObject({
      stage: 'manifest',
      message: expect.stringContaining('option "modules"'),
    });
  });

  test.each<[string, ModuleManifest | object]>([
    ['an empty manifest', {}],
    ['no manifest at all', 'nothing' as unknown as object],
  ])('%s poisons nothing: the next load asks again', async (_, wrong) => {
    const { server, load } = setUp();
    server.says(wrong);
    await expect(load()).rejects.toMatchObject({ stage: 'manifest' });
    server.says(aManifest());
    const again = load();
    await server.run('baton_sms_window_b1');
    expect(await again).toMatchObject({ build: 'b1' });
  });

  test('an entry that hangs is given up after five seconds, and asked for under a new address', async () => {
    const { server, load, clock } = setUp();
    server.says(aManifest({ entry: { file: 'hangs.js' } }));
    const first = load();
    await settled();
    clock.advance(5000);
    await expect(first).rejects.toMatchObject({
      stage: 'entry',
      message: expect.stringContaining('did not come within 5000 ms'),
    });
    expect(server.script()).toBeNull();

    const second = load();
    await settled();
    expect(server.script()?.src).toBe('https://modules.example/sms-window/hangs.js?attempt=2');
    await server.run('baton_sms_window_b1');
    expect(await second).toMatchObject({ build: 'b1' });
    expect(clock.pending()).toBe(0);
  });

  test('an entry that comes too late leaves nothing in the window either', async () => {
    const { server, load, clock } = setUp();
    const loading = load();
    await settled();
    const late = server.script();
    clock.advance(5000);
    await expect(loading).rejects.toMatchObject({ stage: 'entry' });
    Reflect.set(window, 'baton_sms_window_b1', aContainer());
    late?.dispatchEvent(new Event('load'));
    expect('baton_sms_window_b1' in window).toBe(false);
  });

  test('an entry that throws says what it threw', async () => {
    const { server, load } = setUp();
    const loading = load();
    await settled();
    const error = new Error('broken entry');
    window.dispatchEvent(new ErrorEvent('error', { error, filename: server.script()?.src ?? '' }));
    server.script()?.dispatchEvent(new Event('load'));
    await expect(loading).rejects.toMatchObject({
      stage: 'entry',
      message: expect.stringContaining('left no module'),
      cause: { cause: error },
    });
  });

  test('code that hangs behind the entry is given up after five seconds', async () => {
    const { server, load, clock } = setUp();
    const loading = load();
    await server.run('baton_sms_window_b1', { init: () => undefined, get: () => new Promise(() => undefined) });
    clock.advance(5000);
    await expect(loading).rejects.toMatchObject({ stage: 'code' });
  });
});
