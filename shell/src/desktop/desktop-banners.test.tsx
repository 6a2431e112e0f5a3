import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createTestHost, demoAgent } from '@baton/host-kit/testing';
import type { Overrides } from '@baton/host-kit';
import { TextsProvider } from '@baton/ui';
import { createAnnouncer } from '@baton/ui/announcer';
import { createShellTexts } from '../language';
import { DesktopBanners } from './desktop-banners';

const overrides: Overrides = { list: () => ({}), set: () => undefined, reset: () => undefined };

const run = jest.fn();
const agent = { ...demoAgent, version: 1, presence: { state: 'notReady', since: 0 }, channels: [] } as const;

function setUp() {
  const context = createTestHost({ act: (change) => act(change) });
  const announcer = createAnnouncer({ document, clock: context.clock });
  context.adapters.announcer = announcer;
  const connectNow = jest.fn();
  render(
    <TextsProvider texts={createShellTexts({ locale: 'en-GB', dir: 'ltr' })}>
      <DesktopBanners
        baton={{ context, overrides, connectNow }}
        channelState={{ busy: false, run, statusButton: { current: null } }}
      />
    </TextsProvider>,
  );
  return { context, announcer, connectNow };
}

const announced = (priority: 'alert' | 'status') => document.querySelector(`[data-baton-announcer="${priority}"]`);

test('says that the connection is back, however short it was lost', () => {
  const { context, announcer } = setUp();
  context.setState({ connection: { state: 'connectionLost', since: 0 } });
  context.setState({ connection: { state: 'live' } });
  context.clock.advance(250);
  expect(announced('alert')).toHaveTextContent(/^Connection lost\./);
  expect(announced('status')).toHaveTextContent('Connected again');
  announcer.release();
});

test('whoever cannot wait connects now', async () => {
  const { context, announcer, connectNow } = setUp();
  context.setState({ connection: { state: 'connectionLost', since: 0 } });
  await userEvent.click(screen.getByRole('button', { name: 'Connect now' }));
  expect(connectNow).toHaveBeenCalledTimes(1);
  announcer.release();
});

test('K7-4 a Not Ready that the agent has not set is told as a warning, with the reason and one press back', async () => {
  const { context, announcer } = setUp();
  const notReady = { channel: 'sms', state: 'notReady', reason: 'missed invitation', since: 0 } as const;
  const told = () => screen.queryByText('The contact centre set you to Not Ready (missed invitation)');
  for (const own of [notReady, { ...notReady, setBy: 'agent' } as const]) {
    context.setState({ agent: { ...agent, channels: [own] } });
    expect(screen.getByText('You are not ready for SMS')).toBeVisible();
    expect(told()).not.toBeInTheDocument();
  }
  for (const setBy of ['backend', 'unknown:supervisor'] as const) {
    context.setState({ agent: { ...agent, channels: [{ ...notReady, setBy }] } });
    expect(told()).toBeVisible();
  }
  expect(screen.getByRole('group', { name: /^Warning: The contact centre set you/ })).toBeVisible();
  context.clock.advance(250);
  expect(announced('status')).toHaveTextContent(/^The contact centre set you to Not Ready \(missed invitation\)\./);
  await userEvent.click(screen.getByRole('button', { name: 'Go ready for SMS' }));
  expect(run).toHaveBeenCalledWith('ready');
  announcer.release();
});

test('K7-4 an agent who is not ready for another reason than the backend is told nothing of it', () => {
  const { context, announcer } = setUp();
  const set = { channel: 'sms', state: 'notReady', setBy: 'backend', since: 0 } as const;
  context.setState({ agent: { ...agent, channels: [{ ...set, state: 'ready' }] } });
  context.clock.advance(250);
  expect(announced('status')).toBeEmptyDOMElement();
  announcer.release();
});

test('says that updates arrive late, beside whatever else is to be said, as long as they do', () => {
  const { context, announcer } = setUp();
  context.setState({ connection: { state: 'live', delayed: true } });
  context.clock.advance(250);
  expect(screen.getByText('Updates arrive late')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Connect now' })).not.toBeInTheDocument();
  expect(announced('status')).toHaveTextContent(/^Updates arrive late\./);
  context.setState({ connection: { state: 'live' } });
  expect(screen.queryByText('Updates arrive late')).not.toBeInTheDocument();
  announcer.release();
});
