import { act } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aRefusal,
  anAgent,
  anInteraction,
  anInvitation,
  axeViolations,
  byId,
  createTestHost,
  renderInHost,
  testStart,
} from '@baton/module-kit/testing';
import type { TestHost, TestHostOptions } from '@baton/module-kit/testing';
import type { AutoAnswering } from '@baton/contracts';
import * as notifications from '../index';

const invitation = anInvitation();
const second = anInvitation({ id: 'invitation-2', interactionId: 'interaction-3', offeredAt: testStart + 1 });
const sms = anAgent().channels;
const notReady = anAgent({ channels: sms.map((channel) => ({ ...channel, state: 'notReady' as const })) });
const withRoomFor = (capacity: number) => anAgent({ channels: sms.map((channel) => ({ ...channel, capacity })) });

/** This window is the one that accepts, unless told otherwise. */
const shown = (changes: Partial<AutoAnswering> = {}): AutoAnswering => ({
  preview: true,
  seconds: 5,
  claim: () => Promise.resolve(),
  ...changes,
});

async function open({ state, autoAnswer = shown(), ...options }: TestHostOptions = {}) {
  jest.spyOn(document, 'hasFocus').mockReturnValue(true);
  const host = createTestHost({
    autoAnswer,
    declining: { undo: false },
    ...options,
    state: { invitations: byId(), ...state },
  });
  const opened = jest.fn();
  host.bus.respond('interaction.open', opened);
  const screen = await renderInHost(notifications, host, { view: 'previews' });
  // Its code comes on demand.
  await act(async () => void (await import('./auto-answer')));
  return { host, screen, opened };
}

const offer = (host: TestHost, ...invitations: (typeof invitation)[]) =>
  host.setState({ invitations: byId(...invitations) });
const pass = (host: TestHost, ms: number) => act(async () => host.clock.advance(ms));
const accepted = (host: TestHost) => host.commands.inputsOf('acceptInvitation');
const first = { invitationId: 'invitation-1' };
const heard = (host: TestHost) => host.adapters.announcements.map(({ text }) => text).join(' ');

/** What the backend says of an accept. */
function assign(
  host: TestHost,
  { expiresAt: _expiresAt, extensionsLeft: _extensionsLeft, state: _state, ...about } = invitation,
) {
  host.setState({
    invitations: byId({ ...about, state: 'ended', outcome: 'accepted', endedAt: host.clock.now() }),
    interactions: byId(anInteraction({ id: about.interactionId, contact: about.contact })),
  });
}

describe('with the preview', () => {
  test('says when it is accepted, counts down, and accepts by itself without taking focus', async () => {
    const { host, screen, opened } = await open();
    offer(host, invitation);
    expect(await screen.findByText('Accepted for you in 5 seconds')).toBeVisible();
    expect(heard(host)).toContain('Accepted for you in 5 seconds.');
    expect(await axeViolations(screen.element)).toEqual([]);
    await pass(host, 4000);
    expect(screen.getByText('Accepted for you in 1 second')).toBeVisible();
    expect(accepted(host)).toEqual([]);
    await pass(host, 1000);
    expect(accepted(host)).toEqual([first]);
    assign(host);
    expect(heard(host)).toContain('Accepted for you: Jo Demo');
    expect(opened).toHaveBeenCalledWith({ interactionId: 'interaction-2', focus: false }, expect.anything());
    expect(screen.focused()).toBeNull();
  });

  test('the agent may accept before, or reject', async () => {
    const { host, screen } = await open();
    offer(host, invitation, second);
    await pass(host, 500);
    await userEvent.click(screen.getByRole('button', { name: 'Accept' }));
    await pass(host, 10_000);
    expect(accepted(host)).toEqual([first, { invitationId: 'invitation-2' }]);

    const other = await open();
    offer(other.host, invitation);
    await pass(other.host, 500);
    await userEvent.click(other.screen.getByRole('button', { name: 'Reject' }));
    await pass(other.host, 10_000);
    expect(accepted(other.host)).toEqual([]);
  });

  test('accepts for agents whose role does not allow them to', async () => {
    const { host, screen } = await open({ privileges: { accept: false, reject: false } });
    offer(host, invitation);
    expect(await screen.findByText('Accepted for you in 5 seconds')).toBeVisible();
    await pass(host, 5000);
    expect(accepted(host)).toEqual([first]);
  });

  test('waits while the agent chooses a reason for rejecting', async () => {
    const { host, screen } = await open({ declining: { undo: false, reasons: [{ id: 'busy', label: 'Busy' }] } });
    offer(host, invitation);
    await pass(host, 500);
    await userEvent.click(screen.getByRole('button', { name: 'Reject with a reason' }));
    await screen.findByRole('menuitem', { name: 'Busy' });
    await pass(host, 9000);
    expect(accepted(host)).toEqual([]);
  });

  test('who asks for more time answers themselves', async () => {
    const { host, screen } = await open();
    offer(host, invitation);
    offer(host, { ...invitation, expiresAt: (invitation.expiresAt ?? 0) + 20_000, extensionsLeft: 9 });
    expect(await screen.findByText('Not accepted for you. Answer it yourself.')).toBeVisible();
    await pass(host, 9000);
    expect(accepted(host)).toEqual([]);
  });
});

describe('without the preview', () => {
  const atOnce = { autoAnswer: shown({ preview: false }) };

  test('no card comes; the conversation is accepted, announced with a sound, and opens without focus', async () => {
    const { host, screen, opened } = await open(atOnce);
    offer(host, invitation);
    expect(screen.queryByRole('article')).toBeNull();
    await pass(host, 1);
    expect(accepted(host)).toEqual([first]);
    assign(host);
    expect(heard(host)).toContain('Accepted for you: Jo Demo');
    expect(heard(host)).not.toContain('Press');
    expect(host.adapters.sounds.map(({ sound }) => sound)).toEqual(['invite']);
    expect(opened).toHaveBeenCalledTimes(1);
  });

  test('who writes goes on writing to the same customer', async () => {
    const { host, opened } = await open(atOnce);
    const field = document.body.appendChild(document.createElement('textarea'));
    field.focus();
    offer(host, invitation);
    await pass(host, 1);
    assign(host);
    expect(heard(host)).toContain('Accepted for you: Jo Demo');
    expect(opened).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(field);
    field.remove();
  });

  test('one that could not be accepted says so, and waits as a card; it is not tried again', async () => {
    const { host, screen } = await open(atOnce);
    host.commands.answer('acceptInvitation', aRefusal({ code: 'gone' }));
    offer(host, invitation);
    await pass(host, 1);
    expect(screen.getByRole('article')).toHaveTextContent('The transfer could not be accepted');
    expect(heard(host)).toContain('The transfer could not be accepted');
    await pass(host, 9000);
    expect(accepted(host)).toEqual([first]);
  });

  test('as many as the agent has room for', async () => {
    const { host, screen } = await open({ ...atOnce, state: { agent: withRoomFor(1) } });
    offer(host, invitation, second);
    await pass(host, 1);
    expect(accepted(host)).toEqual([first]);
    expect(screen.getByRole('article')).toBeVisible();
  });
});

test.each([
  ['not ready', { agent: notReady }, 'Not accepted for you, because you are not ready'],
  [
    'with as many conversations as they can take',
    { agent: withRoomFor(0) },
    'Not accepted for you, because you have as many conversations as you can take',
  ],
])('nothing is accepted for an agent who is %s, and the card says why', async (_, state, why) => {
  const { host, screen } = await open({ state });
  offer(host, invitation);
  expect(await screen.findByText(why)).toBeVisible();
  await pass(host, 9000);
  expect(accepted(host)).toEqual([]);
});

test('of two windows one accepts: the other waits for its turn until the invitation has ended', async () => {
  const ended: AbortSignal[] = [];
  const claim = (_: string, signal: AbortSignal) => new Promise<void>(() => ended.push(signal));
  const { host } = await open({ autoAnswer: shown({ claim }) });
  offer(host, invitation);
  await pass(host, 9000);
  expect(ended).toHaveLength(1);
  expect(accepted(host)).toEqual([]);
  assign(host);
  expect(ended[0]?.aborted).toBe(true);
  expect(heard(host)).not.toContain('Accepted for you: Jo Demo');
});

test('a window that the agent does not look at leaves it to the one that they do for a second', async () => {
  const { host } = await open();
  jest.spyOn(document, 'hasFocus').mockReturnValue(false);
  offer(host, invitation);
  await pass(host, 5500);
  expect(accepted(host)).toEqual([]);
  await pass(host, 500);
  expect(accepted(host)).toEqual([first]);
});

test('without the option nothing is accepted, and no card speaks of it', async () => {
  const host = createTestHost({ state: { invitations: byId(invitation) } });
  const screen = await renderInHost(notifications, host, { view: 'previews' });
  await pass(host, 20_000);
  expect(accepted(host)).toEqual([]);
  expect(screen.queryByText(/ccepted for you/)).toBeNull();
});
