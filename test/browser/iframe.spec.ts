import { expect, test } from './support/iframe-world';

test('Ana, in a desktop of somebody else, hands a conversation over to Bianca in ours', async ({ world }) => {
  const { page, frame } = await world.openDesk();
  const bianca = await world.openShell('bianca');
  const composer = frame.getByRole('textbox', { name: 'Message to Sam Carter' });
  await composer.fill('One moment, my colleague knows more.');
  await composer.press('Enter');
  await expect(frame.getByRole('log')).toContainText('my colleague knows more');

  await frame.getByRole('button', { name: 'Transfer', exact: true }).click();
  await frame.getByRole('searchbox', { name: 'Find a target' }).fill('Bianca');
  await expect(frame.getByText('Best matches')).toBeVisible();
  await frame.getByRole('button', { name: 'Actions for Bianca Okafor' }).click();
  await frame.getByRole('menuitem', { name: /^SMS transfer/i }).click();
  await expect(frame.getByRole('group', { name: 'Waiting for Bianca Okafor to accept' })).toBeVisible();
  await expect(composer).toBeFocused();

  await bianca.answer('Accept');
  await expect(bianca.transcript).toContainText('my colleague knows more');
  await expect(composer).toBeHidden();
  // The window had the focus; the desktop around it was told, and has a place for it.
  await expect(page.getByRole('textbox', { name: 'Notes' })).toBeFocused();
});
