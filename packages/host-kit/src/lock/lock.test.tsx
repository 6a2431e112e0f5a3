import { act, fireEvent } from '@testing-library/react';
import { createEventBus } from '@baton/event-bus';
import { createManualClock } from '@baton/contracts/testing';
import type { DesktopState, Lock } from '@baton/contracts';
import { aDesktop, anInteraction, anInvitation, byId, createRecordedAdapters, testStart } from '../testing';
import { createDevice } from '../testing/device';
import type { Device } from '../testing/device';
import { defaultPreferences } from '../adapters/preferences';
import { createHostTexts } from '../texts';
import { keepLock } from './keep-lock';
import { createMaskable } from './maskable';
import { withoutCustomers } from './mask';

const minute = 60_000;
const customer = 'Jo Demo';
const state = aDesktop({
  interactions: byId(anInteraction()),
  invitations: byId(anInvitation()),
  conversations: {
    'interaction-1': {
      earlier: false,
      messages: [{ kind: 'customer', index: 0, version: 1, at: testStart, name: customer, text: 'My card is blocked' }],
    },
  },
  notices: byId({
    kind: 'transfer.received',
    id: 'notice-1',
    version: 1,
    at: testStart,
    severity: 'information',
    read: false,
    interactionId: 'interaction-1',
    customer,
  }),
  drafts: { 'interaction-1': { interactionId: 'interaction-1', customer, text: 'One mom', at: testStart } },
});

const closing: AbortController[] = [];
afterEach(() => {
  closing.splice(0).forEach((one) => one.abort());
  document.body.replaceChildren();
});

/** A window of the agent, with a module that has a field. */
async function open(options: Lock | undefined, device: Device = createDevice(), clock = createManualClock(testStart)) {
  const place = document.body.appendChild(document.createElement('main'));
  const module = place.appendChild(document.createElement('div'));
  const field = module.appendChild(document.createElement('input'));
  const bus = createEventBus({ clock });
  const told: boolean[] = [];
  bus.on('lock.changed', ({ locked }) => told.push(locked));
  const { announcer, announcements } = createRecordedAdapters();
  const desktop = createMaskable<DesktopState>(
    () => state,
    () => () => undefined,
  );
  const preferences = createMaskable(
    () => defaultPreferences,
    () => () => undefined,
  );
  const end = new AbortController();
  closing.push(end);
  const cover = keepLock(
    {
      options,
      bus,
      adapters: { announcer, storage: device.storageOfWindow() },
      clock,
      dir: 'ltr',
      texts: createHostTexts('en-GB', clock),
      desktop,
      preferences,
      places: () => [{ element: place, label: 'SMS window' }],
    },
    end.signal,
  );
  await act(async () => void (await import('./lock-desktop')));
  const button = () => place.lastElementChild?.shadowRoot?.querySelector('button') ?? undefined;
  return {
    clock,
    device,
    bus,
    told,
    announcements,
    module,
    field,
    button,
    cover,
    isLocked: () => desktop.get().locked !== undefined,
    hasShortcuts: () => preferences.get().shortcuts,
    state: desktop.get,
  };
}

describe('a desktop that locks itself', () => {
  test('after the time without pointer or key, and says so', async () => {
    const one = await open({ afterMinutes: 10 });
    one.clock.advance(9 * minute);
    fireEvent.keyDown(one.field, { key: 'a' });
    one.clock.advance(9 * minute);
    fireEvent.pointerMove(one.field);
    one.clock.advance(9.9 * minute);
    expect(one.isLocked()).toBe(false);
    one.clock.advance(0.1 * minute);
    expect(one.isLocked()).toBe(true);
    expect(one.module.style.display).toBe('none');
    expect(one.hasShortcuts()).toBe(false);
    expect(one.told).toEqual([true]);
    expect(one.announcements.map(({ text }) => text)).toEqual([expect.stringMatching(/^Locked\. Customer details/)]);
  });

  test('is unlocked by a press, with the focus and what was typed where they were', async () => {
    const one = await open({ afterMinutes: 1 });
    one.field.value = 'One mom';
    one.field.focus();
    one.clock.advance(minute);
    // Hidden, it has no focus in a browser.
    one.field.blur();
    fireEvent.click(one.button() ?? one.module);
    expect(one.isLocked()).toBe(false);
    expect(one.module.style.display).toBe('');
    expect(one.field).toHaveValue('One mom');
    expect(one.told).toEqual([true, false]);
    expect(one.announcements.at(-1)?.text).toBe('Unlocked');
    one.clock.advance(minute);
    expect(one.isLocked()).toBe(true);
  });

  test('only by the host, where it wants that', async () => {
    const one = await open({ afterMinutes: 1, byHost: true });
    one.clock.advance(minute);
    expect(one.state().locked).toEqual({ byHost: true });
    expect(one.button()).toBeUndefined();
    await one.bus.request('lock.set', { locked: false });
    expect(one.isLocked()).toBe(false);
  });

  test('in all windows of the agent: who is active in one is not away in the other', async () => {
    const clock = createManualClock(testStart);
    const device = createDevice();
    const first = await open({ afterMinutes: 10 }, device, clock);
    clock.advance(9 * minute);
    const second = await open({ afterMinutes: 10 }, device, clock);
    fireEvent.keyDown(second.field, { key: 'a' });
    clock.advance(9.9 * minute);
    expect([first.isLocked(), second.isLocked()]).toEqual([false, false]);
    clock.advance(0.1 * minute);
    expect([first.isLocked(), second.isLocked()]).toEqual([true, true]);
    fireEvent.click(first.button() ?? first.module);
    expect([first.isLocked(), second.isLocked()]).toEqual([false, false]);
  });

  test('counts what another window of the agent tells of them', async () => {
    const one = await open({ afterMinutes: 10 });
    one.clock.advance(9 * minute);
    one.device.storageOfWindow().set('lock.activeAt', String(one.clock.now()));
    one.clock.advance(9.9 * minute);
    expect(one.isLocked()).toBe(false);
    one.clock.advance(0.1 * minute);
    expect(one.isLocked()).toBe(true);
  });

  test('stays locked after a reload, and what is mounted then is covered', async () => {
    const device = createDevice();
    const one = await open({ afterMinutes: 1 }, device);
    one.clock.advance(minute);
    closing.splice(0).forEach((end) => end.abort());
    const again = await open({ afterMinutes: 1 }, device);
    expect(again.isLocked()).toBe(true);
    expect(again.module.style.display).toBe('none');
    const later = document.createElement('div');
    again.module.after(later);
    again.cover();
    await act(async () => undefined);
    expect(later.style.display).toBe('none');
  });
});

test('without the option the host locks it all the same, in a window that has not asked for it, too', async () => {
  const device = createDevice();
  const one = await open(undefined, device);
  const other = await open(undefined, device);
  one.clock.advance(60 * minute);
  expect(one.isLocked()).toBe(false);
  await one.bus.request('lock.set', { locked: true });
  await act(async () => void (await import('./lock-desktop')));
  expect([one.isLocked(), other.isLocked()]).toEqual([true, true]);
});

test('nothing of a customer is in the state of a locked desktop, but what the agent has typed', () => {
  const masked = withoutCustomers(state, false);
  const { drafts, ...rest } = masked;
  expect(JSON.stringify(rest)).not.toMatch(/Jo Demo|7700|blocked|invoice/);
  expect(drafts['interaction-1']).toEqual({ interactionId: 'interaction-1', text: 'One mom', at: testStart });
  expect(masked.conversations['interaction-1']?.messages).toHaveLength(1);
  expect(masked.invitations['invitation-1']).toMatchObject({ state: 'offered', expiresAt: anInvitation().expiresAt });
});
