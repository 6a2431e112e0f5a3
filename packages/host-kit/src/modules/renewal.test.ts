import { createEventBus } from '@baton/event-bus';
import type { RenewWhen } from '@baton/contracts';
import { createManualClock } from '@baton/contracts/testing';
import { renewWhenUnused } from './renewal';

function setUp(module: string, declared?: RenewWhen) {
  const bus = createEventBus({ clock: createManualClock() });
  const asked: AbortSignal[] = [];
  const leaving = new AbortController();
  const renew = ({ signal }: { signal?: AbortSignal } = {}) => {
    if (signal !== undefined) asked.push(signal);
    return Promise.resolve();
  };
  renewWhenUnused(module, { renew }, { bus, renewWhen: () => declared }, leaving.signal);
  return { bus, asked, leaving };
}

const active = (interactionId: string | null) => ({ interactionId, focus: false });
const closed = { interactionId: 'i1', hadFocus: false };

test('one that rests without an interaction takes a newer build when the last window has closed, not while another is open', () => {
  const { bus, asked } = setUp('sms-window', 'noActiveInteraction');
  bus.emit('interaction.active', active('i2'));
  bus.emit('window.closed', closed);
  expect(asked).toHaveLength(0);
  bus.emit('interaction.active', active(null));
  expect(asked).toHaveLength(1);
});

test('a conversation that opens meanwhile calls it off', () => {
  const { bus, asked } = setUp('sms-window', 'noActiveInteraction');
  bus.emit('interaction.active', active(null));
  expect(asked[0]?.aborted).toBe(false);
  bus.emit('interaction.active', active('i3'));
  expect(asked[0]?.aborted).toBe(true);
});

test('one that rests while closed takes it when its panel closes, and not when it has opened again', () => {
  const { bus, asked } = setUp('team-communicator', 'panelClosed');
  bus.emit('panel.changed', { panel: 'notifications/messages', open: false });
  bus.emit('panel.changed', { panel: 'team-communicator', open: true });
  expect(asked).toHaveLength(0);
  bus.emit('panel.changed', { panel: 'team-communicator', open: false });
  expect(asked).toHaveLength(1);
  bus.emit('panel.changed', { panel: 'team-communicator', open: true });
  expect(asked[0]?.aborted).toBe(true);
});

test('a place that is left is not renewed', () => {
  const { bus, asked, leaving } = setUp('team-communicator', 'panelClosed');
  bus.emit('panel.changed', { panel: 'team-communicator', open: false });
  leaving.abort();
  expect(asked[0]?.aborted).toBe(true);
  bus.emit('panel.changed', { panel: 'team-communicator', open: false });
  expect(asked).toHaveLength(1);
});

test('one that names no moment is not renewed while it stands', () => {
  const { bus, asked } = setUp('team-communicator');
  bus.emit('interaction.active', active(null));
  bus.emit('panel.changed', { panel: 'team-communicator', open: false });
  expect(asked).toHaveLength(0);
});
