import { createEventBus } from '@baton/event-bus';
import type { ChosenAction, HostActions } from '@baton/contracts';
import { createManualClock } from '@baton/contracts/testing';
import { prepareActions, prepareDeclining } from './host-actions';
import type { ActionLabel } from './host-actions';
import { aTarget } from './testing/builders';
import { collectSurfaced } from './testing/surfaced';

function prepare(given: HostActions<ActionLabel>, locale = 'en-GB') {
  const bus = createEventBus({ clock: createManualClock() });
  const told: ChosenAction[] = [];
  bus.on('action.chosen', (chosen) => told.push(chosen));
  return { actions: prepareActions(given, { bus, locale }), told };
}

const about = { interactionId: 'i1' };

test.each([
  ['Call', 'de', 'Call'],
  [{ en: 'Call', de: 'Anrufen' }, 'de-AT', 'Anrufen'],
  [{ de: 'Anrufen', en: 'Call' }, 'fr', 'Call'],
  [{ de: 'Anrufen', nl: 'Bellen' }, 'fr', 'Anrufen'],
])('the label %j is, in %s, "%s"', (label, locale, expected) => {
  const { actions } = prepare({ conversation: [{ id: 'crm.call', label, perform: () => undefined }] }, locale);
  expect(actions.conversation?.[0]?.label).toBe(expected);
});

test('reasons for rejecting have their label in the agent’s language', () => {
  const reasons = [{ id: 'break', label: { en: 'On a break', de: 'In der Pause' } }];
  expect(prepareDeclining({ reasons, freeText: true }, 'de-AT')).toEqual({
    reasons: [{ id: 'break', label: 'In der Pause' }],
    freeText: true,
  });
  expect(prepareDeclining({ undo: false }, 'de')).toEqual({ undo: false });
});

test('a choice is told on the bus with ids, kinds and names of colleagues, and then carried out', () => {
  const order: unknown[] = [];
  const target = aTarget({ address: '4711' });
  const { actions, told } = prepare({
    target: [{ id: 'crm.call', label: 'Call', targetKinds: ['agent'], perform: (given) => order.push(told[0], given) }],
    conversation: [{ id: 'crm.case', label: 'Open case', perform: (given) => order.push(given) }],
  });
  expect(actions.target?.[0]).toMatchObject({ targetKinds: ['agent'] });
  actions.target?.[0]?.perform({ target, interactionId: null });
  actions.conversation?.[0]?.perform(about);
  const { kind, id, name } = target;
  const [call, openCase] = [
    { action: 'crm.call', interactionId: null, target: { kind, id, name } },
    { action: 'crm.case', interactionId: 'i1' },
  ];
  expect(told).toEqual([call, openCase]);
  expect(order).toEqual([call, { target, interactionId: null }, about]);
});

test('mistakes of the host stop nothing, and are seen', () => {
  const shown = collectSurfaced();
  const mistake = new Error('of the host');
  const fails = () => {
    throw mistake;
  };
  const { actions } = prepare({
    conversation: [{ id: 'crm.case', label: 'Open case', enabled: fails, perform: fails }],
  });
  expect(actions.conversation?.[0]?.enabled?.(about)).toBe(true);
  actions.conversation?.[0]?.perform(about);
  expect(shown).toEqual([mistake, mistake]);
});

test.each([
  [true, true],
  ['The case is closed', 'The case is closed'],
  ['', true],
  [undefined, true],
  [{}, true],
])('what `enabled` answers is a reason or none: %j', (answer, expected) => {
  const host: object = { enabled: () => answer };
  const { actions } = prepare({
    conversation: [
      { id: 'crm.case', label: 'Open case', enabled: Reflect.get(host, 'enabled'), perform: () => undefined },
    ],
  });
  expect(actions.conversation?.[0]?.enabled?.(about)).toBe(expected);
});
