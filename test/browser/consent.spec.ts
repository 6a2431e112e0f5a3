import { readAndClick } from './support/pointer';
import { expect, test, worlds } from './support/world';
import type { World } from './support/world';

const customerWrites = (world: World, text: string) =>
  world.control('customer-writes', { interactionId: 'sms-1001', text });
const reason = /Sam Carter has opted out by sending STOP at \d/;

for (const kind of worlds) {
  test.describe(kind, () => {
    test.use({ kind });

    test('STOP while an agent writes keeps the text, and holds for the colleague who takes over, until START', async ({
      world,
    }) => {
      const ana = await world.open('ana');
      const bianca = await world.open('bianca');
      await ana.composer.click();
      await ana.page.keyboard.type('Your refund is on');
      await customerWrites(world, 'Stop.');
      await expect(ana.window().getByText(reason)).toBeVisible();
      await expect(ana.composer).toHaveCount(0);
      await ana.page.keyboard.type(' its way');
      await expect(ana.window().getByText('Your refund is on its way')).toBeVisible();
      await expect(ana.transcript.getByText(/^Sam Carter opted out ·/)).toBeVisible();

      await ana.transferTo('Bianca Okafor');
      await expect(bianca.preview.getByText('Has opted out')).toBeVisible();
      await bianca.answer('Accept');
      await expect(bianca.window().getByText(reason)).toBeVisible();
      await expect(bianca.composer).toHaveCount(0);

      await bianca.transcript.click();
      await customerWrites(world, 'START');
      await expect(bianca.composer).toBeVisible();
      await expect(bianca.composer).not.toBeFocused();
      await bianca.say('Thank you, I go on.');
      await expect(bianca.transcript.getByText('Delivered').last()).toBeVisible();
    });
  });
}

test('STOP that comes while a text is under way: the text is refused, kept, and can be sent after START', async ({
  world,
}) => {
  const ana = await world.open('ana');
  await world.control('set-network', { stream: 'muted' });
  await customerWrites(world, 'STOP');
  await ana.composer.click();
  await ana.page.keyboard.type('One moment');
  await ana.page.getByRole('button', { name: 'Send', exact: true }).click();
  const unsent = ana.transcript.getByRole('listitem').filter({ hasText: 'One moment' });
  await expect(unsent.getByText('Sam Carter has opted out of messages.')).toBeVisible();

  await world.control('set-network', { stream: 'live' });
  await expect(ana.window().getByText(reason)).toBeVisible();
  await expect(unsent.getByText('One moment')).toBeVisible();
  const again = unsent.getByRole('button', { name: 'Try again' });
  await expect(again).toHaveCount(0);

  await customerWrites(world, 'START');
  await readAndClick(again);
  await expect(unsent.getByText('Delivered')).toBeVisible();
  await expect(ana.transcript.getByText('One moment')).toHaveCount(1);
});
