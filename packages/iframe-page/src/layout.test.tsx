import { aDesktop, anInteraction, byId, createTestHost } from '@baton/module-kit/testing';
import { createTestPanels } from '@baton/host-kit/testing';
import { createTexts, uiCatalogue } from '@baton/ui/texts';
import { screen, within } from '@testing-library/dom';
import { createLayout } from './layout';
import { placesOf } from './places';

const sam = anInteraction({
  id: 'i-1',
  contact: {
    id: 'c-1',
    name: 'Sam Carter',
    address: { kind: 'phone', value: '+447700900123', display: '+44 7700 900123' },
  },
});
const priya = anInteraction({
  id: 'i-2',
  contact: {
    id: 'c-2',
    name: 'Priya Nair',
    address: { kind: 'phone', value: '+447700900124', display: '+44 7700 900124' },
  },
});
const lee = anInteraction({
  id: 'i-3',
  contact: {
    id: 'c-3',
    name: 'Lee Wong',
    address: { kind: 'phone', value: '+447700900125', display: '+44 7700 900125' },
  },
});

/** What Team Communicator's manifest says. */
const team = {
  answers: ['target.pick', 'team.open', 'team.close'],
  panel: { open: 'team.open', close: 'team.close', openedBy: ['target.pick'] },
} as const;

function open(query = '') {
  const host = createTestHost({ state: aDesktop({ interactions: byId(sam) }) });
  const asked = placesOf(new URL(`https://baton.example/frame/${query}`));
  if (!asked.ok) throw new Error(asked.problem);
  const listeners = new Set<() => void>();
  let front: string | null = 'i-1';
  const active = {
    get: () => front,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open(id: string) {
      front = id;
      for (const listener of listeners) listener();
    },
  };
  const texts = createTexts({ locale: 'en-GB', catalogues: [uiCatalogue] });
  const panel = createTestPanels(host.bus, { 'team-communicator': team });
  const layout = createLayout(document, { context: host, active, panel }, asked.places, texts);
  return { host, layout, active, listeners };
}

/** Team Communicator is asked for, and does not come. */
async function askInVain({ host: { bus, clock } }: ReturnType<typeof open>) {
  const asked = bus.request('team.open', {});
  clock.advance(5000);
  await expect(asked).rejects.toThrow('Nobody answers');
}

let opened: ReturnType<typeof open> | undefined;
afterEach(() => opened?.layout.remove());

test('a customer without a name is called "Unknown"', () => {
  opened = open();
  opened.host.setState({ interactions: byId(sam, { ...priya, contact: { id: 'c-2' } }) });
  const rail = screen.getByRole('navigation', { name: 'Interactions' });
  expect(within(rail).getByRole('button', { name: 'Unknown' })).toBeVisible();
});

test('with one conversation there is nothing to choose, with two there is', () => {
  opened = open();
  expect(screen.queryByRole('navigation', { name: 'Interactions' })).toBeNull();
  opened.host.setState({ interactions: byId(sam, priya) });
  const rail = screen.getByRole('navigation', { name: 'Interactions' });
  const names = () =>
    within(rail)
      .getAllByRole('button')
      .map((button) => `${button.textContent} ${button.getAttribute('aria-current')}`);
  expect(names()).toEqual(['Sam Carter true', 'Priya Nair false']);
  // Page translators leave names alone.
  expect(screen.getByRole('button', { name: 'Priya Nair' })).toHaveAttribute('translate', 'no');
  screen.getByRole('button', { name: 'Priya Nair' }).click();
  expect(opened.active.get()).toBe('i-2');
  expect(names()).toEqual(['Sam Carter false', 'Priya Nair true']);
  opened.host.setState({ interactions: byId(priya) });
  expect(screen.queryByRole('navigation', { name: 'Interactions' })).toBeNull();
});

describe('the focus of a conversation’s button', () => {
  const focused = () => document.activeElement;
  const button = (name: string) => screen.getByRole('button', { name });

  test('rests in the list when its conversation leaves, on no other button, and stays when another leaves', async () => {
    opened = open();
    opened.host.setState({ interactions: byId(sam, priya, lee) });
    button('Priya Nair').focus();
    opened.host.setState({ interactions: byId(sam, lee) });
    await Promise.resolve();
    expect(focused()).toBe(screen.getByRole('navigation', { name: 'Interactions' }));
    opened.host.setState({ interactions: byId(sam, lee, priya) });
    button('Lee Wong').focus();
    opened.host.setState({ interactions: byId(sam, lee) });
    await Promise.resolve();
    expect(focused()).toBe(button('Lee Wong'));
  });

  test.each([
    { left: sam, name: 'the conversation leaves' },
    { left: priya, name: 'no other is left to choose' },
  ])('rests in the place around the list when $name', async ({ left }) => {
    opened = open();
    opened.host.setState({ interactions: byId(sam, priya) });
    button('Priya Nair').focus();
    opened.host.setState({ interactions: byId(left) });
    await Promise.resolve();
    expect(focused()).toBe(screen.getByRole('main'));
  });

  test('is not taken from elsewhere', async () => {
    opened = open();
    opened.host.setState({ interactions: byId(sam, priya) });
    opened.layout.elements.get('notifications')?.focus();
    opened.host.setState({ interactions: byId(sam) });
    await Promise.resolve();
    expect(focused()).toBe(opened.layout.elements.get('notifications'));
  });
});

test('Team Communicator takes its place when it opens, and before anybody else hears of it', () => {
  opened = open();
  const { host, layout } = opened;
  expect(layout.root.dataset['team']).toBe('closed');
  host.bus.emit('panel.changed', { panel: 'team-communicator', open: true });
  expect(layout.root.dataset['team']).toBe('open');
  host.bus.emit('panel.changed', { panel: 'notifications/messages', open: false });
  expect(layout.root.dataset['team']).toBe('open');
});

describe('a Team Communicator that does not come', () => {
  const place = () => opened?.layout.root.dataset['team'];

  test.each(['team.open', 'target.pick'] as const)(
    'has its place, for the card, when it is asked for (%s)',
    async (topic) => {
      opened = open();
      const { host } = opened;
      const asked =
        topic === 'team.open'
          ? host.bus.request(topic, {})
          : host.bus.request(topic, { interactionId: 'i-1', kinds: [] });
      expect(place()).toBe('closed');
      host.clock.advance(5000);
      await expect(asked).rejects.toThrow('Nobody answers');
      expect(place()).toBe('failed');
    },
  );

  test('is opened when it comes after all, and closes as ever', async () => {
    opened = open();
    const { bus } = opened.host;
    bus.emit('module.failed', { module: 'sms-window', reference: 'a1' });
    bus.emit('module.failed', { module: 'team-communicator', reference: 'a2' });
    expect(place()).toBe('closed');
    await askInVain(opened);
    expect(place()).toBe('failed');
    const asked = jest.fn(() => bus.emit('panel.changed', { panel: 'team-communicator', open: true }));
    bus.respond('team.open', asked);
    bus.emit('module.ready', { module: 'team-communicator', version: '1.0.0' });
    expect(asked).toHaveBeenCalledTimes(1);
    expect(place()).toBe('open');
    bus.emit('panel.changed', { panel: 'team-communicator', open: false });
    expect(place()).toBe('closed');
  });

  test('keeps its place when it fails while it is open, whichever is told first', () => {
    opened = open();
    const { bus } = opened.host;
    const tell = {
      failed: () => bus.emit('module.failed', { module: 'team-communicator', reference: 'a1' }),
      gone: () => bus.emit('panel.changed', { panel: 'team-communicator', open: false }),
    };
    for (const order of [
      ['failed', 'gone'],
      ['gone', 'failed'],
    ] as const) {
      bus.emit('panel.changed', { panel: 'team-communicator', open: true });
      for (const what of order) tell[what]();
      expect(place()).toBe('failed');
    }
  });

  test('is closed when a host asks for that, and stays so when it comes', async () => {
    opened = open();
    const { bus } = opened.host;
    await askInVain(opened);
    void bus.request('team.close', {}).catch(() => undefined);
    expect(place()).toBe('closed');
    const asked = jest.fn();
    bus.respond('team.open', asked);
    bus.emit('module.ready', { module: 'team-communicator', version: '1.0.0' });
    expect(asked).not.toHaveBeenCalled();
  });
});

test('alone, Team Communicator is opened too when it comes after it had failed', async () => {
  opened = open('?module=team-communicator');
  const { bus } = opened.host;
  await askInVain(opened);
  const asked = jest.fn();
  bus.respond('team.open', asked);
  bus.emit('module.ready', { module: 'team-communicator', version: '1.0.0' });
  expect(asked).toHaveBeenCalledTimes(1);
  expect(opened.layout.root.dataset['team']).toBe('alone');
});

test('a module alone is the main thing', () => {
  opened = open('?module=notifications/messages');
  expect(screen.getByRole('main')).toContainElement(opened.layout.elements.get('notifications/messages') ?? null);
  expect(screen.queryByRole('banner')).toBeNull();
});

test('height bounds are the parent’s, the lower one before the upper', () => {
  opened = open();
  const { root, fit } = opened.layout;
  fit({ min: 400, max: 300 });
  expect(root.dataset['fit']).toBe('content');
  expect(root.style.getPropertyValue('--frame-max')).toBe('400px');
  fit(false);
  expect(root.dataset['fit']).toBe('frame');
});

test('taken down, it leaves no element and no listener', () => {
  const { layout, listeners } = open();
  layout.remove();
  expect(document.querySelector('.frame')).toBeNull();
  expect(listeners.size).toBe(0);
});
