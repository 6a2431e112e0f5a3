import { act, fireEvent } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aDesktop,
  aRefusal,
  anInvitation,
  axeViolations,
  byId,
  createTestHost,
  renderInHost,
  testStart,
} from '@baton/module-kit/testing';
import type { InHost, TestHost, TestHostOptions } from '@baton/module-kit/testing';
import type { InvitationOutcome, OfferedInvitation } from '@baton/contracts';
import * as notifications from '../index';

const second = anInvitation({ id: 'invitation-2', interactionId: 'interaction-3', offeredAt: testStart + 1 });
const rejecting = 'Rejecting the transfer from Bianca Okafor: Jo Demo';

async function open(invitations: readonly OfferedInvitation[] = [anInvitation()], options: TestHostOptions = {}) {
  const host = createTestHost({ ...options, state: { invitations: byId(...invitations), ...options.state } });
  const screen = await renderInHost(notifications, host, { view: 'previews' });
  host.clock.advance(500);
  return { host, screen };
}

function end(host: TestHost, { id }: OfferedInvitation, outcome: InvitationOutcome) {
  host.setState(({ invitations }) => {
    const invitation = invitations[id];
    if (invitation?.state !== 'offered') return {};
    const { expiresAt: _, extensionsLeft: __, ...about } = invitation;
    return { invitations: { ...invitations, [id]: { ...about, state: 'ended', outcome, endedAt: host.clock.now() } } };
  });
}

const button = (screen: InHost, name: string) => screen.getByRole('button', { name });
const press = (screen: InHost, name: string) => userEvent.click(button(screen, name));
const keys = (key: string) => userEvent.keyboard(`{Alt>}{Shift>}${key}{/Shift}{/Alt}`);
/** Lets time pass, and the answers come. */
const pass = (host: TestHost, ms: number) => act(async () => host.clock.advance(ms));
const declined = (host: TestHost) => host.commands.inputsOf('declineInvitation');
const once = [{ invitationId: 'invitation-1' }];
const lost = { connection: { state: 'connectionLost', since: testStart } } as const;
const live = { connection: aDesktop().connection };

describe('K4-11 rejecting can be undone before it goes out', () => {
  test('for three seconds, with the pointer', async () => {
    const { host, screen } = await open();
    await press(screen, 'Reject');
    expect(screen.getByRole('group', { name: `Information: ${rejecting}` })).toBeVisible();
    expect(screen.queryByRole('article')).not.toBeInTheDocument();
    expect(host.adapters.announcements.at(-1)).toMatchObject({ text: `${rejecting}. Press Alt+Shift+Z to undo.` });
    expect(await axeViolations(screen.element)).toEqual([]);

    await pass(host, 2999);
    expect(declined(host)).toEqual([]);
    await pass(host, 1);
    expect(declined(host)).toEqual(once);
    expect(button(screen, 'Undo')).toHaveAttribute('aria-busy', 'true');
    end(host, anInvitation(), 'declined');
    expect(screen.getByText('You rejected the transfer from Bianca Okafor: Jo Demo')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
  });

  test('Undo brings the card back, and nothing goes out', async () => {
    const { host, screen } = await open();
    await press(screen, 'Reject');
    await pass(host, 1000);
    await press(screen, 'Undo');
    expect(screen.getByRole('article', { name: 'SMS transfer from Bianca Okafor' })).toBeVisible();
    expect(screen.focused()).toBe(screen.getByRole('article'));
    expect(host.adapters.announcements.map(({ text }) => text)).toContain('Not rejected');
    await pass(host, 20_000);
    await screen.unmount();
    expect(declined(host)).toEqual([]);
  });

  test('and the card that came back can be rejected again, and accepted', async () => {
    const { host, screen } = await open();
    await press(screen, 'Reject');
    await pass(host, 500);
    await keys('Z');
    await pass(host, 500);
    await press(screen, 'Reject');
    await pass(host, 500);
    await press(screen, 'Undo');
    await pass(host, 500);
    await press(screen, 'Accept');
    await pass(host, 10_000);
    expect(host.commands.calls.map(({ command }) => command)).toEqual(['acceptInvitation']);
  });

  test('by keyboard: Alt+Shift+R, then Alt+Shift+Z', async () => {
    const { host, screen } = await open();
    await keys('R');
    await keys('Z');
    await pass(host, 5000);
    expect(declined(host)).toEqual([]);
    expect(screen.getByRole('article')).toBeVisible();
  });

  test('the second of two clicks on Reject does not undo', async () => {
    const { host, screen } = await open();
    await press(screen, 'Reject');
    await pass(host, 200);
    await press(screen, 'Undo');
    await pass(host, 3000);
    expect(declined(host)).toEqual(once);
  });

  test('the next invitation gets the card meanwhile', async () => {
    const { host, screen } = await open([anInvitation(), second]);
    await press(screen, 'Reject');
    expect(screen.getByRole('article')).toBeVisible();
    await pass(host, 500);
    await press(screen, 'Reject');
    expect(screen.getAllByRole('button', { name: 'Undo' })).toHaveLength(2);
    await keys('Z');
    await pass(host, 3000);
    expect(declined(host)).toEqual(once);
  });
});

describe('K4-12 a rejection goes out at once', () => {
  test('with less than five seconds left, and not with five', async () => {
    const { host, screen } = await open([
      anInvitation({ expiresAt: testStart + 5499 }),
      { ...second, expiresAt: testStart + 5500 },
    ]);
    await press(screen, 'Reject');
    expect(declined(host)).toEqual(once);
    end(host, anInvitation(), 'declined');
    await keys('R');
    expect(declined(host)).toEqual(once);
  });

  test('where the host switches Undo off', async () => {
    const { host, screen } = await open([anInvitation()], { declining: { undo: false } });
    await press(screen, 'Reject');
    expect(declined(host)).toEqual(once);
  });

  test('where the time left is not known', async () => {
    const capabilities = aDesktop().capabilities;
    const { host, screen } = await open([anInvitation()], {
      state: { ...(capabilities && { capabilities: { ...capabilities, inviteExpiry: 'unknown' } }) },
    });
    await press(screen, 'Reject');
    expect(declined(host)).toEqual(once);
  });

  test.each<[when: string, cause: (host: TestHost, screen: InHost) => unknown]>([
    ['the page is left', () => act(async () => void fireEvent(window, new Event('pagehide')))],
    ['the agent is about to be signed out', (host) => act(async () => host.bus.emit('session.ending', {}))],
    ['the module is removed', (_, screen) => screen.unmount()],
  ])('when %s, once', async (_, cause) => {
    const { host, screen } = await open();
    await press(screen, 'Reject');
    await cause(host, screen);
    expect(declined(host)).toEqual(once);
    await pass(host, 10_000);
    expect(declined(host)).toEqual(once);
  });

  test('but never after Undo, whatever happens then', async () => {
    const { host, screen } = await open();
    await keys('R');
    await keys('Z');
    await act(async () => void fireEvent(window, new Event('pagehide')));
    await act(async () => host.bus.emit('session.ending', {}));
    await screen.unmount();
    expect(declined(host)).toEqual([]);
  });
});

describe('K4-13 a rejection that is held is not lost', () => {
  test('the connection is lost meanwhile: it waits, can be undone, and goes out once the connection is back', async () => {
    const { host, screen } = await open();
    await press(screen, 'Reject');
    host.setState(lost);
    expect(screen.getByText('It is sent when the connection is back.')).toBeVisible();
    await pass(host, 8000);
    expect(declined(host)).toEqual([]);
    expect(button(screen, 'Undo')).not.toHaveAttribute('aria-busy');
    await act(async () => host.setState(live));
    expect(declined(host)).toEqual(once);
  });

  test('undone while the connection is lost, it never goes out', async () => {
    const { host, screen } = await open();
    await press(screen, 'Reject');
    host.setState(lost);
    await pass(host, 8000);
    await press(screen, 'Undo');
    await act(async () => host.setState(live));
    expect(declined(host)).toEqual([]);
    expect(screen.getByRole('article')).toBeVisible();
  });

  test.each<[outcome: InvitationOutcome, text: string]>([
    ['withdrawn', 'Bianca Okafor withdrew the transfer: Jo Demo'],
    ['expired', 'You missed a transfer from Bianca Okafor: Jo Demo'],
    ['accepted', 'You accepted in another window: Jo Demo'],
  ])('the invitation ends meanwhile as %s: that is said, and nothing goes out', async (outcome, text) => {
    const { host, screen } = await open();
    await press(screen, 'Reject');
    end(host, anInvitation(), outcome);
    expect(screen.getByText(text)).toBeVisible();
    expect(screen.queryByText(rejecting)).not.toBeInTheDocument();
    await pass(host, 5000);
    expect(declined(host)).toEqual([]);
  });

  test('refused, the card comes back and says so', async () => {
    const { host, screen } = await open();
    host.commands.answer('declineInvitation', aRefusal());
    await press(screen, 'Reject');
    await pass(host, 3000);
    expect(await screen.findByRole('group', { name: /The transfer could not be rejected/ })).toBeVisible();
    expect(host.adapters.announcements.at(-1)).toMatchObject({ priority: 'assertive' });
    expect(screen.getByRole('article')).toBeVisible();
  });

  test('another window of the agent shows the card until it goes out', async () => {
    const { host, screen } = await open();
    const other = await renderInHost(notifications, host, { view: 'messages' });
    await press(screen, 'Reject');
    expect(host.desktop.getState().invitations['invitation-1']?.state).toBe('offered');
    await other.unmount();
  });
});

describe('K4-14 rejecting with a reason', () => {
  const declining = {
    undo: false,
    reasons: [
      { id: 'busy', label: 'Busy' },
      { id: 'training', label: 'In a training' },
    ],
    freeText: true,
  };

  test('is a menu beside Reject, and Reject itself stays one press', async () => {
    const { host, screen } = await open([anInvitation()], { declining });
    await press(screen, 'Reject with a reason');
    const menu = await screen.findByRole('menu', { name: 'Reject with a reason' });
    expect(menu).toHaveTextContent('BusyIn a trainingAnother reason');
    expect(await axeViolations(screen.element)).toEqual([]);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(declined(host)).toEqual([{ invitationId: 'invitation-1', reason: 'training' }]);
  });

  test('Esc closes it, answers nothing, and gives focus back', async () => {
    const { host, screen } = await open([anInvitation()], { declining });
    await press(screen, 'Reject with a reason');
    await screen.findByRole('menu');
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('menu')).not.toBeInTheDocument();
    expect(screen.focused()).toBe(button(screen, 'Reject with a reason'));
    expect(host.commands.calls).toEqual([]);
  });

  test('a reason of the agent’s own is what they wrote', async () => {
    const { host, screen } = await open([anInvitation()], { declining });
    await press(screen, 'Reject with a reason');
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Another reason' }));
    const field = screen.getByRole('textbox', { name: 'Your reason' });
    expect(screen.focused()).toBe(field);
    expect(field).toHaveAttribute('maxLength', '60');
    expect(await axeViolations(screen.element)).toEqual([]);
    await userEvent.keyboard('  {Enter}');
    expect(host.commands.calls).toEqual([]);
    await userEvent.keyboard('Ask Kavya, she knows them {Enter}');
    expect(declined(host)).toEqual([{ invitationId: 'invitation-1', reason: 'Ask Kavya, she knows them' }]);
  });

  test('can be undone as any rejection, and goes out with its reason', async () => {
    const { host, screen } = await open([anInvitation()], { declining: { ...declining, undo: true } });
    await press(screen, 'Reject with a reason');
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Busy' }));
    expect(screen.getByText(rejecting)).toBeVisible();
    await pass(host, 3000);
    expect(declined(host)).toEqual([{ invitationId: 'invitation-1', reason: 'busy' }]);
  });

  test('with free text alone, the button leads to the field', async () => {
    const { screen } = await open([anInvitation()], { declining: { freeText: true } });
    await press(screen, 'Reject with a reason');
    expect(await screen.findByRole('textbox', { name: 'Your reason' })).toBeVisible();
    await press(screen, 'Cancel');
    expect(screen.focused()).toBe(button(screen, 'Reject with a reason'));
  });

  test('is not offered where the host has no reasons', async () => {
    const { screen } = await open();
    expect(screen.queryByRole('button', { name: 'Reject with a reason' })).not.toBeInTheDocument();
  });

  test('capability declineReason off: no reason is asked for that would not reach the sender', async () => {
    const capabilities = aDesktop().capabilities;
    const { screen } = await open([anInvitation()], {
      declining,
      state: { ...(capabilities && { capabilities: { ...capabilities, declineReason: false } }) },
    });
    expect(button(screen, 'Reject')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Reject with a reason' })).not.toBeInTheDocument();
  });
});
