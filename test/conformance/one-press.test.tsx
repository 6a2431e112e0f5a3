import { act, render, screen as page, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DesktopState } from '@baton/contracts';
import type { Baton } from '@baton/host-kit';
import { TextsProvider } from '@baton/ui';
import {
  aReply,
  aTarget,
  aTransfer,
  anAgent,
  anInteraction,
  anInvitation,
  byId,
  createTestHost,
  renderInHost,
  testStart,
} from '@baton/module-kit/testing';
import type { TestHost } from '@baton/module-kit/testing';
import * as notifications from '../../packages/notifications/src/index';
import * as smsWindow from '../../packages/sms-window/src/index';
import '../../packages/sms-window/src/testing/browser-gaps';
import * as teamCommunicator from '../../packages/team-communicator/src/index';
import '../../packages/team-communicator/src/testing/stand-ins';
import { Reset } from '../../shell/src/mocked/panel/sections/reset';
import { DesktopBanners } from '../../shell/src/desktop/desktop-banners';
import { AgentMenu } from '../../shell/src/desktop/agent-menu/agent-menu';
import { SignOut } from '../../shell/src/desktop/agent-menu/sign-out';
import { useChannelState } from '../../shell/src/desktop/use-channel-state';
import { createShellTexts } from '../../shell/src/language';

// Repeated presses send one command: every control of the modules and the shell that sends one.

const interaction = anInteraction();
const never = new Promise<never>(() => undefined);

/** A control, and the command it sends. */
interface Row {
  control: string;
  asks: string;
  state?: Partial<DesktopState>;
  /** Puts up what the control is in, and goes there. */
  reach(host: TestHost): Promise<HTMLElement>;
  /** How often it was asked for; the test host's commands are counted without it. */
  asked?(): number;
  slow?(host: TestHost): void;
}

const conversation = (changes: Partial<DesktopState> = {}): Partial<DesktopState> => ({
  interactions: byId(interaction),
  conversations: { [interaction.id]: { messages: [aReply({ index: 0 })], earlier: false } },
  ...changes,
});

async function inSmsWindow(host: TestHost) {
  host.bus.emit('interaction.active', { interactionId: interaction.id, focus: false });
  return renderInHost(smsWindow, host);
}

const inSms = (name: string) => async (host: TestHost) => (await inSmsWindow(host)).getByRole('button', { name });

const onCard = (name: string) => async (host: TestHost) => {
  const screen = await renderInHost(notifications, host, { view: 'previews' });
  // A new card ignores the pointer at first.
  host.clock.advance(1000);
  return screen.getByRole('button', { name });
};

async function inTeam(host: TestHost) {
  const screen = await renderInHost(teamCommunicator, host);
  await act(async () => void host.bus.request('team.open', {}).catch(() => undefined));
  return screen;
}

const inMenu = (name: RegExp) => async (host: TestHost) => {
  host.bus.emit('interaction.active', { interactionId: interaction.id, focus: false });
  const screen = await inTeam(host);
  await userEvent.click(await screen.findByRole('button', { name: 'Actions for Bianca Okafor' }));
  return screen.getByRole('menuitem', { name });
};

const inShell = (node: React.ReactNode) =>
  render(<TextsProvider texts={createShellTexts({ locale: 'en-GB', dir: 'ltr' })}>{node}</TextsProvider>);

const signedOut = jest.fn();
const restarted = jest.fn();
const pages = jest.fn();

const notReady = anAgent({ channels: [{ channel: 'sms', state: 'notReady', since: testStart }] });
const failed = aReply({ index: 0, delivery: { state: 'failed', reason: 'server' } });
const { expiresAt: _, extensions: _extensions, ...transfer } = aTransfer();

const rows: readonly Row[] = [
  {
    control: 'Send',
    asks: 'sendMessage',
    state: conversation(),
    async reach(host) {
      const screen = await inSmsWindow(host);
      await userEvent.type(screen.getByRole('textbox'), 'Hello');
      return screen.getByRole('button', { name: 'Send' });
    },
  },
  {
    control: 'Try again of a text that was not delivered',
    asks: 'redeliverMessage',
    state: conversation({ conversations: { [interaction.id]: { messages: [failed], earlier: false } } }),
    reach: inSms('Try again'),
  },
  {
    control: 'Load earlier messages',
    asks: 'messages',
    state: conversation({ conversations: { [interaction.id]: { messages: [aReply({ index: 9 })], earlier: true } } }),
    reach: inSms('Load earlier messages'),
    asked: () => pages.mock.calls.length,
    slow: (host) => void (host.reads = { ...host.reads, messages: (...ask) => (pages(...ask), never) }),
  },
  {
    control: 'Cancel transfer',
    asks: 'cancelTransfer',
    state: conversation({ shownTransfers: { [interaction.id]: aTransfer() } }),
    reach: inSms('Cancel transfer'),
  },
  {
    control: 'Try again of a transfer',
    asks: 'startTransfer',
    state: conversation({
      shownTransfers: { [interaction.id]: { ...transfer, state: 'expired', version: 2, endedAt: testStart } },
    }),
    reach: inSms('Try again'),
  },
  {
    control: 'End conversation',
    asks: 'completeInteraction',
    state: conversation(),
    async reach(host) {
      const screen = await inSmsWindow(host);
      await userEvent.click(screen.getByRole('button', { name: 'End' }));
      return screen.getByRole('button', { name: 'End conversation' });
    },
  },
  {
    control: 'Close of a conversation that has ended',
    asks: 'completeInteraction',
    state: conversation({ interactions: byId(anInteraction({ state: 'ended', capabilities: ['complete'] })) }),
    reach: inSms('Close'),
  },
  { control: 'Accept', asks: 'acceptInvitation', reach: onCard('Accept') },
  { control: 'Reject', asks: 'declineInvitation', reach: onCard('Reject') },
  { control: 'Give me more time', asks: 'extendInvitation', reach: onCard('Give me more time') },
  {
    control: 'Go ready of a missed invitation',
    asks: 'setChannelState',
    state: { agent: notReady, invitations: byId(anInvitation()) },
    async reach(host) {
      const screen = await renderInHost(notifications, host, { view: 'previews' });
      const { expiresAt: _at, extensionsLeft: _left, ...invitation } = anInvitation();
      host.setState({ invitations: byId({ ...invitation, state: 'ended', outcome: 'expired', endedAt: testStart }) });
      host.clock.advance(1000);
      return screen.getByRole('button', { name: 'Go ready for SMS' });
    },
  },
  {
    control: 'the star of a target',
    asks: 'saveFavourite',
    reach: async (host) => (await inTeam(host)).findByRole('button', { name: /favourite.*Bianca|Bianca.*favourite/i }),
  },
  { control: 'Add to favourites', asks: 'saveFavourite', reach: inMenu(/favourites/) },
  { control: 'SMS transfer', asks: 'addRecent', state: conversation(), reach: inMenu(/^SMS transfer/) },
  {
    control: 'Go ready of the banner',
    asks: 'setChannelState',
    state: { agent: notReady },
    async reach(context) {
      const overrides = { list: () => ({}), set: () => undefined, reset: () => undefined };
      const baton = { context, overrides, connectNow: () => undefined };
      const Banners = () => <DesktopBanners baton={baton} channelState={useChannelState(context)} />;
      return inShell(<Banners />).getByRole('button');
    },
  },
  {
    control: "Go ready of the agent's menu",
    asks: 'setChannelState',
    state: { agent: notReady },
    async reach(context) {
      const baton = { context, signOut: () => never, register: () => async () => undefined };
      const Status = () => <AgentMenu baton={baton} channelState={useChannelState(context)} onHelp={() => undefined} />;
      inShell(<Status />);
      await userEvent.click(page.getByRole('button'));
      return page.getByRole('button', { name: 'Go ready for SMS' });
    },
  },
  {
    control: 'Sign out',
    asks: 'signOut',
    state: conversation(),
    async reach(context) {
      // What the control needs of it.
      const baton: Pick<Baton, 'context' | 'signOut'> = { context, signOut: () => (signedOut(), never) };
      inShell(<SignOut baton={baton} />);
      await userEvent.click(page.getByRole('button', { name: 'Sign out' }));
      return within(page.getByRole('dialog')).getByRole('button', { name: 'Sign out' });
    },
    asked: () => signedOut.mock.calls.length,
  },
  {
    control: 'Reset',
    asks: 'reset',
    async reach() {
      inShell(<Reset reset={() => (restarted(), never)} />);
      await userEvent.click(page.getByRole('button', { name: 'Reset' }));
      return within(page.getByRole('dialog')).getByRole('button', { name: 'Reset' });
    },
    asked: () => restarted.mock.calls.length,
  },
];

const hands: Record<string, (control: HTMLElement) => Promise<void> | void> = {
  'a double click': (control) => userEvent.dblClick(control),
  'two clicks': async (control) => {
    await userEvent.click(control);
    if (control.isConnected) await userEvent.click(control);
  },
  'two presses before anything is drawn': (control) =>
    act(() => {
      control.click();
      control.click();
    }),
  'a held key': async (control) => {
    act(() => control.focus());
    await userEvent.keyboard('{Enter>5/}');
  },
};

const commands = [
  'sendMessage',
  'redeliverMessage',
  'cancelTransfer',
  'startTransfer',
  'completeInteraction',
  'acceptInvitation',
  'declineInvitation',
  'extendInvitation',
  'setChannelState',
  'saveFavourite',
  'removeFavourite',
  'addRecent',
] as const;

afterEach(() => jest.clearAllMocks());

describe.each(rows)('$control', ({ asks, state, reach, asked, slow }) => {
  test.each(Object.entries(hands))('%s asks once', async (_hand, press) => {
    const host = createTestHost({
      declining: { undo: false },
      state: { invitations: byId(anInvitation()), ...state },
      targets: [aTarget({ id: 'bianca', name: 'Bianca Okafor' })],
    });
    slow?.(host);
    for (const command of commands) host.commands.answer(command, never);
    const control = await reach(host);
    await press(control);
    if (asked) expect(asked()).toBe(1);
    else expect(host.commands.calls.map(({ command }) => command)).toEqual([asks]);
  });
});
