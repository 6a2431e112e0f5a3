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
  return { server, clock, source, load, told };
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
  // Where the entry finds its chunks.
  expect(Reflect.get(window, 'baton_sms_window_b1_from')).toBe('https://modules.example/sms-window/');
  await server.run('baton_sms_window_b1');
  expect(await loading).toEqual({
    exposed: { bootstrap: 1 },
    version: '0.1.0',
    build: 'b1',
    intents: aManifest().intents,
  });
  expect(told).toEqual(['fetching', 'loading']);
  expect(server.script()).toBeNull();
  expect(Object.keys(window).filter((name) => name.startsWith('baton_'))).toEqual([]);
});

describe('while the entry is on its way', () => {
  const hash = (letter: string) => `sha384-${letter.repeat(64)}`;
  const code = [{ file: 'app.js', integrity: hash('b') }];
  const kit = { version: '0.1.0-k1', file: 'kit.js', integrity: hash('c'), libraries: { react: '^19.2.0' } };
  const preloads = () =>
    [...document.head.querySelectorAll<HTMLLinkElement>('link[rel=preload]')].map((link) => [link.href, link.nonce]);
  const at = (file: string) => [`https://modules.example/sms-window/${file}`, 'n1'];

  test('asks for what comes after it, with hash and nonce, and leaves nothing on the page', async () => {
    const { server, load } = setUp({ nonce: 'n1' });
    server.says(aManifest({ code, kit }));
    const loading = load();
    await settled();
    expect(preloads()).toEqual([at('app.js'), at('kit.js')]);
    expect(document.head.querySelector('link')).toMatchObject({ integrity: hash('b'), crossOrigin: 'anonymous' });
    for (const link of document.head.querySelectorAll('link')) link.dispatchEvent(new Event('load'));
    await server.run('baton_sms_window_b1');
    await loading;
    expect(document.head.childElementCount).toBe(0);
  });

  test('asks for no kit that the page has, or that another module brings', async () => {
    const { server, load } = setUp({
      nonce: 'n1',
      shared: { '@baton/ui': { version: '0.1.0-k1', get: () => Promise.resolve('ui') } },
    });
    server.says(aManifest({ code, kit }));
    void load();
    await settled();
    expect(preloads()).toEqual([at('app.js')]);
    document.head.replaceChildren();

    const clock = createManualClock();
    const modules = { 'sms-window': url, 'team-communicator': url };
    const source = createFederation({ modules, clock, nonce: 'n1' });
    void source.load('sms-window', () => undefined);
    await settled();
    server.says(aManifest({ name: 'team-communicator', container: 'baton_team_b1', kit }));
    void source.load('team-communicator', () => undefined);
    await settled();
    expect(preloads()).toEqual([at('app.js'), at('kit.js')]);
  });

  test('asks for no kit to share where modules bring a React of their own: it would be that of one of them', async () => {
    const react = ['react', 'react/jsx-runtime', 'react-dom', 'react-dom/client'];
    const shared = Object.fromEntries(react.map((name) => [name, { version: '19.3.0', get: () => Promise.resolve() }]));
    const { server, load } = setUp({ nonce: 'n1', shared });
    server.says(aManifest({ kit: { ...kit, libraries: { react: '^19.2.0', 'another-library': '^5.0.0' } } }));
    void load();
    await settled();
    expect(preloads()).toEqual([]);
  });

  test('asks for no file without its hash: the browser would fetch it twice', async () => {
    const { server, load } = setUp();
    server.says(aManifest({ code: [{ file: 'app.js' }] }));
    void load();
    await settled();
    expect(preloads()).toEqual([]);
  });

  test('has React come beside the first manifest', async () => {
    const react = ['react', 'react/jsx-runtime', 'react-dom', 'react-dom/client'];
    const get = jest.fn(() => Promise.resolve());
    const { load } = setUp({ shared: Object.fromEntries(react.map((name) => [name, { version: '19.3.0', get }])) });
    expect(get).not.toHaveBeenCalled();
    void load();
    expect(get).toHaveBeenCalledTimes(react.length);
    await settled();
  });

  test('asks for nothing that a list in the page names: the page does so itself', async () => {
    const { server, load } = setUp({ modules: { 'sms-window': { url, manifest: aManifest({ code, kit }) } } });
    const loading = load();
    await settled();
    expect(preloads()).toEqual([]);
    await server.run('baton_sms_window_b1');
    await loading;
  });
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

describe('of what a container puts into its scope', () => {
  const library = (from: string) => ({ get: () => Promise.resolve(() => `that of ${from}`), from });

  /** Loads a module whose container brings a kit and a React of its own, newer than any. */
  async function load(
    source: ReturnType<typeof createFederation>,
    server: ReturnType<typeof moduleServer>,
    name: string,
  ) {
    const container = `baton_${name.replaceAll('-', '_')}_b1`;
    const scopes: ShareScope[] = [];
    const kit = { version: '0.1.0-k1', file: 'kit.js', libraries: { react: '^19.2.0' } };
    server.says(aManifest({ name, container, kit }));
    const loading = source.load(name, () => undefined);
    await server.run(container, {
      init(scope: ShareScope) {
        scope['@baton/ui'] = { '0.1.0-k1': library(name) };
        scope['react'] = { ...scope['react'], '19.99.0': library(name) };
        scopes.push(scope);
      },
      get: () => Promise.resolve(() => ({})),
    });
    await loading;
    return scopes[0];
  }

  test('the kit is the first module’s for all, and React the page’s', async () => {
    const server = moduleServer();
    const modules = { 'sms-window': url, 'team-communicator': url };
    const source = createFederation({ modules, clock: createManualClock() });
    await load(source, server, 'sms-window');
    const second = await load(source, server, 'team-communicator');
    const ui = await second?.['@baton/ui']?.['0.1.0-k1']?.get();
    expect(ui?.()).toBe('that of sms-window');
    expect(Object.keys(second?.['react'] ?? {})).not.toContain('19.99.0');
  });
});

test('a CommonJS library that a bundler wraps is unwrapped', async () => {
  const scopes: ShareScope[] = [];
  const useState = () => undefined;
  const shared = { 'a-library': { version: '19.9.9', get: () => Promise.resolve({ default: { useState } }) } };
  const { server, load } = setUp({ shared });
  const loading = load();
  await server.run('baton_sms_window_b1', aContainer({}, scopes));
  await loading;
  const factory = await scopes[0]?.['a-library']?.['19.9.9']?.get();
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

test('after a failure the manifest is asked for under another address: a service worker may keep the old one for ever', async () => {
  const { server, load } = setUp();
  const first = load();
  await server.refuse();
  await expect(first).rejects.toMatchObject({ stage: 'entry' });
  server.says(new Error('offline'));
  await expect(load()).rejects.toMatchObject({ stage: 'manifest' });
  server.says(aManifest());
  const third = load();
  await server.run('baton_sms_window_b1');
  await third;
  expect(server.fetched).toEqual([url, `${url}?attempt=2`, `${url}?attempt=3`]);
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
  test.each(['^9.0.0', '^0.1.0'])('is not run when it works with another contract: %s', async (contract) => {
    const { server, load } = setUp();
    server.says(aManifest({ contract, version: '9.1.0' }));
    await expect(load()).rejects.toMatchObject({
      stage: 'contract',
      message: `sms-window 9.1.0 works with contract ${contract}, and this page has 0.2.0. Install the @baton/host-kit that has it, or deploy a build of the module for this page.`,
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

describe('on a thin line', () => {
  const arrivals = new Set<(list: { getEntries(): object[] }) => void>();
  const arrive = (initiatorType: string) => arrivals.forEach((hear) => hear({ getEntries: () => [{ initiatorType }] }));
  beforeEach(() => {
    class Observer {
      constructor(private readonly hear: (list: { getEntries(): object[] }) => void) {}
      observe() {
        arrivals.add(this.hear);
      }
      disconnect() {
        arrivals.delete(this.hear);
      }
    }
    Reflect.set(globalThis, 'PerformanceObserver', Observer);
  });
  afterEach(() => {
    expect(arrivals.size).toBe(0);
    Reflect.deleteProperty(globalThis, 'PerformanceObserver');
  });

  test('code that keeps coming is waited for; what the page polls is no sign of it', async () => {
    const { server, clock, load } = setUp();
    const loading = load();
    await settled();
    clock.advance(4000);
    arrive('script');
    clock.advance(4000);
    arrive('link');
    clock.advance(4000);
    await server.run('baton_sms_window_b1');
    expect(await loading).toMatchObject({ build: 'b1' });
  });

  test('an entry that comes late is there for who asks again', async () => {
    const { server, clock, load } = setUp({ patienceMs: 1000 });
    server.says(aManifest({ entry: { file: 'late.js' } }));
    const first = load();
    await settled();
    const script = server.script();
    clock.advance(999);
    arrive('fetch');
    clock.advance(1);
    await expect(first).rejects.toMatchObject({ message: expect.stringContaining('did not come within 1000 ms') });

    Reflect.set(window, 'baton_sms_window_b1', aContainer({ late: true }));
    script?.dispatchEvent(new Event('load'));
    await settled();
    expect(await load()).toMatchObject({ exposed: { late: true } });
  });
});

describe('what a module declares', () => {
  test('is asked for once, and the load that follows asks no more', async () => {
    const { server, source, load } = setUp();
    expect(await source.describe?.('sms-window')).toEqual(aManifest().intents);
    expect(await source.describe?.('sms-window')).toEqual(aManifest().intents);
    void load();
    await server.run('baton_sms_window_b1');
    expect(server.fetched).toEqual([url]);
  });

  test('comes with the manifest that is under way', async () => {
    const { server, source, load } = setUp();
    void load();
    expect(await source.describe?.('sms-window')).toEqual(aManifest().intents);
    expect(server.fetched).toEqual([url]);
  });

  test('comes from the page where the page lists it', async () => {
    const { server, source } = setUp({ modules: { 'sms-window': { url, manifest: aManifest() } } });
    expect(await source.describe?.('sms-window')).toEqual(aManifest().intents);
    expect(server.fetched).toEqual([]);
  });

  test('that did not come is the next load’s failure, and what is asked for after that is asked anew', async () => {
    const { server, source, load } = setUp();
    server.says(new TypeError('Failed to fetch'));
    await expect(source.describe?.('sms-window')).rejects.toThrow('cannot be reached');
    await expect(load()).rejects.toMatchObject({ stage: 'manifest' });
    expect(server.fetched).toHaveLength(1);
    server.says(aManifest());
    void load();
    await server.run('baton_sms_window_b1');
    expect(server.fetched).toHaveLength(2);
    expect(await source.describe?.('sms-window')).toEqual(aManifest().intents);
  });
});
