import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { capabilities, createTestHost, demoAgent } from '@baton/host-kit/testing';
import type { Agent, BackendCapabilities, CommandTaken, HostContext, Result } from '@baton/contracts';
import type { Overrides } from '@baton/host-kit';
import { TextsProvider } from '@baton/ui';
import { createShellTexts } from '../language';
import { DesktopBanners } from './desktop-banners';
import { Readiness } from './readiness';
import { useChannelState } from './use-channel-state';

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

const overrides: Overrides = { list: () => ({}), set: () => undefined, reset: () => undefined };

/** Both places that set the status. */
function Controls({ context }: { context: HostContext }) {
  const channelState = useChannelState(context);
  return (
    <>
      <Readiness context={context} channelState={channelState} />
      <DesktopBanners baton={{ context, overrides, connectNow: () => undefined }} channelState={channelState} />
    </>
  );
}

const panel = () => screen.getByRole('group', { name: 'Your status for SMS' });
const chip = () => screen.getByRole('button', { name: /^[^:]+: / });
const choices = () =>
  within(panel())
    .getAllByRole('button')
    .map(({ textContent }) => textContent);

test('says that the status is not known while the connection is lost, and what it is afterwards', async () => {
  const context = show(readyForSms);
  expect(chip()).toHaveTextContent('Ready for SMS');
  context.setState({ connection: { state: 'connectionLost', since: 0 } });
  expect(chip()).toHaveTextContent('Status unknown');
  expect(chip()).not.toHaveAccessibleName(/Ready/);
  expect(chip().querySelector('.b-presence-unknown')).not.toBeNull();
  await userEvent.click(chip());
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
  await userEvent.click(chip());
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
  await userEvent.click(chip());
  expect(choices()).toHaveLength(2);
  await userEvent.click(screen.getByRole('button', { name: /Meeting/ }));
  expect(context.commands.inputsOf('setChannelState')).toMatchObject([{ state: 'notReady', reason: 'aux-7' }]);
});

test('capability notReadyReasons off: ready and not ready are all there is', async () => {
  show(inAfterCallWork, { notReadyReasons: [] });
  await userEvent.click(chip());
  expect(choices()).toEqual(['Go ready for SMS', 'Go not ready for SMS']);
});

test('capability readiness off: what sets all channels says so, in every place', async () => {
  show({ ...inAfterCallWork, channels: [{ channel: 'sms', state: 'notReady', since: 0 }] }, { readiness: 'agent' });
  expect(screen.getByRole('button', { name: 'Go ready on all channels' })).toBeVisible();
  await userEvent.click(chip());
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
  await userEvent.click(chip());
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
  expect(screen.getByRole('group')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('group')).toBeNull();
});
