import userEvent from '@testing-library/user-event';
import {
  anAgent,
  anInvitation,
  axeViolations,
  byId,
  createTestHost,
  renderInHost,
  testStart,
} from '@baton/module-kit/testing';
import type { TestHostOptions } from '@baton/module-kit/testing';
import * as notifications from '../index';

const second = anInvitation({ id: 'invitation-2', interactionId: 'interaction-3', offeredAt: testStart + 1 });
const reasons = [{ id: 'busy', label: 'Busy' }];

async function open({ state, ...options }: TestHostOptions = {}) {
  const declining = { undo: false, reasons };
  const invitations = byId(anInvitation(), second);
  const host = createTestHost({ declining, ...options, state: { invitations, ...state } });
  const screen = await renderInHost(notifications, host, { view: 'previews' });
  // What is pressed sooner was meant for something else.
  host.clock.advance(500);
  return { host, screen, announced: host.adapters.announcements.map(({ text }) => text).join(' ') };
}

const press = (letter: string) => userEvent.keyboard(`{Alt>}{Shift>}${letter}{/Shift}{/Alt}`);

describe('what the role does not allow', () => {
  test.each([
    ['the host', { privileges: { reject: false } }],
    ['the backend', { state: { agent: anAgent({ privileges: { reject: false } }) } }],
  ])('withheld by %s, rejecting has no button, no reasons and no keys, and the card says why', async (_, options) => {
    const { host, screen, announced } = await open(options);
    expect(screen.queryByRole('button', { name: 'Reject' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Reject with a reason' })).toBeNull();
    expect(screen.getByText('Your role does not allow you to reject')).toBeVisible();
    expect(announced).toMatch(/Press \S+ to accept\./);
    await press('R');
    expect(host.commands.inputsOf('declineInvitation')).toEqual([]);
    expect(await axeViolations(screen.element)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Accept' }));
    expect(host.commands.inputsOf('acceptInvitation')).toEqual([{ invitationId: 'invitation-1' }]);
  });

  test('accepting has no button on card and rows, none for all, and no keys', async () => {
    const { host, screen, announced } = await open({ privileges: { accept: false } });
    expect(screen.queryByRole('button', { name: /Accept/ })).toBeNull();
    expect(screen.getByText('Your role does not allow you to accept')).toBeVisible();
    expect(announced).toMatch(/Press \S+ to reject\./);
    await press('A');
    expect(host.commands.inputsOf('acceptInvitation')).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Reject' }));
    expect(host.commands.inputsOf('declineInvitation')).toHaveLength(1);
  });

  test('without both the card only informs', async () => {
    const { screen, announced } = await open({ privileges: { accept: false, reject: false } });
    expect(screen.getByText('Your role does not allow you to accept or reject')).toBeVisible();
    expect(screen.queryByRole('button', { name: /Accept|Reject/ })).toBeNull();
    expect(announced).not.toContain('Press');
  });

  test('a role that allows all of it changes nothing', async () => {
    const { screen } = await open({ privileges: { accept: true, reject: true, transfer: false } });
    expect(screen.getByRole('button', { name: 'Accept' })).toBeEnabled();
    expect(screen.getByRole('button', { name: 'Reject' })).toBeEnabled();
    expect(screen.queryByText(/Your role/)).toBeNull();
  });
});
