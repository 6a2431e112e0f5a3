import type { Page } from '@playwright/test';
import { expect, test } from './support/world';
import type { World } from './support/world';

test.describe('a module that does not load', () => {
  // Without the mock's service worker in between, so that requests can be stopped.
  test.use({ kind: 'two profiles' });

  test('leaves a card in its place while the rest works, and comes with Reload', async ({ world }) => {
    const page = await world.visit('/');
    await page.route('**/modules/sms-window/**', (route) => route.fulfill({ status: 503, body: 'down' }));
    // Anew, so that nothing of the module has been fetched ahead.
    await page.goto(new URL('/?agent=ana', page.url()).href);

    const card = page.getByRole('main').getByRole('region', { name: 'SMS window stopped working' });
    await expect(card).toContainText('The rest of your desktop still works.');
    await expect(page.getByRole('region', { name: 'Incoming interactions' })).toBeVisible();
    await page.getByRole('button', { name: /^My Messages/ }).click();
    await expect(page.getByRole('region', { name: 'My Messages' })).toBeVisible();

    await page.unroute('**/modules/sms-window/**');
    await card.getByRole('button', { name: 'Reload SMS window' }).click();
    await expect(page.getByRole('textbox', { name: 'Message to Sam Carter' })).toBeVisible();
    await expect(card).toHaveCount(0);
    // One Reload brings the module in all its places.
    const list = page.getByRole('navigation', { name: 'Interactions' });
    await expect(list.getByRole('button', { name: /Sam Carter/ })).toBeVisible();
  });

  test('is asked for and waited for when it comes late', async ({ world }) => {
    const { page, release } = await withLateTeamCommunicator(world);
    await page.getByRole('button', { name: 'Transfer', exact: true }).click();
    release();
    await expect(page.getByRole('searchbox', { name: 'Find a target' })).toBeFocused();
  });

  test('that comes late leaves the focus to an agent who has gone on writing', async ({ world }) => {
    const { page, release } = await withLateTeamCommunicator(world);
    const composer = page.getByRole('textbox', { name: 'Message to Sam Carter' });
    await page.getByRole('button', { name: 'Transfer', exact: true }).click();
    await composer.click();
    await page.keyboard.type('One mo');
    release();
    const search = page.getByRole('searchbox', { name: 'Find a target' });
    await expect(search).toBeVisible();
    await page.keyboard.type('ment');
    await expect(composer).toHaveValue('One moment');
    await expect(search).toHaveValue('');
    await page.getByRole('button', { name: 'Find a colleague' }).click();
    await expect(search).toBeFocused();
  });
});

/** A desktop whose Team Communicator arrives when it is released. */
async function withLateTeamCommunicator(world: World): Promise<{ page: Page; release(): void }> {
  const page = await world.visit('/');
  let release = () => undefined as void;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/modules/team-communicator/**', async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(new URL('/?agent=ana', page.url()).href);
  return { page, release };
}
