import { act, fireEvent } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aMessage,
  anInteraction,
  aReply,
  aTargetRef,
  aTransfer,
  axeViolations,
  byId,
  capabilities,
  createTestHost,
  renderInHost,
  testStart,
} from '@baton/module-kit/testing';
import type { TestHost } from '@baton/module-kit/testing';
import type { DesktopState, Message } from '@baton/contracts';
import * as smsWindow from '../index';
import '../testing/browser-gaps';

const minute = 60_000;

/** Conversations by the names of their customers: when the customer has written, and whether that was answered. */
const world: Record<string, readonly Message[]> = {
  Dana: [aMessage({ index: 0, at: testStart - 10 * minute }), aReply({ index: 1, at: testStart - 9 * minute })],
  Olu: [aMessage({ index: 0, at: testStart - 4 * minute }), aMessage({ index: 1, at: testStart - 3 * minute })],
  Priya: [aMessage({ index: 0, at: testStart - 6 * minute, text: 'Is it here?' })],
  Émile: [aMessage({ index: 0, at: testStart - 10 * minute }), aReply({ index: 1, at: testStart - minute })],
};
const people = Object.keys(world);

function hostOf(names: readonly string[] = people, state: Partial<DesktopState> = {}, options = {}): TestHost {
  const host = createTestHost({
    ...options,
    state: {
      interactions: byId(...names.map((name) => anInteraction({ id: name, contact: { id: name, name } }))),
      conversations: Object.fromEntries(names.map((name) => [name, { messages: world[name] ?? [], earlier: false }])),
      capabilities: capabilities({ startInteraction: false }),
      ...state,
    },
  });
  host.bus.emit('interaction.active', { interactionId: names[0] ?? null, focus: false });
  return host;
}

async function open(host: TestHost) {
  const asked: unknown[] = [];
  host.bus.respond('interaction.open', (ask) => {
    asked.push(ask);
    act(() => host.bus.emit('interaction.active', ask));
  });
  const screen = await renderInHost(smsWindow, host, { view: 'interactions' });
  const row = (name: string) => screen.getByRole('button', { name: new RegExp(`^${name}`) });
  const order = () =>
    screen.queryAllByRole('button').map((button) => people.find((name) => button.textContent?.includes(name)));
  const press = (key: string) => fireEvent.keyDown(screen.focused() ?? screen.container, { key });
  return { ...screen, asked, row, order, press, user: userEvent.setup() };
}

function write(host: TestHost, name: string, ...messages: readonly Message[]) {
  host.setState(({ conversations }) => ({
    conversations: { ...conversations, [name]: { messages: [...(world[name] ?? []), ...messages], earlier: false } },
  }));
}

test('K1-1 a row says who, when, what was said last, how much is unread, and how long the customer waits', async () => {
  const { row } = await open(hostOf());
  expect(row('Olu')).toHaveAccessibleName(/08:57.*2 unread messages.*Customer waits .*4 min.*$/);
  expect(row('Dana')).toHaveAccessibleName(/08:51.*You:/);
  expect(row('Dana').textContent).not.toMatch(/unread|waits/);
});

test.each([
  [1, 'none'],
  [2, 'warning'],
  [4, 'warning'],
  [5, 'danger'],
])('K1-1 a customer who has waited %i minutes: %s', async (minutes, kind) => {
  const host = hostOf(['Olu']);
  write(host, 'Olu', aReply({ index: 2 }), aMessage({ index: 3, at: testStart }));
  const { getByText } = await open(host);
  host.clock.advance(minutes * minute);
  const part = getByText(new RegExp(`waits .*${minutes} min`)).getAttribute('part') ?? '';
  expect(/waiting-(\w+)/.exec(part)?.[1] ?? 'none').toBe(kind);
});

test('K1-1 a host says what a long time is', async () => {
  const host = hostOf(['Olu'], {}, { timing: { extendable: true, waitingSeconds: { warning: 300, danger: 600 } } });
  const { getByText } = await open(host);
  expect(getByText(/waits .*4 min/)).toHaveAttribute('part', 'conversation-waiting');
});

test('K1-1 a transfer that waits, a draft and a text that was not sent have a line, in the words of the list', async () => {
  const host = hostOf(['Dana', 'Émile'], {
    drafts: { d: { interactionId: 'Émile', text: 'I will', at: 1 }, e: { interactionId: 'Dana', text: 'My', at: 1 } },
    shownTransfers: { Émile: aTransfer({ interactionId: 'Émile', expiresAt: testStart + 24_000 }) },
    outbox: {
      c: {
        commandId: 'c',
        interactionId: 'Émile',
        text: 'One moment',
        at: testStart,
        status: { state: 'failed', reason: 'network' },
      },
    },
  });
  const { row } = await open(host);
  const words = (name: string) => row(name).textContent?.replace(/[\u2066-\u2069]/g, '');
  expect(words('Émile')).toMatch(/You:One momentNot sentWaiting for Bianca Okafor 0:24.*Draft$/);
  host.clock.advance(19_000);
  expect(words('Émile')).toMatch(/Okafor 0:05/);
  // The conversation in front shows its draft itself.
  expect(words('Dana')).not.toMatch(/Draft/);
});

test('K1-2 the heading counts conversations and who waits', async () => {
  const host = hostOf();
  const { getByRole } = await open(host);
  expect(getByRole('heading')).toHaveTextContent(/^Interactions ?4 · 2 waiting$/);
  write(host, 'Olu', aReply({ index: 2 }));
  write(host, 'Priya', aReply({ index: 1 }));
  expect(getByRole('heading')).toHaveTextContent(/^Interactions ?4$/);
});

test('says that there are no conversations only once that is known', async () => {
  const host = createTestHost({ state: { agent: undefined } });
  const { queryByText } = await open(host);
  expect(queryByText('No active conversations')).toBeNull();
  host.setState({ agent: createTestHost().desktop.getState().agent });
  expect(queryByText('No active conversations')).toBeVisible();
});

describe('K1-3 the order', () => {
  test('is who waits longest, then the newest text', async () => {
    const host = hostOf();
    const { order } = await open(host);
    expect(order()).toEqual(['Priya', 'Olu', 'Émile', 'Dana']);
    write(host, 'Priya', aReply({ index: 1, at: testStart }));
    expect(order()).toEqual(['Olu', 'Priya', 'Émile', 'Dana']);
  });

  test('stays while the pointer is inside, and changes when it leaves', async () => {
    const host = hostOf();
    const { order, getByRole } = await open(host);
    const list = getByRole('navigation');
    fireEvent(list, Object.assign(new Event('pointerenter'), { pointerType: 'mouse' }));
    write(host, 'Priya', aReply({ index: 1, at: testStart }));
    expect(order()).toEqual(['Priya', 'Olu', 'Émile', 'Dana']);
    fireEvent(list, new Event('pointerleave'));
    expect(order()).toEqual(['Olu', 'Priya', 'Émile', 'Dana']);
  });

  test('stays while the focus is inside', async () => {
    const host = hostOf();
    const { order, row } = await open(host);
    act(() => row('Dana').focus());
    write(host, 'Priya', aReply({ index: 1, at: testStart }));
    expect(order()).toEqual(['Priya', 'Olu', 'Émile', 'Dana']);
    act(() => row('Dana').blur());
    expect(order()).toEqual(['Olu', 'Priya', 'Émile', 'Dana']);
  });
});

describe('K5-2 a conversation that was handed over', () => {
  const receipt = 'Bianca Okafor has the conversation with Olu';
  const placeIn = (items: Element[]) =>
    items.findIndex((item) => item.textContent?.replace(/[\u2066-\u2069]/g, '').endsWith(receipt));

  function handOver(host: TestHost, why: 'transferred' | 'completed' = 'transferred') {
    host.setState(({ interactions }) => ({
      interactions: Object.fromEntries(Object.entries(interactions).filter(([id]) => id !== 'Olu')),
      departures: { Olu: { why, to: aTargetRef(), version: 9 } },
    }));
  }

  test('leaves a receipt in place of its row for ten seconds', async () => {
    const host = hostOf();
    const { getAllByRole, getByRole, order } = await open(host);
    handOver(host);
    expect(placeIn(getAllByRole('listitem'))).toBe(1);
    expect(order()).toEqual(['Priya', 'Émile', 'Dana']);
    expect(getByRole('heading')).toHaveTextContent(/^Interactions ?3 · 1 waiting$/);
    host.clock.advance(9_999);
    expect(placeIn(getAllByRole('listitem'))).toBe(1);
    host.clock.advance(1);
    expect(getAllByRole('listitem')).toHaveLength(3);
  });

  test('and longer while the pointer is inside, so that no other row comes under it', async () => {
    const host = hostOf();
    const { getAllByRole, getByRole } = await open(host);
    fireEvent(getByRole('navigation'), Object.assign(new Event('pointerenter'), { pointerType: 'mouse' }));
    handOver(host);
    host.clock.advance(30_000);
    expect(placeIn(getAllByRole('listitem'))).toBe(1);
    fireEvent(getByRole('navigation'), new Event('pointerleave'));
    expect(getAllByRole('listitem')).toHaveLength(3);
  });

  test('leaves no receipt when it comes back, nor when it was completed', async () => {
    const host = hostOf();
    const { getAllByRole, order } = await open(host);
    handOver(host);
    host.setState(({ interactions }) => ({
      interactions: { ...interactions, Olu: anInteraction({ id: 'Olu', contact: { id: 'Olu', name: 'Olu' } }) },
      departures: {},
    }));
    expect(getAllByRole('listitem')).toHaveLength(4);
    expect(order()).toContain('Olu');
    handOver(host, 'completed');
    expect(getAllByRole('listitem')).toHaveLength(3);
  });

  test('the keys of the list go past it, and it is accessible', async () => {
    const host = hostOf();
    const { container, row, press, focused } = await open(host);
    act(() => row('Priya').focus());
    handOver(host);
    press('ArrowDown');
    expect(focused()).toBe(row('Émile'));
    expect(await axeViolations(container)).toEqual([]);
  });
});

test('K1-5 the list is one tab stop, at the conversation in front; arrows, Home and End move in it', async () => {
  const { row, focused, getAllByRole, press } = await open(hostOf());
  const tabStops = () => getAllByRole('button').filter(({ tabIndex }) => tabIndex === 0);
  expect(tabStops()).toEqual([row('Dana')]);
  act(() => row('Dana').focus());
  const steps: [string, string][] = [
    ['ArrowDown', 'Dana'],
    ['ArrowUp', 'Émile'],
    ['Home', 'Priya'],
    ['ArrowDown', 'Olu'],
    ['End', 'Dana'],
    ['ArrowUp', 'Émile'],
  ];
  for (const [key, name] of steps) {
    press(key);
    expect(focused()).toBe(row(name));
    expect(tabStops()).toEqual([row(name)]);
  }
});

test('K1-5 letters find a customer, whatever their case and accents', async () => {
  const host = hostOf();
  const { row, focused, press } = await open(host);
  act(() => row('Dana').focus());
  press('e');
  expect(focused()).toBe(row('Émile'));
  host.clock.advance(2000);
  press('p');
  press('r');
  expect(focused()).toBe(row('Priya'));
});

test('opens the conversation that is pressed, to be written in', async () => {
  const { user, row, asked } = await open(hostOf());
  await user.click(row('Olu'));
  expect(asked).toEqual([{ interactionId: 'Olu', focus: true }]);
  expect(row('Olu')).toHaveAttribute('aria-current', 'true');
});

describe('K1-6 keys open', () => {
  const press = (code: string) =>
    fireEvent.keyDown(document.body, { key: code.slice(3), code, altKey: true, shiftKey: true });

  test('the next conversation and the one before, round and round', async () => {
    const { asked } = await open(hostOf());
    press('KeyJ');
    press('KeyK');
    press('KeyK');
    expect(asked).toMatchObject([{ interactionId: 'Priya' }, { interactionId: 'Dana' }, { interactionId: 'Émile' }]);
  });

  test('the customer who waits longest, then the next one, and say when there is no other', async () => {
    const host = hostOf();
    const { asked } = await open(host);
    press('KeyW');
    press('KeyW');
    press('KeyW');
    expect(asked).toMatchObject([{ interactionId: 'Priya' }, { interactionId: 'Olu' }, { interactionId: 'Priya' }]);
    write(host, 'Olu', aReply({ index: 2 }));
    press('KeyW');
    expect(asked).toHaveLength(3);
    expect(host.adapters.announcements.at(-1)?.text).toBe('No other customer is waiting');
  });

  test('nothing while they write a letter, and what the host has set instead', async () => {
    const host = hostOf(people, {}, { shortcuts: { 'interaction.next': 'F9' } });
    const { asked } = await open(host);
    press('KeyJ');
    expect(asked).toEqual([]);
    fireEvent.keyDown(document.body, { key: 'F9', code: 'F9' });
    expect(asked).toHaveLength(1);
  });
});

test('page translators leave names, and what people wrote, as they are', async () => {
  const { getByText } = await open(hostOf());
  for (const words of ['Priya', 'Is it here?']) expect(getByText(words).closest('[translate="no"]')).not.toBeNull();
});

test('is accessible', async () => {
  const { container } = await open(hostOf());
  expect(await axeViolations(container)).toEqual([]);
});
