import { expect, test } from './support/world';

test('a transfer that nobody has answered goes to someone else, whose acceptance counts', async ({ world }) => {
  const ana = await world.open('ana');
  const bianca = await world.open('bianca');
  const chen = await world.open('chen');
  await ana.transferTo('Bianca Okafor');
  await expect(bianca.preview).toContainText('SMS transfer from Ana Ruiz');

  await ana.offerTo('Chen Wei');
  await expect(ana.banner('Waiting for Chen Wei to accept')).toContainText('You still own this conversation.');
  await expect(ana.composer).toBeFocused();
  await expect(ana.transcript).toContainText('You invited Chen Wei instead of Bianca Okafor');
  await expect(bianca.incoming).toContainText('Ana Ruiz withdrew the transfer');
  await chen.answer('Accept');
  await expect(chen.window()).toBeVisible();
  await expect(ana.window()).toBeHidden();
  await expect(bianca.window()).toBeHidden();
});
