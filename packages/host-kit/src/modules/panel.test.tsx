import { createEventBus } from '@baton/event-bus';
import { createManualClock } from '@baton/contracts/testing';
import { createTestPanels } from '../testing/test-panels';
import { settled } from '../testing/settled';
import { collectSurfaced } from '../testing/surfaced';
import type { DeclaredIntents } from './manifest';
import type { PanelOptions } from './panel';

const team: DeclaredIntents = {
  answers: ['target.pick', 'team.open', 'team.close'],
  panel: { open: 'team.open', close: 'team.close', openedBy: ['target.pick'] },
};

function setUp(options: PanelOptions = {}, declared: DeclaredIntents | null = team) {
  const clock = createManualClock();
  const bus = createEventBus({ clock });
  const panelOf = createTestPanels(bus, declared === null ? {} : { team: declared });
  const panel = panelOf('team', options);
  const changed = (open: boolean) => bus.emit('panel.changed', { panel: 'team', open });
  return {
    clock,
    bus,
    panel,
    panelOf,
    changed,
    failed: () => bus.emit('module.failed', { module: 'team', reference: 'a1' }),
    ready: () => bus.emit('module.ready', { module: 'team', version: '1.0.0' }),
    /** The module's code has come, and answers. */
    come() {
      const opened = jest.fn(() => changed(true));
      bus.respond('team.open', opened);
      bus.respond('team.close', () => changed(false));
      return opened;
    },
    async askInVain(topic: 'team.open' | 'target.pick' = 'team.open') {
      const asked =
        topic === 'team.open' ? bus.request(topic, {}) : bus.request(topic, { interactionId: 'i1', kinds: [] });
      asked.catch(() => undefined);
      clock.advance(5000);
      await settled();
    },
  };
}

afterEach(() => jest.restoreAllMocks());

const press = () => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'x' }));

test('it is open while its module says so, and its place changes before anything else hears of it', () => {
  const { bus, panel, changed } = setUp();
  const seen: string[] = [];
  panel.subscribe(() => seen.push(`place ${panel.get()}`));
  bus.on('panel.changed', ({ open }) => void seen.push(`host ${open}`));
  changed(true);
  bus.emit('panel.changed', { panel: 'notifications/messages', open: false });
  expect(panel.get()).toBe('open');
  changed(false);
  expect(seen).toEqual(['place open', 'host true', 'host false', 'place closed', 'host false']);
});

test('a host opens and closes it by what its module declares', () => {
  const { panel, come } = setUp();
  const opened = come();
  panel.open();
  expect(opened).toHaveBeenCalledTimes(1);
  expect(panel.get()).toBe('open');
  panel.close();
  expect(panel.get()).toBe('closed');
});

test('there is one for each module, also for one that has opened before anybody asked', () => {
  const { bus, panel, panelOf } = setUp();
  expect(panelOf('team')).toBe(panel);
  bus.emit('panel.changed', { panel: 'notes', open: true });
  bus.emit('panel.changed', { panel: 'team', open: true });
  expect(panelOf('notes').get()).toBe('open');
});

describe('a module that does not come', () => {
  test.each(['team.open', 'target.pick'] as const)(
    'has its place, for the card, once it is asked for: %s',
    async (topic) => {
      const { panel, askInVain } = setUp();
      await askInVain(topic);
      expect(panel.get()).toBe('failed');
    },
  );

  test('has none for what another module is asked, nor when it fails unseen', async () => {
    const { bus, panel, failed } = setUp();
    bus.request('messages.open', {}, { timeoutMs: 10 }).catch(() => undefined);
    failed();
    await settled();
    expect(panel.get()).toBe('closed');
  });

  test('has its place also when even its manifest does not come', async () => {
    const { panel } = setUp({}, null);
    panel.open();
    await settled();
    expect(panel.get()).toBe('failed');
  });

  test('is opened when it comes after all, and closes as ever', async () => {
    const { panel, askInVain, come, ready } = setUp();
    await askInVain();
    const opened = come();
    ready();
    expect(opened).toHaveBeenCalledTimes(1);
    expect(panel.get()).toBe('open');
    panel.close();
    expect(panel.get()).toBe('closed');
  });

  test.each<[string, (set: ReturnType<typeof setUp>) => void]>([
    ['by its host', ({ panel }) => panel.close()],
    ['over the bus', ({ bus }) => void bus.request('team.close', {}).catch(() => undefined)],
  ])('can be closed %s, and stays so when it comes', async (_, close) => {
    const set = setUp();
    await set.askInVain();
    close(set);
    expect(set.panel.get()).toBe('closed');
    const opened = jest.fn();
    set.bus.respond('team.open', opened);
    set.ready();
    expect(opened).not.toHaveBeenCalled();
  });
});

test.each([
  ['failed', 'gone'],
  ['gone', 'failed'],
] as const)('one that crashes while it is open keeps its place for the card: first %s, then %s', (...order) => {
  const { panel, changed, failed } = setUp();
  changed(true);
  for (const what of order) what === 'failed' ? failed() : changed(false);
  expect(panel.get()).toBe('failed');
});

test('one that the agent has closed opens nothing when it fails later', async () => {
  const { panel, changed, failed } = setUp();
  changed(true);
  changed(false);
  await settled();
  failed();
  expect(panel.get()).toBe('closed');
});

describe('where it covers something', () => {
  const covers = () => 'something' as const;

  test('it opens late only while the agent waits for it', () => {
    const { bus, panel, come } = setUp({ covers });
    bus.request('team.open', {}).catch(() => undefined);
    press();
    come();
    expect(panel.get()).toBe('closed');
    panel.open();
    expect(panel.get()).toBe('open');
  });

  test('its card does not come over what the agent has gone on with', async () => {
    const { clock, bus, panel, askInVain } = setUp({ covers });
    bus.request('team.open', {}).catch(() => undefined);
    press();
    clock.advance(5000);
    await settled();
    expect(panel.get()).toBe('closed');
    await askInVain();
    expect(panel.get()).toBe('failed');
  });
});

test('where it covers the conversation it makes way for one that the agent opens, not for one that comes by itself', () => {
  const { bus, panel, come } = setUp({ covers: () => 'conversation' });
  come();
  panel.open();
  bus.emit('interaction.active', { interactionId: 'i1', focus: false });
  expect(panel.get()).toBe('open');
  bus.emit('interaction.active', { interactionId: 'i2', focus: true });
  expect(panel.get()).toBe('closed');
});

test('a module that declares no panel says how it could', async () => {
  const thrown = collectSurfaced();
  const { panel } = setUp({}, { answers: ['transfer.start'] });
  panel.open();
  await settled();
  expect(String(thrown)).toContain('"team" does not open and close. Declare "panel" in its intents');
});
