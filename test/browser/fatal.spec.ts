import type { Page } from '@playwright/test';
import { axeViolations } from './support/accessibility';
import { expect, test } from './support/module-server';

const main = /\/assets\/main\./;
const message = (page: Page) => page.getByRole('heading', { name: 'The desktop did not start' });

test.describe('when the shell itself does not come, the page says so', () => {
  test('its script answers 503', async ({ page, faulty }) => {
    await page.route(main, (route) => route.fulfill({ status: 503, body: 'down' }));
    await page.goto(`${faulty.origin}/?agent=ana`);
    await expect(message(page)).toBeVisible();
    await expect(page.getByRole('alert')).toContainText('Your conversations are safe with the contact centre.');
    await expect(page.getByRole('button', { name: 'Reload' })).toBeFocused();
    expect(await axeViolations(page)).toEqual([]);

    await page.unroute(main);
    await page.getByRole('button', { name: 'Reload' }).click();
    await expect(page.getByRole('textbox', { name: 'Message to Sam Carter' })).toBeVisible();
    await expect(message(page)).toBeHidden();
  });

  test('its script throws', async ({ page, faulty }) => {
    await page.route(main, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("broken shell")' }),
    );
    await page.goto(`${faulty.origin}/?agent=ana`);
    await expect(message(page)).toBeVisible();
  });

  test('its script hangs', async ({ page, faulty }) => {
    await page.clock.install();
    await page.route(main, () => undefined);
    await page.goto(`${faulty.origin}/?agent=ana`, { waitUntil: 'commit' });
    await expect(page.locator('#baton-fatal')).toBeAttached();
    await expect(message(page)).toBeHidden();
    await page.clock.fastForward(10_000);
    await expect(message(page)).toBeVisible();
  });
});

test('a module that does not come is not the end of the desktop', async ({ page, faulty }) => {
  faulty.breaks('sms-window', (_, response) => {
    response.writeHead(503).end();
    return true;
  });
  await page.goto(`${faulty.origin}/?agent=ana`);
  await expect(page.getByRole('region', { name: 'SMS window stopped working' })).toBeVisible();
  await expect(message(page)).toBeHidden();
});
