import { createManualClock } from '@baton/contracts/testing';
import { settled } from '../testing/settled';
import { createLoadOrder } from './load-order';
import { LoadError } from './load-state';
import type { DeclaredIntents } from './manifest';
import { createModuleLoader } from './module-loader';
import type { ModuleLoader } from './module-loader';

const declared: Readonly<Record<string, DeclaredIntents>> = {
  'sms-window': { answers: ['transfer.start'] },
  'team-communicator': { answers: ['target.pick'] },
};

function setUp(load: ModuleLoader['load'] = () => new Promise(() => undefined)) {
  const clock = createManualClock();
  const intentsOf = (module: string) => declared[module];
  const loader = { load, intentsOf, describe: (module: string) => Promise.resolve(intentsOf(module)) };
  const order = createLoadOrder(() => Object.keys(declared), loader, clock);
  let come = false;
  void order.turnOf('team-communicator').then(() => (come = true));
  return { clock, order, come: () => come };
}

test('what comes later waits until the first modules stand', async () => {
  const { clock, order, come } = setUp();
  let stand = () => undefined as void;
  order.first(new Promise((resolve) => (stand = resolve)));
  clock.advance(0);
  await settled();
  clock.advance(1000);
  await settled();
  expect(come()).toBe(false);
  stand();
  await settled();
  clock.advance(200);
  await settled();
  expect(come()).toBe(true);
});

test('a first module that hangs does not hold up the others for ever', async () => {
  const { clock, order, come } = setUp();
  order.first(new Promise(() => undefined));
  clock.advance(0);
  await settled();
  clock.advance(4000);
  await settled();
  clock.advance(200);
  await settled();
  expect(come()).toBe(true);
});

test('what is asked for comes at once', async () => {
  const { order, come } = setUp();
  void order.loadResponders('target.pick');
  await settled();
  expect(come()).toBe(true);
});

test('a request that no module answers, or whose module does not load, says so', async () => {
  const { order } = setUp(() =>
    Promise.resolve({ ok: false, error: new LoadError('team-communicator', 'code', '503') }),
  );
  await expect(order.loadResponders('interaction.open')).rejects.toThrow(
    'Nothing in this page answers "interaction.open"',
  );
  await expect(order.loadResponders('target.pick')).rejects.toThrow('team-communicator, which did not load');
});

test('nothing waits, and no timer is left, when Baton closes', async () => {
  const { clock, order, come } = setUp();
  order.first(new Promise(() => undefined));
  clock.advance(0);
  await settled();
  order.close();
  await settled();
  expect(come()).toBe(true);
  expect(clock.pending()).toBe(0);
  await order.turnOf('sms-window');
  expect(clock.pending()).toBe(0);
});

describe('while some modules have not said what they answer', () => {
  const lifecycles = {
    bootstrap: () => Promise.resolve(),
    mount: () => Promise.resolve(),
    unmount: () => Promise.resolve(),
  };

  /** Modules whose descriptions come when they are told, or never. */
  function setUpSilent(describe: (module: string) => Promise<DeclaredIntents>) {
    const loads: string[] = [];
    const loader = createModuleLoader({
      describe,
      async load(module) {
        loads.push(module);
        if (module === 'gone') throw new LoadError(module, 'manifest', '503');
        return { exposed: lifecycles, version: '1.0.0', build: 'b1', intents: { answers: ['target.pick'] } };
      },
    });
    const order = createLoadOrder(() => ['hangs', 'gone', 'late'], loader, createManualClock());
    return { loads, order };
  }

  test('the one that says so is brought, whatever the others do, and no other', async () => {
    const { loads, order } = setUpSilent((module) => {
      if (module === 'hangs') return new Promise(() => undefined);
      return module === 'gone' ? Promise.reject(new Error('503')) : Promise.resolve({ answers: ['target.pick'] });
    });
    expect(await order.loadResponders('target.pick')).toEqual(['late']);
    expect(loads).toEqual(['late']);
  });

  test('none is asked what it answers once it is known who does', async () => {
    const described: string[] = [];
    const { order } = setUpSilent(async (module) => (described.push(module), { answers: ['target.pick'] }));
    await order.loadResponders('target.pick');
    described.length = 0;
    await order.loadResponders('target.pick');
    expect(described).toEqual([]);
  });

  test('all that stay silent are brought, and asked what they answer', async () => {
    const { loads, order } = setUpSilent((module) =>
      module === 'hangs' ? Promise.resolve({ answers: [] }) : Promise.reject(new Error('503')),
    );
    expect(await order.loadResponders('target.pick')).toEqual(['late']);
    expect(new Set(loads)).toEqual(new Set(['gone', 'late']));
    await expect(order.loadResponders('team.open')).rejects.toThrow(
      '"team.open" is answered by gone, which did not load',
    );
  });
});
