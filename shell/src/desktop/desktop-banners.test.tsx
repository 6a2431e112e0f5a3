import { act, render } from '@testing-library/react';
import { createTestHost } from '@baton/host-kit/testing';
import type { Overrides } from '@baton/host-kit';
import { TextsProvider } from '@baton/ui';
import { createAnnouncer } from '@baton/ui/announcer';
import { createShellTexts } from '../language';
import { DesktopBanners } from './desktop-banners';

const overrides: Overrides = { list: () => ({}), set: () => undefined, reset: () => undefined };

test('says that the connection is back, however short it was lost', () => {
  const context = createTestHost({ act: (change) => act(change) });
  const announcer = createAnnouncer({ document, clock: context.clock });
  context.adapters.announcer = announcer;
  render(
    <TextsProvider texts={createShellTexts({ locale: 'en-GB', dir: 'ltr' })}>
      <DesktopBanners baton={{ context, overrides }} channelState={{ busy: false, run: () => undefined }} />
    </TextsProvider>,
  );
  context.setState({ connection: { state: 'connectionLost', since: 0 } });
  context.setState({ connection: { state: 'live' } });
  context.clock.advance(250);
  expect(document.querySelector('[data-baton-announcer="alert"]')).toHaveTextContent(/^Connection lost\./);
  expect(document.querySelector('[data-baton-announcer="status"]')).toHaveTextContent('Connected again');
  announcer.release();
});
