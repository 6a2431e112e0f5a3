import type { Page } from '@playwright/test';
import { expect, test } from './support/world';
import { Desktop } from './support/desktop';

test('a link opens a moment, which stays until time goes on', async ({ world }) => {
  const page = await world.visit('/?at=inviting-8-seconds-left');
  const ana = new Desktop(page, 'ana');
  await ana.ready();
  expect(page.url()).toContain('agent=ana');
  const banner = ana.banner('Waiting for Bianca Okafor to accept');
  await expect(banner).toContainText('8 s');
  await ana.say('One moment please');
  await expect(banner).toContainText('8 s');
  await world.control('set-rate', { rate: 20 });
  await expect(ana.banner('Bianca Okafor did not answer in time')).toBeVisible();
});

test('while time stands still, the interface answers', async ({ world }) => {
  const page = await world.visit('/?at=declined');
  const ana = new Desktop(page, 'ana');
  await ana.ready();
  await expect(ana.banner('Bianca Okafor declined the transfer')).toBeVisible();
  const menu = await ana.openActionMenu('Bianca Okafor');
  await menu.getByRole('menuitem', { name: /^SMS transfer/i }).click();
  await expect(ana.banner('Waiting for Bianca Okafor to accept')).toContainText('30 s');
});

test('both desktops show the same moment, and time passes for both when it is let go', async ({ world }) => {
  const page = await world.visit('/two-desktops?at=invited-8-seconds-left');
  const [left, right] = [page.frameLocator('iframe >> nth=0'), page.frameLocator('iframe >> nth=1')];
  await expect(left.getByRole('group', { name: 'Waiting for Bianca Okafor to accept' })).toContainText('8 s');
  const card = right.getByRole('region', { name: 'Incoming interactions' }).getByRole('article');
  await expect(card).toContainText('8 s');
  await world.control('advance', { ms: 8000 });
  await expect(left.getByRole('group', { name: 'Bianca Okafor did not answer in time' })).toBeVisible();
  await expect(card).toBeHidden();
});

test.describe('an address that fits nothing is told', () => {
  test.use({ kind: 'one profile' });
  for (const [address, problem] of [
    ['/?at=earthquake', 'There is no state "earthquake". Choose one of: accepted'],
    ['/?at=declined&agnt=ana', 'agnt: there is no such key. Choose from: scenario, at, agent'],
    ['/?at=declined&scenario=queue', 'at: "declined" has a scenario of its own. Leave out scenario=queue.'],
  ] as const)
    test(address, async ({ world }) => {
      const page = await world.visit(address);
      await expect(page.getByText(problem)).toBeVisible();
    });
});

test('the sign-in page links to every state', async ({ world }) => {
  const page = await world.visit('/');
  await page.getByRole('link', { name: 'The target has declined', exact: true }).click();
  await expect(page.getByRole('group', { name: 'Bianca Okafor declined the transfer' })).toBeVisible();
});

/** Whether the page has opened its state, with all that its agent does in it. */
const opened = (page: Page) =>
  expect(page.locator('html')).toHaveAttribute('data-situation', 'open', { timeout: 20_000 });

test.describe('what an agent does in the page is part of a link', () => {
  for (const [address, name] of [
    ['/?at=action-menu', 'Actions for Bianca Okafor'],
    ['/?at=action-menu&locale=ar&theme=dark', /Bianca Okafor/],
  ] as const)
    test(`${address}: the menu is open in any language, and its keys work`, async ({ world }) => {
      const page = await world.visit(address);
      await opened(page);
      await expect(page.getByRole('menu', { name })).toBeVisible();
      await page.keyboard.press('ArrowDown');
      await expect(page.getByRole('menuitem').nth(1)).toBeFocused();
    });

  test('also where Team Communicator takes the place of the conversation', async ({ world }) => {
    const page = await world.visit('/?at=search-results&width=320');
    const frame = page.frameLocator('iframe');
    await expect(frame.locator('html')).toHaveAttribute('data-situation', 'open', { timeout: 20_000 });
    await expect(frame.getByRole('searchbox', { name: 'Find a target' })).toHaveValue('b');
    await expect(frame.getByRole('main').getByText('Best matches')).toBeVisible();
  });

  test('on the desktop of its agent alone, and what is played meanwhile comes to both', async ({ world }) => {
    const page = await world.visit('/two-desktops?at=card-behind-dialog&left=ana&right=chen');
    const [ana, chen] = [page.frameLocator('iframe >> nth=0'), page.frameLocator('iframe >> nth=1')];
    await expect(ana.locator('html')).toHaveAttribute('data-situation', 'open', { timeout: 20_000 });
    await expect(ana.getByRole('dialog', { name: 'End this conversation?' })).toBeVisible();
    await expect(ana.locator('[part~="card"]')).toContainText('SMS transfer from Chen Wei');
    await expect(chen.getByRole('group', { name: 'Waiting for Ana Ruiz to accept' })).toContainText('30 s');
    await expect(chen.getByRole('dialog')).toHaveCount(0);
  });
});

test.describe('what the network does is part of a link', () => {
  for (const [id, shown] of [
    ['connection-lost-while-inviting', 'You still own this conversation. Checking'],
    ['connection-lost-team-open', 'Status information is delayed'],
    ['connected-again', 'Connected again'],
    ['connecting', 'Connecting…'],
    ['delayed', 'Updates arrive late'],
    ['signed-out-elsewhere', 'You signed out in another window'],
    ['directory-failed-again', /^Reference/],
    ['text-not-sent', 'Check your connection, then try again.'],
  ] as const)
    test(id, async ({ world }) => {
      const page = await world.visit(`/?at=${id}`);
      await opened(page);
      await expect(page.getByText(shown).first()).toBeVisible();
    });
});
