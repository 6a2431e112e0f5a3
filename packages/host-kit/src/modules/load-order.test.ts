import { createManualClock } from '@baton/contracts/testing';
import { settled } from '../testing/settled';
import { createLoadOrder } from './load-order';
import { LoadError } from './load-state';
import type { ModuleLoader } from './module-loader';

function setUp(loader: ModuleLoader['load'] = () => new Promise(() => undefined)) {
  const clock = createManualClock();
  const loaded = { load: loader, getState: () => ({ state: 'idle' as const }), subscribe: () => () => undefined };
  const order = createLoadOrder({ 'target.pick': 'team-communicator' }, loaded, clock);
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
  void order.bring('target.pick');
  await settled();
  expect(come()).toBe(true);
});

test('a request that no module answers, or whose module does not load, says so', async () => {
  const { order } = setUp(() =>
    Promise.resolve({ ok: false, error: new LoadError('team-communicator', 'code', '503') }),
  );
  await expect(order.bring('interaction.open')).rejects.toThrow('Nothing in this page answers "interaction.open"');
  await expect(order.bring('target.pick')).rejects.toThrow('team-communicator, which did not load');
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
