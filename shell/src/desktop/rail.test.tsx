import { act, render, screen } from '@testing-library/react';
import { createTestHost, demoAgent } from '@baton/host-kit/testing';
import { TextsProvider } from '@baton/ui';
import { createShellTexts } from '../language';
import { Rail } from './rail';

test('says that there are no conversations only once that is known', () => {
  const context = createTestHost({ act: (change) => act(change), state: { agent: undefined } });
  const active = { get: () => null, subscribe: () => () => undefined, open: () => undefined };
  render(
    <TextsProvider texts={createShellTexts({ locale: 'en-GB', dir: 'ltr' })}>
      <Rail context={context} active={active} onOpened={() => undefined} />
    </TextsProvider>,
  );
  expect(screen.queryByText('No active conversations')).not.toBeInTheDocument();
  context.setState({ agent: { ...demoAgent, version: 1, presence: { state: 'ready', since: 0 }, channels: [] } });
  expect(screen.getByText('No active conversations')).toBeVisible();
});
