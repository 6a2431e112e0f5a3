import { Desktop } from './support/desktop';
import { expect, test } from './support/line-world';
import type { LineWorld } from './support/line-world';

const customerWrites = (world: LineWorld, text: string) =>
  world.control('customer-writes', { interactionId: 'sms-1001', text });

const lost = (desktop: Desktop) => desktop.page.getByRole('group', { name: 'Warning: Connection lost' });
const connectNow = (desktop: Desktop) => desktop.page.getByRole('button', { name: 'Connect now' });

test('ten windows of an agent work, over one event stream; the one that has it may close', async ({ world }) => {
  const windows: Desktop[] = [];
  for (let count = 0; count < 10; count += 1) windows.push(await world.open('ana'));
  await expect.poll(() => world.streams()).toBe(1);

  await customerWrites(world, 'Is anybody there?');
  for (const { transcript } of windows) await expect(transcript).toContainText('Is anybody there?');

  const [first, ...others] = windows;
  await first?.page.close();
  await expect.poll(() => world.streams()).toBe(1);
  await customerWrites(world, 'Hello?');
  for (const { transcript } of others) await expect(transcript.getByText('Hello?', { exact: true })).toHaveCount(1);

  const last = others.at(-1);
  await last?.say('Yes, I am here.');
  for (const { transcript } of others) await expect(transcript).toContainText('Yes, I am here.');
});

test('two agents in one profile have a stream each, and hand over to each other', async ({ world }) => {
  const ana = await world.open('ana');
  const bianca = await world.open('bianca');
  const further = await world.open('bianca');
  await expect.poll(() => world.streams()).toBe(2);
  await ana.transferTo('Bianca Okafor');
  await expect(further.preview).toBeVisible();
  await bianca.page.bringToFront();
  await bianca.answer('Accept');
  await expect(ana.window()).toBeHidden();
  await expect(bianca.composer).toBeVisible();
  await expect(further.preview).toHaveCount(0);
});

test('two desktops on one page have a stream each', async ({ world }) => {
  const page = await world.visit('/two-desktops?left=ana&right=bianca');
  for (const side of [0, 1])
    await expect(
      page
        .frameLocator('iframe')
        .nth(side)
        .getByRole('button', { name: /: Ready/ }),
    ).toBeVisible();
  await expect.poll(() => world.streams()).toBe(2);
});

test('event streams that are held back on their way: the desktop says so, and an invitation comes all the same', async ({
  world,
}) => {
  world.setLine('mute');
  const bianca = await world.open('bianca');
  await expect(bianca.page.getByRole('group', { name: 'Warning: Updates arrive late' })).toBeVisible({
    timeout: 15_000,
  });
  const ana = await world.open('ana');
  await ana.transferTo('Bianca Okafor');
  await expect(bianca.preview).toBeVisible();
  await bianca.page.bringToFront();
  await bianca.answer('Accept');
  await expect(bianca.composer).toBeVisible();
  await expect(ana.window()).toBeHidden();

  world.setLine('works');
  await expect(bianca.page.getByRole('group', { name: 'Warning: Updates arrive late' })).toBeHidden({
    timeout: 20_000,
  });
});

for (const [way, back] of [
  ['the browser says that the network is back', ({ world }: { world: LineWorld }) => world.setOffline(false)],
  ['the agent presses Connect now', ({ ana }: { ana: Desktop }) => connectNow(ana).click()],
] as const) {
  test(`after an outage of 100 s the desktop is live as soon as ${way}: nothing waits for a timer`, async ({
    world,
  }) => {
    const page = await world.visit('/?agent=ana', (opened) => opened.clock.install());
    const ana = new Desktop(page, 'ana');
    await ana.ready();
    const isOffline = way.startsWith('the browser');
    world.setLine('dead');
    if (isOffline) await world.setOffline(true);
    await page.clock.runFor(100_000);
    await expect(lost(ana)).toBeVisible();
    // A button that has just come is not pressed: a second passes, and from then on no timer fires. What has been asked
    // for by now has reached the dead line.
    await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1_000);
    await customerWrites(world, 'Still there?');
    await expect(lost(ana)).toBeVisible();

    world.setLine('works');
    await back({ world, ana });
    await expect(lost(ana)).toBeHidden();
    await expect(ana.transcript.getByText('Still there?', { exact: true })).toHaveCount(1);
  });
}
