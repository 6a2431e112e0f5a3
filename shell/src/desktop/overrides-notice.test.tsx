import { render, screen } from '@testing-library/react';
import { TextsProvider } from '@baton/ui';
import type { Overrides } from '@baton/host-kit';
import { createShellTexts } from '../language';
import { OverridesNotice } from './overrides-notice';

test('names each module that does not come from where the page has it, and where it comes from', () => {
  const inForce = {
    'sms-window': 'http://localhost:4420/baton-module.json',
    'a-module-of-theirs': 'https://dev.example/a/baton-module.json',
  };
  const overrides: Overrides = { list: () => inForce, set: () => undefined, reset: () => undefined };
  render(
    <TextsProvider texts={createShellTexts({ locale: 'en-GB', dir: 'ltr' })}>
      <OverridesNotice overrides={overrides} />
    </TextsProvider>,
  );
  expect(screen.getByText('SMS window comes from http://localhost:4420')).toBeVisible();
  expect(screen.getByText('a-module-of-theirs comes from https://dev.example')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Reset overrides' })).toBeVisible();
});
