import type { Page } from '@playwright/test';
import { pressSignOut } from './support/agent-menu';
import { Desktop } from './support/desktop';
import { expect, test } from './support/world';

// Against a real backend, in windows of one browser profile.
test.use({ kind: 'two profiles' });

/** A second window of the agent, in the same browser profile. */
async function secondWindow(of: Desktop): Promise<Desktop> {
  const page = await of.page.context().newPage();
  await page.goto(of.page.url());
  const second = new Desktop(page, of.agent);
  await second.ready();
  return second;
}

/** From now on no text that the window sends gets anywhere. */
const hangTexts = (page: Page) =>
  page.route('**/v1/commands', (route) =>
    route.request().postData()?.includes('"sendMessage"') === true ? undefined : route.fallback(),
  );

test('a text that hangs in one window is in sight in both after that one is reloaded, and reaches the customer once', async ({
  world,
}) => {
  const first = await world.open('ana');
  const second = await secondWindow(first);
  await hangTexts(second.page);
  await second.composer.click();
  await second.page.keyboard.type('Are you there?');
  await second.page.keyboard.press('Enter');
  await expect(second.composer).toHaveValue('');
  await first.say('One moment, Sam');
  await first.composer.click();
  await first.page.keyboard.type('Still in the composer');
  await second.page.reload();
  await second.ready();

  for (const window of [first, second]) {
    await expect(window.transcript.getByText('Are you there?')).toBeVisible();
    await expect(window.transcript.getByText('One moment, Sam')).toBeVisible();
    await expect(window.page.getByRole('button', { name: 'Try again' })).toBeVisible();
    await expect(window.composer).toHaveValue('Still in the composer');
  }
  await first.page.getByRole('button', { name: 'Try again' }).click();
  for (const window of [first, second]) {
    await expect(window.page.getByRole('button', { name: 'Try again' })).toHaveCount(0);
    await expect(window.transcript.getByText('Are you there?')).toHaveCount(1);
  }
});

test('a window that closes while its text hangs leaves it in the other one', async ({ world }) => {
  const first = await world.open('ana');
  const second = await secondWindow(first);
  await hangTexts(second.page);
  await second.composer.click();
  await second.page.keyboard.type('Are you there?');
  await second.page.keyboard.press('Enter');
  await second.page.close({ runBeforeUnload: false });
  await expect(first.transcript.getByText('Are you there?')).toBeVisible();
});

test('what was read stays read, though the page was reloaded before the contact centre heard of it', async ({
  world,
}) => {
  const ana = await world.open('ana');
  await world.open('bianca');
  await ana.transferTo('Bianca Okafor');
  await expect(ana.banner(/Waiting for Bianca Okafor/)).toBeVisible();
  await world.advance(31_000);
  await expect(ana.myMessagesButton).toHaveAccessibleName(/1/);
  await ana.page.route('**/v1/commands', () => undefined);
  await ana.messages();
  await ana.page.getByRole('button', { name: 'Mark all as read' }).click();
  await expect(ana.myMessagesButton).not.toHaveAccessibleName(/1/);
  await ana.page.unroute('**/v1/commands');
  await ana.page.reload();
  await ana.ready();
  await expect(ana.myMessagesButton).not.toHaveAccessibleName(/1/);
});

test('signing out lists what would be lost, and erases it also in a window that is off line and is told so', async ({
  world,
}) => {
  const first = await world.open('ana');
  const second = await secondWindow(first);
  await second.page.route('**/v1/**', (route) => route.abort());
  await second.composer.click();
  await second.page.keyboard.type('Half a sentence');
  await expect(first.composer).toHaveValue('Half a sentence');

  await pressSignOut(first.page);
  const dialog = first.page.getByRole('dialog', { name: 'Sign out now?' });
  await expect(dialog).toContainText('Your open conversation goes back to its queue.');
  const texts = dialog.getByRole('list', { name: 'This text was not sent and is erased' });
  await expect(texts.getByRole('listitem')).toHaveText(['Sam CarterHalf a sentence']);
  await dialog.getByRole('button', { name: 'Stay signed in' }).click();
  await expect(first.composer).toHaveValue('Half a sentence');

  await pressSignOut(first.page);
  await dialog.getByRole('button', { name: 'Sign out' }).click();
  for (const { page } of [first, second])
    await expect(page.getByRole('heading', { name: 'Sign in to Baton' })).toBeVisible();
  await expect(second.page.getByText('You signed out in another window')).toBeVisible();
  await expect(second.page.getByText('One text that was not sent is erased.')).toBeVisible();
  await expect(first.page.getByText('You signed out in another window')).toHaveCount(0);
  const kept = await second.page.evaluate(() => JSON.stringify({ ...window.localStorage }));
  expect(kept).not.toMatch(/Sam|Half/);

  await first.page.getByRole('button', { name: /Ana/ }).click();
  await first.ready();
});

test('a window that is still loading when the agent signs out in another stays signed out', async ({ world }) => {
  const first = await world.open('ana');
  const second = await first.page.context().newPage();
  let answer = () => undefined as void;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  const isOpening = second.waitForRequest('**/v1/session');
  await second.route('**/v1/session', async (route) => {
    await answered;
    await route.continue();
  });
  await second.goto(first.page.url());
  await isOpening;
  await pressSignOut(first.page);
  await first.page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
  await expect(first.page.getByRole('heading', { name: 'Sign in to Baton' })).toBeVisible();
  answer();
  await expect(second.getByRole('heading', { name: 'Sign in to Baton' })).toBeVisible();
  await expect(second.getByText('You signed out in another window')).toBeVisible();
  const asked = (await world.commands()).filter(({ agentId }) => agentId === 'ana').map(({ command }) => command.type);
  expect(asked.at(-1)).toBe('signOut');
});

test('other code of the origin that empties the storage signs no agent out and takes no text', async ({ world }) => {
  const first = await world.open('ana');
  const second = await secondWindow(first);
  await first.composer.click();
  await first.page.keyboard.type('Half a sentence');
  await expect(second.composer).toHaveValue('Half a sentence');
  await second.page.evaluate(() => window.localStorage.clear());
  await first.page.keyboard.type(' for Sam');
  await expect(second.composer).toHaveValue('Half a sentence for Sam');
  await first.page.reload();
  await first.ready();
  await expect(first.composer).toHaveValue('Half a sentence for Sam');
});
