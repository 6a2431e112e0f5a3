import { createEventBus } from '@baton/event-bus';
import { createManualClock } from '@baton/contracts/testing';
import { declaredBus } from './declared-bus';

const intents = {
  emits: ['panel.changed'],
  listens: ['interaction.active'],
  asks: ['team.open'],
  answers: ['messages.open'],
} as const;

function setUp() {
  const bus = createEventBus({ clock: createManualClock() });
  return { bus, declared: declaredBus(bus, 'greeting', intents) };
}

test('declared topics pass in both directions', async () => {
  const { bus, declared } = setUp();
  const heard: unknown[] = [];
  declared.on('interaction.active', (fact) => heard.push(fact));
  bus.emit('interaction.active', { interactionId: 'i1', focus: false });
  expect(heard).toEqual([{ interactionId: 'i1', focus: false }]);
  expect(declared.retained('interaction.active')).toEqual({ interactionId: 'i1', focus: false });

  bus.respond('team.open', () => undefined);
  await expect(declared.request('team.open', {})).resolves.toBeUndefined();
  declared.respond('messages.open', () => undefined);
  await expect(bus.request('messages.open', {})).resolves.toBeUndefined();
  declared.emit('panel.changed', { panel: 'notifications/messages', open: true });
  expect(bus.retained('panel.changed')).toEqual({ panel: 'notifications/messages', open: true });
});

test('an undeclared topic is refused with topic and cure', () => {
  const { declared } = setUp();
  const refusal = (kind: string, topic: string) =>
    `greeting ${kind} "${topic}" without having declared it. Add it to "${kind}" in the module's intents.ts.`;
  expect(() => declared.emit('attention.changed', { incoming: 0, unread: 0 })).toThrow(
    refusal('emits', 'attention.changed'),
  );
  expect(() => declared.on('panel.changed', () => undefined)).toThrow(refusal('listens', 'panel.changed'));
  expect(() => declared.retained('agent.state')).toThrow(refusal('listens', 'agent.state'));
  expect(() => declared.request('messages.open', {})).toThrow(refusal('asks', 'messages.open'));
  expect(() => declared.respond('team.open', () => undefined)).toThrow(refusal('answers', 'team.open'));
});
