import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createTestHost } from '@baton/host-kit/testing';
import type { Overrides } from '@baton/host-kit';
import { TextsProvider } from '@baton/ui';
import { createAnnouncer } from '@baton/ui/announcer';
import { createShellTexts } from '../language';
import { DesktopBanners } from './desktop-banners';

const overrides: Overrides = { list: () => ({}), set: () => undefined, reset: () => undefined };

function setUp() {
  const context = createTestHost({ act: (change) => act(change) });
  const announcer = createAnnouncer({ document, clock: context.clock });
  context.adapters.announcer = announcer;
  const connectNow = jest.fn();
  render(
    <TextsProvider texts={createShellTexts({ locale: 'en-GB', dir: 'ltr' })}>
      <DesktopBanners
        baton={{ context, overrides, connectNow }}
        channelState={{ busy: false, run: () => undefined, statusButton: { current: null } }}
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
