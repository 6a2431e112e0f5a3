import type { Page } from '@playwright/test';
import { expect, test } from './support/module-server';
import { secondBuildOf } from './support/second-build';

const composer = (page: Page) => page.getByRole('textbox', { name: 'Message to Sam Carter' });
/** Which version of the SMS window stands in the page. */
const version = (page: Page) => page.locator('[data-baton-module="sms-window"]').getAttribute('data-baton-version');

test('a new build comes live when the module is next mounted, without loading the page; the one that stands goes on', async ({ page, faulty }) => {
  await page.goto(`${faulty.origin}/?agent=ana`);
  await expect(composer(page)).toBeVisible();
  const first = await version(page);
  await page.evaluate(() => Reflect.set(window, 'samePage', true));

  const second = secondBuildOf('sms-window');
  faulty.breaks('sms-window', second.deploy('kept'));
  await composer(page).fill('Still here on the old build');
  await composer(page).press('Enter');
  await expect(page.getByRole('log').getByText('Still here on the old build')).toBeVisible();
  expect(await version(page)).toBe(first);

  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: /^Bianca Okafor/ }).click();
  await expect(page.locator('[data-baton-module="sms-window"]')).toHaveAttribute('data-baton-version', second.version);
  expect(second.version).not.toBe(first);
  expect(await page.evaluate(() => Reflect.get(window, 'samePage'))).toBe(true);
});

test.describe('a page that lists a build whose files are gone', () => {
  test.use({ listed: true });

  test('asks for the new manifest, and no draft is lost', async ({ page, faulty }) => {
    await page.goto(`${faulty.origin}/?agent=ana`);
    await composer(page).fill('Half a sentence');
    const second = secondBuildOf('sms-window');
    faulty.breaks('sms-window', second.deploy('deleted'));
    // What the browser has kept of the old build would only hide that it is gone.
    const session = await page.context().newCDPSession(page);
    await session.send('Network.clearBrowserCache');

    await page.reload();
    await expect(composer(page)).toHaveValue('Half a sentence');
    expect(await version(page)).toBe(second.version);
  });
});
