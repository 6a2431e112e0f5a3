import { createEventBus } from '@baton/event-bus';
import { createDesktopStore } from '@baton/desktop';
import { createManualClock, emptySnapshot } from '@baton/contracts/testing';
import type { Facts } from '@baton/contracts';
import { aDesktop, aTransfer, anAgent, anInteraction } from '../testing/builders';
import { emitFacts } from './facts';

test('every assigned interaction is also released, even if it left while the connection was lost', () => {
  const store = createDesktopStore();
  const bus = createEventBus({ clock: createManualClock() });
  const told: unknown[] = [];
  bus.on('interaction.assigned', ({ interactionId }) => void told.push(`came ${interactionId}`));
  bus.on('interaction.released', ({ interactionId, why }) => void told.push(`left ${interactionId}: ${why}`));
  let before = store.getState();
  store.subscribe(() => {
    emitFacts(bus, before, store.getState());
    before = store.getState();
  });
  const snapshot = (cursor: number, ...ids: string[]) =>
    store.dispatch({
      type: 'snapshot',
      snapshot: emptySnapshot({ cursor, interactions: ids.map((id) => anInteraction({ id })) }),
      receivedAt: 0,
    });

  snapshot(1, 'i1');
  store.dispatch({ type: 'gap' });
  snapshot(5, 'i2');
  expect(told).toEqual(['came i2', 'left i1: unknown']);
});

test('while the connection is lost the agent counts as unknown, not as what was known before', () => {
  const store = createDesktopStore();
  const bus = createEventBus({ clock: createManualClock() });
  const told: unknown[] = [];
  bus.on(
    'agent.state',
    ({ presence, readyForSms }: Facts['agent.state']) => void told.push([presence.state, readyForSms]),
  );
  let before = store.getState();
  store.subscribe(() => {
    emitFacts(bus, before, store.getState());
    before = store.getState();
  });
  const snapshot = (cursor: number) =>
    store.dispatch({ type: 'snapshot', snapshot: emptySnapshot({ cursor, agent: anAgent() }), receivedAt: 0 });

  snapshot(1);
  store.dispatch({ type: 'connectionChanged', connection: { state: 'connectionLost', since: 5 } });
  expect(bus.retained('agent.state')).toMatchObject({
    presence: { state: 'unknown', since: 5 + store.getState().clockOffset },
  });
  snapshot(2);
  store.dispatch({ type: 'connectionChanged', connection: { state: 'live' } });
  expect(told).toEqual([
    ['ready', true],
    ['unknown', false],
    ['ready', true],
  ]);
});

test('a transfer that is offered to someone else starts again, for the new target; more time is no new start', () => {
  const bus = createEventBus({ clock: createManualClock() });
  const told: string[] = [];
  bus.on('transfer.started', ({ target }) => void told.push(target.name));
  const showing = (transfer: ReturnType<typeof aTransfer>) =>
    aDesktop({ agent: anAgent(), shownTransfers: { [transfer.interactionId]: transfer } });
  const first = aTransfer();
  const extended = aTransfer({ extensions: 1 });
  const redirected = aTransfer({ target: { kind: 'agent', id: 'chen', name: 'Chen Wei' } });
  emitFacts(bus, showing(first), showing(extended));
  emitFacts(bus, showing(extended), showing(redirected));
  expect(told).toEqual(['Chen Wei']);
});
