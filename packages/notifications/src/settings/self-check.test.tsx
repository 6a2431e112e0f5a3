import { act, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aDesktop, aRefusal, axeViolations, createTestHost, renderInHost, testStart } from '@baton/module-kit/testing';
import type { TestHostOptions } from '@baton/module-kit/testing';
import * as notifications from '../index';
import { checkLines } from './check-lines';
import type { Facts } from './check-lines';

async function open(
  options: TestHostOptions = {},
  before: (host: ReturnType<typeof createTestHost>) => void = () => undefined,
) {
  const host = createTestHost({ heardAt: () => testStart - 3000, ...options });
  before(host);
  const screen = await renderInHost(notifications, host, { view: 'self-check' });
  await screen.findByRole('button', { name: 'Copy report' });
  const line = (name: string) => within(screen.getByRole('group', { name: new RegExp(`${name}$`) }));
  return { host, screen, line };
}

test('says of each thing how it is, in words', async () => {
  const { screen, line } = await open();
  expect(await line('Connection').findByText(/^Open\. Last heard 3 s ago\. An answer takes 0 ms\.$/)).toBeVisible();
  expect(line('Sounds').getByText(/^Invitations ring, at 60 % of the volume/)).toBeVisible();
  expect(line('Clock').getByText(/differs from the contact centre’s by 0 s/)).toBeVisible();
  expect(line('What you type').getByText(/^Kept on this device/)).toBeVisible();
  expect(line('Several windows').getByText(/^Each window has an event stream of its own/)).toBeVisible();
  expect(screen.getAllByRole('listitem')).toHaveLength(7);
  expect(await axeViolations(screen.element)).toEqual([]);
});

test('a sound that is held back is tried, and unlocked, by its button', async () => {
  const { host, line } = await open({}, ({ adapters }) => {
    adapters.soundUnlocked = false;
  });
  expect(line('Sounds').getByText(/holds sound back/)).toBeVisible();
  host.adapters.soundUnlocked = true;
  await userEvent.click(line('Sounds').getByRole('button', { name: 'Test sound' }));
  expect(host.adapters.sounds).toMatchObject([{ sound: 'invite', volume: 0.6 }]);
  act(() => host.clock.advance(1000));
  expect(line('Sounds').getByText(/^Invitations ring/)).toBeVisible();
});

test('desktop notifications: permission is asked for by keyboard; one that is blocked says how it is taken back', async () => {
  const { host, line } = await open();
  line('Desktop notifications').getByRole('button', { name: 'Allow' }).focus();
  await userEvent.keyboard('{Enter}');
  expect(await line('Desktop notifications').findByText('Shown while you look at something else.')).toBeVisible();
  expect(host.preferences.get().desktopNotifications).toBe(true);
  const blocked = await open({}, ({ adapters }) => {
    adapters.permission = 'denied';
  });
  expect(blocked.line('Desktop notifications').getByText(/^Blocked in the browser\. Press the icon/)).toBeVisible();
});

test('a request that is not answered, and a window that the browser slows down', async () => {
  const { host, line } = await open({}, ({ reads }) => {
    reads.searchTargets = () => Promise.resolve(aRefusal({ code: 'backend_unavailable' }));
  });
  expect(await line('Connection').findByText(/A request was not answered\.$/)).toBeVisible();
  const { now } = host.clock;
  host.clock.now = () => now() + 40_000;
  act(() => host.clock.advance(1000));
  expect(line('While you look elsewhere').getByText(/was up to 40 s late/)).toBeVisible();
});

test('the report has the same words, and nothing of customers or agents', async () => {
  const written: string[] = [];
  const user = userEvent.setup();
  jest.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => void written.push(text));
  const { host, screen } = await open({ state: aDesktop() });
  await user.click(screen.getByRole('button', { name: 'Copy report' }));
  expect(written[0]).toContain('[done] Connection (connection): Open. Last heard 3 s ago.');
  expect(written[0]).not.toContain(host.agent.name);
});

test('it is opened from the settings', async () => {
  const screen = await renderInHost(notifications, createTestHost(), { view: 'settings' });
  await userEvent.click(await screen.findByRole('button', { name: 'Check this device' }));
  expect(await screen.findByRole('button', { name: 'Copy report' })).toBeVisible();
});

describe('checkLines', () => {
  const fine: Facts = {
    sound: 'on',
    percent: 60,
    permission: 'granted',
    wantsNotifications: true,
    connection: { state: 'live' },
    silentMs: 1000,
    roundTripMs: 20,
    clockOffset: 0,
    lateMs: 0,
    isStorageKept: true,
    hasLocks: true,
  };
  const severities = (changes: Partial<Facts> = {}) =>
    Object.fromEntries(
      checkLines({ ...fine, ...changes }, { t: (id) => id }).map(({ id, severity }) => [id, severity]),
    );

  test('nothing is wrong where all is fine', () => {
    expect(new Set(Object.values(severities()))).toEqual(new Set(['done']));
  });

  test.each([
    ['a stream that something holds back', { connection: { state: 'live', delayed: true } }, { connection: 'warning' }],
    ['no connection', { connection: { state: 'connectionLost', since: 0 } }, { connection: 'problem' }],
    ['no answer', { roundTripMs: 'lost' }, { connection: 'warning' }],
    ['sounds off', { sound: 'off' }, { sound: 'information' }],
    ['blocked notifications', { permission: 'denied' }, { desktop: 'warning' }],
    ['notifications off', { wantsNotifications: false }, { desktop: 'information' }],
    ['a clock that is behind', { clockOffset: 90_000 }, { clock: 'information' }],
    ['a slow window', { lateMs: 3000 }, { background: 'warning' }],
    ['no storage', { isStorageKept: false }, { storage: 'warning' }],
    ['no locks', { hasLocks: false }, { windows: 'information' }],
  ] as const)('%s', (_, changes, expected) => {
    expect(severities(changes)).toEqual({ ...severities(), ...expected });
  });
});
