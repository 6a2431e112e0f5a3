import type { Page } from '@playwright/test';
import { pressSignOut } from './support/agent-menu';
import { expect, test } from './support/module-server';
import { secondBuildOf } from './support/second-build';

const composer = (page: Page) => page.getByRole('textbox', { name: 'Message to Sam Carter' });
/** Which version of the SMS window stands in the page. */
const version = (page: Page) => module(page, 'sms-window').getAttribute('data-baton-version');
const module = (page: Page, name: string) => page.locator(`[data-baton-module="${name}"]`).last();

test('a new build comes live at the next sign-in, without loading the page; an open window goes on', async ({
  page,
  faulty,
}) => {
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

  await pressSignOut(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: /^Bianca Okafor/ }).click();
  await expect(page.locator('main [data-baton-module="sms-window"]')).toHaveAttribute(
    'data-baton-version',
    second.version,
  );
  expect(second.version).not.toBe(first);
  expect(await page.evaluate(() => Reflect.get(window, 'samePage'))).toBe(true);
});

test('Team Communicator and the SMS window have it when they are next opened, while the agent works on', async ({
  page,
  faulty,
}) => {
  await page.goto(`${faulty.origin}/?agent=ana`);
  await page.getByRole('button', { name: 'Transfer', exact: true }).click();
  const search = page.getByRole('searchbox', { name: 'Find a target' });
  await expect(search).toBeFocused();
  const builds = { 'team-communicator': secondBuildOf('team-communicator'), 'sms-window': secondBuildOf('sms-window') };
  for (const [name, build] of Object.entries(builds)) faulty.breaks(name, build.deploy('kept'));

  await page.keyboard.press('Escape');
  await expect(module(page, 'team-communicator')).toHaveAttribute(
    'data-baton-version',
    builds['team-communicator'].version,
  );
  await page.getByRole('button', { name: 'Transfer', exact: true }).click();
  await expect(search).toBeFocused();
  await page.keyboard.press('Escape');

  expect(await version(page), 'while a conversation is open').not.toBe(builds['sms-window'].version);
  await page.getByRole('button', { name: 'End', exact: true }).click();
  await page.getByRole('button', { name: 'End conversation' }).click();
  await expect(module(page, 'sms-window')).toHaveAttribute('data-baton-version', builds['sms-window'].version);
  await expect(page.getByRole('region', { name: /stopped working$/ })).toHaveCount(0);
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
