import userEvent from '@testing-library/user-event';
import {
  aNotice,
  anAgent,
  anInteraction,
  anInvitation,
  byId,
  capabilities,
  createTestHost,
  renderInHost,
  testStart,
} from '@baton/module-kit/testing';
import type { BackendCapabilities, DesktopState, Invitation, NoticeContent } from '@baton/contracts';
import * as notifications from './index';

type Able = Partial<BackendCapabilities>;

/** The view with invitations or notices, of a backend that can do everything but this. */
async function open(view: 'previews' | 'messages', able: Able, state: Partial<DesktopState> = {}) {
  const host = createTestHost({ state: { ...state, capabilities: capabilities(able) } });
  return { host, screen: await renderInHost(notifications, host, { view }) };
}

const second = anInvitation({ id: 'invitation-2', interactionId: 'interaction-3', offeredAt: testStart + 1 });
const invited = { invitations: byId(anInvitation(), second) };

test('capability extendInvitation off: no more time is offered', async () => {
  const askForTime = async (able: Able) => {
    const { screen } = await open('previews', able, invited);
    return screen.queryByRole('button', { name: 'Give me more time' });
  };
  expect(await askForTime({ extendInvitation: false })).toBeNull();
  expect(await askForTime({})).toBeVisible();
});

describe('capability inviteExpiry off', () => {
  async function see(inviteExpiry: BackendCapabilities['inviteExpiry']) {
    const { host, screen } = await open('previews', { inviteExpiry }, invited);
    const at = () => screen.queryAllByRole('timer').map(({ textContent }) => textContent);
    return { host, screen, at };
  }
  const rings = ({ adapters }: Awaited<ReturnType<typeof see>>['host']) => adapters.sounds.map(({ sound }) => sound);
  const speaks = ({ adapters }: Awaited<ReturnType<typeof see>>['host']) => adapters.announcements.map(({ id }) => id);

  test('estimated: the time is called a guess, in the card and in the rows, and is no alarm', async () => {
    const { host, screen, at } = await see('estimated');
    expect(at()).toEqual(['≈ 0:30 About 30 seconds left to answer', '≈ 0:30 About 30 s']);
    expect(host.adapters.announcements[0]?.text).toMatch(
      /^SMS transfer from Bianca Okafor\. Jo Demo\. About 30 seconds left to answer\. Press/,
    );
    host.clock.advance(25_000);
    expect(at()).toEqual(['≈ 0:05 About 5 seconds left to answer', '≈ 0:05 About 5 s']);
    expect(screen.container.querySelector('.preview-time-urgent, .b-countdown-urgent')).toBeNull();
    expect(rings(host)).toEqual(['invite']);
    expect(speaks(host)).not.toContain('soon.invitation-1');
    host.clock.advance(5000);
    expect(at()).toEqual(['≈ 0:00 Time may be up', '≈ 0:00 Time may be up']);
  });

  test('estimated: time that is added is called a guess, too', async () => {
    const { host } = await see('estimated');
    host.setState({ invitations: byId(anInvitation({ expiresAt: testStart + 60_000 }), second) });
    expect(host.adapters.announcements.at(-1)?.text).toBe('About 60 seconds left to answer');
  });

  test('unknown: there is no countdown, and none is spoken', async () => {
    const { host, at } = await see('unknown');
    expect(at()).toEqual([]);
    expect(host.adapters.announcements[0]?.text).toMatch(/^SMS transfer from Bianca Okafor\. Jo Demo\. Press/);
    host.clock.advance(25_000);
    expect(rings(host)).toEqual(['invite']);
  });

  test('serverKnown: seconds are seconds, and the last ones an alarm', async () => {
    const { host, screen, at } = await see('serverKnown');
    expect(at()).toEqual(['0:30 30 s left to answer', '0:30 30 s']);
    host.clock.advance(25_000);
    expect(at()).toEqual(['0:05 5 s left to answer', '0:05 5 s']);
    expect(screen.container.querySelectorAll('.preview-time-urgent, .b-countdown-urgent')).toHaveLength(3);
    expect(rings(host)).toContain('inviteReminder');
    expect(speaks(host)).toContain('soon.invitation-1');
  });

  test.each([
    ['serverKnown', 'Jo Demo · 30 s to answer'],
    ['estimated', 'Jo Demo'],
    ['unknown', 'Jo Demo'],
  ] as const)('%s: the notification of the system says %s', async (inviteExpiry, body) => {
    const host = createTestHost({
      preferences: { desktopNotifications: true },
      state: { capabilities: capabilities({ inviteExpiry }) },
    });
    host.adapters.permission = 'granted';
    jest.spyOn(document, 'hasFocus').mockReturnValue(false);
    await renderInHost(notifications, host, { view: 'previews' });
    host.setState({ invitations: byId(anInvitation()) });
    expect(Array.from(host.adapters.shown.values(), (shown) => shown.body)).toEqual([body]);
  });
});

test('capability readiness off: one press sets all channels, and the way back to ready says so', async () => {
  const goReady = async (readiness: BackendCapabilities['readiness']) => {
    const agent = anAgent({ channels: [{ channel: 'sms', state: 'notReady', since: testStart }] });
    const { host, screen } = await open('previews', { readiness }, { agent, invitations: byId(anInvitation()) });
    const { expiresAt: _expiresAt, extensionsLeft: _left, state: _state, ...about } = anInvitation();
    const missed: Invitation = { ...about, state: 'ended', outcome: 'expired', endedAt: testStart };
    host.setState({ invitations: byId(missed) });
    return screen.getByRole('button', { name: /^Go ready/ }).textContent;
  };
  expect(await goReady('agent')).toBe('Go ready on all channels');
  expect(await goReady('channel')).toBe('Go ready for SMS');
  expect(await goReady(undefined)).toBe('Go ready for SMS');
});

test('capability timeToAnswer off: there is no setting for it', async () => {
  const setting = async (able: Able) => {
    const { screen } = await open('messages', able);
    await userEvent.click(screen.getByRole('button', { name: /^My Messages,/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Settings' }));
    return screen.queryByRole('radiogroup', { name: 'Time to answer' });
  };
  expect(await setting({ timeToAnswer: false })).toBeNull();
  expect(await setting({})).toBeVisible();
});

describe('capability declineReturnsToSender off', () => {
  const target = { kind: 'queue', id: 'billing', name: 'Billing' } as const;
  const about = { severity: 'problem', interactionId: 'interaction-1', customer: 'Jo Demo', target } as const;
  const contents: readonly NoticeContent[] = [
    { kind: 'transfer.declined', ...about },
    { kind: 'transfer.expired', ...about },
    { kind: 'transfer.notAccepted', ...about },
    { kind: 'transfer.failed', ...about, reason: 'poolEmpty' },
  ];
  test.each(contents)('My Messages do not say of $kind that the conversation is still theirs', async (content) => {
    const entry = async (declineReturnsToSender: BackendCapabilities['declineReturnsToSender']) => {
      const state = { notices: byId(aNotice({}, content)), interactions: byId(anInteraction()) };
      const { screen } = await open('messages', { declineReturnsToSender }, state);
      await userEvent.click(screen.getByRole('button', { name: /^My Messages,/ }));
      return screen.getByRole('article');
    };
    expect(await entry('no')).not.toHaveTextContent('You still own');
    expect(await entry('unknown')).not.toHaveTextContent('You still own');
    expect(await entry('yes')).toHaveTextContent('You still own this conversation.');
  });
});
