import { expect, test } from './support/world';

test('a conversation goes back to whoever handed it over with one click, once they accept', async ({ world }) => {
  const ana = await world.open('ana');
  const bianca = await world.open('bianca');
  await ana.transferTo('Bianca Okafor');
  await bianca.answer('Accept');
  await expect(bianca.window()).toBeVisible();
  await expect(ana.window()).toBeHidden();

  await bianca.page.getByRole('button', { name: 'Return to Ana Ruiz' }).click();
  await expect(bianca.banner('Waiting for Ana Ruiz to accept')).toContainText('You still own this conversation.');
  await expect(bianca.composer).toBeFocused();
  await expect(ana.preview).toContainText('SMS returned by Bianca Okafor');
  await ana.answer('Reject');
  await expect(bianca.banner('Ana Ruiz declined')).toBeVisible();
  await expect(bianca.window()).toBeVisible();

  await bianca.page.getByRole('button', { name: 'Return to Ana Ruiz' }).click();
  await ana.answer('Accept');
  await expect(ana.window()).toBeVisible();
  await expect(ana.composer).toBeFocused();
  await expect(bianca.window()).toBeHidden();
});
