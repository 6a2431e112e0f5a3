import { fireEvent, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axeViolations, createTestHost, renderInHost } from '@baton/module-kit/testing';
import type { TestHostOptions } from '@baton/module-kit/testing';
import type { Preferences } from '@baton/contracts';
import * as notifications from '../index';

async function open(
  options: TestHostOptions = {},
  permission: 'default' | 'granted' | 'denied' | 'unsupported' = 'default',
) {
  const host = createTestHost(options);
  host.adapters.permission = permission;
  const screen = await renderInHost(notifications, host, { view: 'messages' });
  await userEvent.click(screen.getByRole('button', { name: /^My Messages,/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Settings' }));
  return { host, screen };
}

test('are the second page of My Messages, with a way back', async () => {
  const { screen } = await open();
  expect(screen.getByRole('region', { name: 'Settings' })).toBeInTheDocument();
  expect(screen.focused()).toBe(screen.getByRole('heading', { name: 'Settings' }));
  await userEvent.click(screen.getByRole('button', { name: 'Back' }));
  expect(screen.focused()).toBe(screen.getByRole('heading', { name: 'My Messages' }));
});

test.each<[string, string, Partial<Preferences>]>([
  ['Screen reader announcements', 'Quiet', { announcements: 'quiet' }],
  ['Send a message with', 'Ctrl+Enter', { sendWith: 'ctrlEnter' }],
  ['Time to answer', '× 5', { timeToAnswer: 5 }],
  ['Time to answer', 'No limit', { timeToAnswer: 0 }],
  ['Theme', 'High contrast, dark', { theme: 'contrast-dark' }],
  ['Density', 'Compact', { density: 'compact' }],
])('%s: %s holds at once', async (group, choice, changes) => {
  const { host, screen } = await open();
  expect(screen.getByRole('radiogroup', { name: group })).toBeInTheDocument();
  await userEvent.click(screen.getByRole('radio', { name: choice }));
  expect(host.preferences.get()).toMatchObject(changes);
  expect(screen.getByRole('radio', { name: choice })).toBeChecked();
});

test('offer nothing that the host keeps to itself', async () => {
  const { screen } = await open({ features: { theme: false, timeToAnswer: false, shortcuts: false } });
  expect(screen.queryByRole('radiogroup', { name: 'Theme' })).toBeNull();
  expect(screen.queryByRole('radiogroup', { name: 'Time to answer' })).toBeNull();
  expect(screen.queryByRole('checkbox', { name: 'Keyboard shortcuts' })).toBeNull();
  expect(screen.getByRole('radiogroup', { name: 'Density' })).toBeInTheDocument();
});

describe('time to answer', () => {
  test('offers what the host lets agents choose', async () => {
    const { screen } = await open({ timing: { extendable: true, choices: [1, 2] } });
    const group = screen.getByRole('radiogroup', { name: 'Time to answer' });
    expect(
      within(group)
        .getAllByRole('radio')
        .map((radio) => radio.getAttribute('aria-label') ?? radio.closest('label')?.textContent),
    ).toEqual(['Standard', '× 2']);
  });

  test('is not there when there is nothing to choose', async () => {
    const { screen } = await open({ timing: { extendable: true, choices: [1] } });
    expect(screen.queryByRole('radiogroup', { name: 'Time to answer' })).toBeNull();
  });
});

describe('SN sounds', () => {
  test('can be switched off, made louder and tried', async () => {
    const { host, screen } = await open();
    const volume = screen.getByRole('slider', { name: 'Volume' });
    expect(volume).toHaveAttribute('aria-valuetext', '60 %');
    fireEvent.change(volume, { target: { value: '80' } });
    await userEvent.click(screen.getByRole('button', { name: 'Test the sound: An invitation comes' }));
    expect(host.adapters.sounds).toMatchObject([{ sound: 'invite', volume: 0.8 }]);
    await userEvent.click(screen.getByRole('checkbox', { name: 'Sounds' }));
    expect(host.preferences.get()).toMatchObject({ sounds: false, volume: 0.8 });
  });

  test('are switched off and on one by one, and each is heard before', async () => {
    const { host, screen } = await open();
    expect(screen.getByRole('group', { name: 'When sounds are played' })).toBeInTheDocument();
    const message = screen.getByRole('checkbox', { name: 'A customer writes' });
    expect(message).toBeChecked();
    await userEvent.click(message);
    await userEvent.click(screen.getByRole('checkbox', { name: 'Something has failed' }));
    expect(host.preferences.get().mutedSounds).toEqual(['message', 'problem']);
    await userEvent.click(message);
    expect(message).toBeChecked();
    expect(host.preferences.get().mutedSounds).toEqual(['problem']);
    await userEvent.click(screen.getByRole('button', { name: 'Test the sound: Something has failed' }));
    expect(host.adapters.sounds).toMatchObject([{ sound: 'problem' }]);
    await userEvent.click(screen.getByRole('checkbox', { name: 'Sounds' }));
    expect(screen.queryByRole('group', { name: 'When sounds are played' })).toBeNull();
  });

  test('say why they are not heard yet', async () => {
    const { host, screen } = await open();
    host.adapters.soundUnlocked = false;
    host.clock.advance(1000);
    expect(screen.getByRole('checkbox', { name: 'Sounds' })).toHaveAccessibleDescription(
      'Sound starts after your first click on this page',
    );
  });
});

describe('desktop notifications', () => {
  test('ask the browser when they are switched on, not before', async () => {
    const { host, screen } = await open();
    const asked = jest.spyOn(host.adapters.desktopNotification, 'requestPermission');
    const box = screen.getByRole('checkbox', { name: 'Desktop notifications' });
    expect(box).toHaveAccessibleDescription('The browser asks for your permission when you switch this on.');
    expect(asked).not.toHaveBeenCalled();
    await userEvent.click(box);
    expect(asked).toHaveBeenCalledTimes(1);
    expect(host.preferences.get().desktopNotifications).toBe(true);
    expect(box).toHaveAccessibleDescription('Shown while you look at something else.');
    await userEvent.click(box);
    expect(host.preferences.get().desktopNotifications).toBe(false);
  });

  test.each([
    ['denied', /^Blocked in the browser/],
    ['unsupported', /^Not available/],
  ] as const)('stay off when the browser says %s', async (permission, help) => {
    const { host, screen } = await open({}, permission);
    const box = screen.getByRole('checkbox', { name: 'Desktop notifications' });
    await userEvent.click(box);
    expect(box).not.toBeChecked();
    expect(box).toHaveAccessibleDescription(help);
    expect(host.preferences.get().desktopNotifications).toBe(false);
  });
});

describe('keyboard shortcuts', () => {
  test('KB-05 the bindings in force are listed', async () => {
    const { screen } = await open({ shortcuts: { 'team.open': 'Alt+Shift+K', 'sms.compose': null } });
    expect(keysOf(screen.getByText('Find a target'))).toBe('Alt+Shift+K');
    expect(keysOf(screen.getByText('Write a message'))).toBe('Not set');
    expect(keysOf(screen.getByText('Open My Messages'))).toBe('Alt+Shift+N');
  });

  test.each([
    ['apple', '⌘/Control+Enter', 'Control+Shift+N'],
    ['other', 'Ctrl+Enter', 'Alt+Shift+N'],
  ] as const)('are those of this keyboard: %s', async (platform, sending, opening) => {
    const { screen } = await open({ platform });
    expect(screen.getByRole('radio', { name: sending })).toBeInTheDocument();
    const button = screen.getByRole('button', { name: /^My Messages,/ });
    expect(button).toHaveAttribute('aria-keyshortcuts', opening);
    expect(screen.getAllByText(opening)).toHaveLength(1);
    await userEvent.hover(button);
    expect(screen.getAllByText(opening)).toHaveLength(2);
  });

  test('KB-02 one switch turns all off', async () => {
    const { host, screen } = await open();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Keyboard shortcuts' }));
    expect(host.preferences.get().shortcuts).toBe(false);
    expect(screen.queryByText('Find a target')).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: /^My Messages,/ })).not.toHaveAttribute('aria-keyshortcuts');
  });
});

test('axe finds nothing', async () => {
  const { screen } = await open();
  expect(await axeViolations(screen.element)).toEqual([]);
});

const keysOf = (name: HTMLElement) => name.nextElementSibling?.textContent;
