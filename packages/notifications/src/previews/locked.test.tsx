import { act } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { anInvitation, axeViolations, byId, createTestHost, renderInHost, testStart } from '@baton/module-kit/testing';
import type { Invitation } from '@baton/contracts';
import type { TestHostOptions } from '@baton/module-kit/testing';
import * as notifications from '../index';

const second = anInvitation({ id: 'invitation-2', interactionId: 'interaction-3', offeredAt: testStart + 1 });
const reason = 'Not possible while the desktop is locked';

async function open(locked = { byHost: false }, options: TestHostOptions = {}) {
  const host = createTestHost({
    declining: { undo: false },
    ...options,
    state: { invitations: byId(anInvitation(), second), locked },
  });
  const asked = jest.fn();
  host.bus.respond('lock.set', asked);
  const screen = await renderInHost(notifications, host, { view: 'previews' });
  host.clock.advance(500);
  return { host, screen, asked };
}

test('an invitation stays in sight with its time, and cannot be answered', async () => {
  const { host, screen } = await open();
  for (const name of ['Accept', 'Reject', 'Accept all 2', 'Give me more time']) {
    const button = screen.getByRole('button', { name });
    expect(button).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(button);
  }
  expect(screen.getByRole('button', { name: 'Accept' })).toHaveAccessibleDescription(reason);
  await userEvent.keyboard('{Alt>}{Shift>}A{/Shift}{/Alt}');
  expect(host.commands.calls).toEqual([]);
  host.clock.advance(20_000);
  expect(screen.getAllByRole('timer')[0]).toHaveTextContent('10 s left to answer');
  expect(await axeViolations(screen.element)).toEqual([]);
});

test('nothing is accepted for an agent who is away', async () => {
  const claim = () => Promise.resolve();
  const { host } = await open({ byHost: false }, { autoAnswer: { preview: false, seconds: 5, claim } });
  await act(async () => void (await import('./auto-answer')));
  await act(async () => host.clock.advance(20_000));
  expect(host.commands.calls).toEqual([]);
});

test('a press unlocks it; where only the host does there is no button', async () => {
  const { screen, asked } = await open();
  await userEvent.click(screen.getByRole('button', { name: 'Unlock' }));
  expect(asked).toHaveBeenCalledWith({ locked: false }, expect.anything());
  await screen.unmount();
  const other = await open({ byHost: true });
  expect(other.screen.queryByRole('button', { name: 'Unlock' })).toBeNull();
  expect(other.screen.getByText(/The page around unlocks it/)).toBeVisible();
});

test('what had ended, and what the operating system shows, no longer names the customer', async () => {
  jest.spyOn(document, 'hasFocus').mockReturnValue(false);
  const host = createTestHost({ preferences: { desktopNotifications: true } });
  host.adapters.permission = 'granted';
  const screen = await renderInHost(notifications, host, { view: 'previews' });
  host.setState({ invitations: byId(anInvitation(), second) });
  const { expiresAt: _expiresAt, extensionsLeft: _extensionsLeft, state: _state, ...about } = anInvitation();
  const ended: Invitation = { ...about, state: 'ended', outcome: 'withdrawn', endedAt: testStart };
  host.setState({ invitations: byId<Invitation>(ended, second) });
  expect(host.adapters.shown.size).toBe(1);
  const nameless = { ...second, contact: { id: 'contact-1' }, lastMessage: undefined };
  host.setState({ invitations: byId(nameless), locked: { byHost: false } });
  expect(host.adapters.shown.size).toBe(0);
  expect(screen.getByRole('region')).not.toHaveTextContent(/Jo Demo/);
});
