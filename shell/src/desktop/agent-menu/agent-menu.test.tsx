import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { capabilities, createTestHost, demoAgent } from '@baton/host-kit/testing';
import type { Agent, BackendCapabilities, CommandTaken, HostContext, Result } from '@baton/contracts';
import type { Overrides } from '@baton/host-kit';
import { TextsProvider } from '@baton/ui';
import { createShellTexts } from '../../language';
import { DesktopBanners } from '../desktop-banners';
import { AgentMenu } from './agent-menu';
import { useChannelState } from '../use-channel-state';

const readyForSms: Agent = {
  ...demoAgent,
  version: 1,
  presence: { state: 'ready', since: 0 },
  channels: [{ channel: 'sms', state: 'ready', since: 0 }],
};
const inAfterCallWork: Agent = { ...readyForSms, presence: { state: 'afterCallWork', since: 0 } };

function show(agent: Agent, able: Partial<BackendCapabilities> = {}) {
  const notReadyReasons = [{ id: 'aux-7', label: 'Meeting' }];
  const context = createTestHost({
    act: (change) => act(change),
    state: {
      agent,
      connection: { state: 'live' },
      capabilities: capabilities({ notReadyReasons, ...able }),
    },
  });
  render(
    <TextsProvider texts={createShellTexts({ locale: 'en-GB', dir: 'ltr' })}>
      <Controls context={context} />
    </TextsProvider>,
  );
  return context;
}

const onHelp = jest.fn();
const register = jest.fn(() => async () => undefined);
const fakeBaton = (context: HostContext) => ({
  context,
  signOut: async () => ({ ok: true as const, value: { commandId: 'c' } }),
  register,
});
const overrides: Overrides = { list: () => ({}), set: () => undefined, reset: () => undefined };

/** Both places that set the status. */
function Controls({ context }: { context: HostContext }) {
  const channelState = useChannelState(context);
  return (
    <>
      <AgentMenu baton={fakeBaton(context)} channelState={channelState} onHelp={onHelp} />
      <DesktopBanners baton={{ context, overrides, connectNow: () => undefined }} channelState={channelState} />
    </>
  );
}

const panel = () => screen.getByRole('group', { name: 'Your status for SMS' });
const chip = () => screen.getByRole('button', { name: /^[^:]+: / });
const openMenu = () => userEvent.click(chip());
const choices = () =>
  within(panel())
    .getAllByRole('button')
    .map(({ textContent }) => textContent);

test('Escape closes it, but not when the key has already meant something inside', async () => {
  show(readyForSms);
  await openMenu();
  panel().addEventListener('keydown', (event) => event.preventDefault(), { once: true });
  fireEvent.keyDown(panel(), { key: 'Escape' });
  expect(panel()).toBeInTheDocument();
  fireEvent.keyDown(panel(), { key: 'Escape' });
  expect(screen.queryByRole('group', { name: 'Your status for SMS' })).toBeNull();
});

test('says that the status is not known while the connection is lost, and what it is afterwards', async () => {
  const context = show(readyForSms);
  expect(chip()).toHaveTextContent('Ready for SMS');
  context.setState({ connection: { state: 'connectionLost', since: 0 } });
  expect(chip()).toHaveTextContent('Status unknown');
  expect(chip()).not.toHaveAccessibleName(/Ready/);
  expect(chip().querySelector('.b-presence-unknown')).not.toBeNull();
  await openMenu();
  for (const choice of within(panel()).getAllByRole('button'))
    expect(choice).toHaveAccessibleDescription('Not possible while the connection is lost');
  context.setState({ agent: { ...readyForSms, channels: [{ channel: 'sms', state: 'notReady', since: 1 }] } });
  expect(chip()).toHaveTextContent('Status unknown');
  context.setState({ connection: { state: 'live' } });
  expect(chip()).toHaveTextContent('Not ready for SMS');
});

test.each(['replaced', 'lost'] as const)('does not know the status once the session is %s', (reason) => {
  show(readyForSms).setState({ connection: { state: 'sessionEnded', reason } });
  expect(chip()).toHaveTextContent('Status unknown');
});

test('says that after-call work goes on, and leads back to ready', async () => {
  const context = show(inAfterCallWork);
  expect(chip()).toHaveTextContent('After-call work');
  expect(chip().querySelector('.b-presence-afterCallWork')).not.toBeNull();
  await openMenu();
  expect(screen.getByText('You get no new conversations until it ends. Go ready to end it now.')).toBeVisible();
  expect(choices()).toEqual(['Go ready for SMS', 'Go not ready for SMS', expect.stringContaining('Meeting')]);
  const goReady = within(panel()).getByRole('button', { name: 'Go ready for SMS' });
  // It ends by itself: nothing else comes to lie under the pointer.
  context.setState({ agent: readyForSms });
  expect(choices()).toHaveLength(3);
  await userEvent.click(goReady);
  expect(context.commands.inputsOf('setChannelState')).toEqual([{ channel: 'sms', state: 'ready' }]);
  expect(chip()).toHaveTextContent('Ready for SMS');
});

test('offers the reasons of the contact centre, in its words', async () => {
  const context = show(readyForSms);
  await openMenu();
  expect(choices()).toHaveLength(2);
  await userEvent.click(screen.getByRole('button', { name: /Meeting/ }));
  expect(context.commands.inputsOf('setChannelState')).toMatchObject([{ state: 'notReady', reason: 'aux-7' }]);
});

test('capability notReadyReasons off: ready and not ready are all there is', async () => {
  show(inAfterCallWork, { notReadyReasons: [] });
  await openMenu();
  expect(choices()).toEqual(['Go ready for SMS', 'Go not ready for SMS']);
});

test('capability readiness off: what sets all channels says so, in every place', async () => {
  show({ ...inAfterCallWork, channels: [{ channel: 'sms', state: 'notReady', since: 0 }] }, { readiness: 'agent' });
  expect(screen.getByRole('button', { name: 'Go ready on all channels' })).toBeVisible();
  await openMenu();
  const all = within(screen.getByRole('group', { name: 'Your status on all channels' }));
  expect(all.getByRole('button', { name: 'Go ready on all channels' })).toBeVisible();
  expect(all.getByRole('button', { name: 'Go not ready on all channels' })).toBeVisible();
  expect(screen.queryByRole('button', { name: /Go .*for SMS/ })).toBeNull();
});

test('is busy in every place until the contact centre has answered, so that no other wish is lost', async () => {
  const context = show({ ...readyForSms, channels: [{ channel: 'sms', state: 'notReady', since: 0 }] });
  let answer: (result: Result<CommandTaken>) => void = () => undefined;
  const asked = jest.spyOn(context.commands, 'setChannelState');
  asked.mockImplementation(() => new Promise((resolve) => (answer = resolve)));
  await userEvent.click(screen.getByRole('button', { name: 'Go ready for SMS' }));
  expect(chip()).toHaveAttribute('aria-busy', 'true');
  await userEvent.click(chip());
  expect(screen.queryByRole('group', { name: 'Your status for SMS' })).toBeNull();
  await act(async () => answer({ ok: true, value: { commandId: 'command-1' } }));
  expect(chip()).not.toHaveAttribute('aria-busy');
  await openMenu();
  await userEvent.click(screen.getByRole('button', { name: /Meeting/ }));
  expect(screen.getByRole('button', { name: 'Go ready for SMS' })).toHaveAttribute('aria-busy', 'true');
  expect(asked.mock.calls).toEqual([
    [{ channel: 'sms', state: 'ready' }],
    [{ channel: 'sms', state: 'notReady', reason: 'aux-7' }],
  ]);
});

/** Safari gives no focus to a button that is pressed, but to what is around it and takes focus. */
async function pressAsSafari(button: HTMLElement) {
  const around = button.parentElement?.closest<HTMLElement>('[tabindex]');
  await userEvent.pointer({ target: button, keys: '[MouseLeft>]' });
  act(() => (around ? around.focus() : button.blur()));
  if (button.isConnected) fireEvent.click(button);
}

test('pressed as in Safari, a choice is taken and Esc closes the list', async () => {
  const context = show(readyForSms);
  act(() => chip().focus());
  await userEvent.keyboard('{Enter}');
  await pressAsSafari(screen.getByRole('button', { name: 'Go not ready for SMS' }));
  expect(context.commands.inputsOf('setChannelState')).toEqual([{ channel: 'sms', state: 'notReady' }]);
  await pressAsSafari(chip());
  expect(panel()).toBeVisible();
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('group', { name: 'Ana Ruiz' })).toBeNull();
});

const minute = 60_000;

test('K7-2 the button tells the status and since when; its name, which is read aloud, does not tick', async () => {
  const context = show(readyForSms);
  const since = context.clock.now() - 65 * minute;
  context.setState({ agent: { ...readyForSms, channels: [{ channel: 'sms', state: 'ready', since }] } });
  expect(chip()).toHaveTextContent(/Ready for SMS\s*1 h 5 min$/);
  expect(chip()).toHaveAccessibleName('Ana Ruiz: Ready for SMS');
  context.clock.advance(minute);
  expect(chip()).toHaveTextContent(/1 h 6 min$/);
  expect(chip().closest('[aria-live]')).toBeNull();
  expect(within(chip()).queryByRole('timer')).toBeNull();
  // By the contact centre's clock, which is two minutes ahead of the device's.
  context.setState({ clockOffset: 2 * minute });
  expect(chip()).toHaveTextContent(/1 h 8 min$/);
});

test('K7-2 a second draws the time anew, and nothing else', () => {
  const context = createTestHost({ act: (change) => act(change), state: { agent: readyForSms } });
  const since = context.clock.now();
  context.setState({ agent: { ...readyForSms, channels: [{ channel: 'sms', state: 'ready', since }] } });
  let drawn = 0;
  const channelState = {
    run: () => undefined,
    statusButton: { current: null },
    get busy() {
      drawn += 1;
      return false;
    },
  };
  render(
    <TextsProvider texts={createShellTexts({ locale: 'en-GB', dir: 'ltr' })}>
      <AgentMenu baton={fakeBaton(context)} channelState={channelState} onHelp={onHelp} />
    </TextsProvider>,
  );
  const before = drawn;
  context.clock.advance(1000);
  context.clock.advance(1000);
  expect(screen.getByText('2 s')).toBeVisible();
  expect(drawn).toBe(before);
});

test('K7-2 after-call work has its end and what is left of it, until the menu is closed', async () => {
  const context = show(inAfterCallWork);
  const now = context.clock.now();
  context.setState({
    agent: { ...readyForSms, presence: { state: 'afterCallWork', since: now, until: now + 90_000 } },
  });
  expect(chip()).toHaveTextContent(/After-call work\s*1 min left$/);
  await openMenu();
  const menu = screen.getByRole('group', { name: 'Ana Ruiz' });
  expect(within(menu).getByText(/^After-call work ends at \d\d:\d\d$/)).toBeVisible();
  context.clock.advance(50_000);
  expect(within(menu).getByText('40 s left')).toBeVisible();
  context.setState({ agent: readyForSms });
  expect(within(menu).getByText(/^After-call work ends at/)).toBeVisible();
});

test('K7-2 each channel that the contact centre tells of has its line; one that is not known here has its word', async () => {
  const context = show(readyForSms);
  const since = context.clock.now();
  context.setState({
    agent: {
      ...readyForSms,
      channels: [
        { channel: 'sms', state: 'ready', since: since - 5 * minute },
        { channel: 'unknown:voice', state: 'notReady', reason: 'lunch', since: since - 3 * minute },
      ],
    },
  });
  await openMenu();
  const lines = within(screen.getByRole('list', { name: 'Your status on each channel' })).getAllByRole('listitem');
  expect(lines.map((line) => line.textContent)).toEqual([
    expect.stringMatching(/^SMSsince \d\d:\d\dReady$/),
    expect.stringMatching(/^voicesince \d\d:\d\dNot Ready \(lunch\)$/),
  ]);
  context.setState({ connection: { state: 'connectionLost', since } });
  expect(lines.map((line) => line.textContent)).toEqual(['SMSStatus unknown', 'voiceStatus unknown']);
});

test('K7-2 Esc closes the menu and goes back to its button; what leads elsewhere closes it too', async () => {
  show(readyForSms);
  await openMenu();
  await userEvent.tab();
  expect(screen.getByRole('button', { name: 'Go not ready for SMS' })).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('group', { name: 'Ana Ruiz' })).toBeNull();
  expect(chip()).toHaveFocus();
  await openMenu();
  await userEvent.click(screen.getByRole('button', { name: 'Keyboard shortcuts' }));
  expect(onHelp).toHaveBeenCalledTimes(1);
  expect(screen.queryByRole('group', { name: 'Ana Ruiz' })).toBeNull();
  expect(chip()).toHaveFocus();
});

test('K7-2 the settings are the second page of the menu, and lead back to where they were opened', async () => {
  show(readyForSms);
  await openMenu();
  await userEvent.click(screen.getByRole('button', { name: 'Settings' }));
  expect(screen.getByRole('button', { name: 'Back' })).toHaveFocus();
  expect(register).toHaveBeenCalledWith(
    expect.anything(),
    expect.objectContaining({ module: 'notifications', view: 'settings' }),
  );
  await userEvent.keyboard('{Enter}');
  expect(screen.getByRole('button', { name: 'Settings' })).toHaveFocus();
});
