import { translate } from '@baton/module-kit/testing';
import { aHost, opened } from './testing/open-panel';

test('is searched and answered under a page translator', async () => {
  const host = aHost();
  const { screen, user, type, input, row, rowNames, picks } = await opened(host);
  const stop = translate(screen.container);
  for (const text of ['a', 'm', '{Backspace}', '{Backspace}', 'bi', 'x', '{Backspace}']) {
    await type(text);
    await screen.findByRole('grid').catch(() => screen.findByText(/No results|Nothing/));
  }
  expect(input()).toHaveValue('bi');
  await row(/^Bianca Okafor/);
  expect(rowNames()).toContain('Bianca Okafor');
  await user.click(screen.getByRole('radio', { name: /^Agents/ }));
  await user.click(await screen.findByRole('button', { name: 'Actions for Bianca Okafor' }));
  await user.click(screen.getByRole('menuitem', { name: 'Copy address' }));
  await user.click(screen.getByRole('button', { name: 'Actions for Bianca Okafor' }));
  await user.click(screen.getByRole('menuitem', { name: 'SMS transfer' }));
  expect(picks).toMatchObject([{ action: 'smsTransfer' }]);
  expect(screen.crashes).toEqual([]);
  stop();
});
