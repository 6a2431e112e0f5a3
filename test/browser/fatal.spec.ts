import type { Page } from '@playwright/test';
import { axeViolations } from './support/accessibility';
import { expect, test } from './support/module-server';

const main = /\/assets\/main\./;
const late = (page: Page) => page.getByText('Still starting');
const message = (page: Page) => page.getByRole('heading', { name: 'The desktop did not start' });

test.describe('when the shell itself does not come, the page says so', () => {
  test('its script answers 503', async ({ page, faulty }) => {
    await page.route(main, (route) => route.fulfill({ status: 503, body: 'down' }));
    await page.goto(`${faulty.origin}/?agent=ana`);
    await expect(message(page)).toBeVisible();
    await expect(page.getByRole('alert')).toContainText('Your conversations are safe with the contact centre.');
    const reload = page.getByRole('button', { name: 'Reload' });
    await expect(page.getByRole('main')).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(reload).toBeFocused();
    expect(await axeViolations(page)).toEqual([]);

    await page.unroute(main);
    await reload.click();
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

  test('its script throws later, while it draws', async ({ page, faulty }) => {
    // React asks for it in its first render.
    await page.addInitScript(() => Object.defineProperty(window, 'matchMedia', { value: undefined }));
    await page.goto(`${faulty.origin}/?agent=ana`);
    await expect(message(page)).toBeVisible();
  });
});

test.describe('while the desktop starts', () => {
  test('its outlines stand at once; that it takes long is said, and never that it failed', async ({ page, faulty }) => {
    await page.clock.install({ time: 0 });
    await page.clock.pauseAt(1000);
    let load = () => {};
    const loads = new Promise<void>((resolve) => (load = resolve));
    await page.route(main, (route) => loads.then(() => route.continue()));
    await page.goto(`${faulty.origin}/?agent=ana`, { waitUntil: 'commit' });
    await expect(page.locator('.start-rail')).toBeVisible();
    await page.clock.runFor(7900);
    await expect(late(page)).toBeHidden();
    await page.clock.runFor(200);
    await expect(page.getByRole('status').and(page.locator(':has(#baton-late)'))).toContainText('Still starting');
    await page.clock.resume();
    expect(await axeViolations(page)).toEqual([]);
    await page.clock.fastForward(600_000);
    await expect(message(page)).toBeHidden();

    load();
    await expect(page.getByRole('textbox', { name: 'Message to Sam Carter' })).toBeVisible();
    await expect(late(page)).toBeHidden();
    await expect(page.locator('.start-rail')).toBeHidden();
  });

  for (const [query, scheme, dir] of [
    ['theme=dark', 'dark', 'ltr'],
    ['theme=light&locale=ar', 'light', 'rtl'],
    ['theme=contrast-dark&dir=rtl', 'dark', 'rtl'],
  ] as const) {
    test(`its outlines look as asked: ${query}`, async ({ page, faulty }) => {
      await page.emulateMedia({ colorScheme: scheme === 'dark' ? 'light' : 'dark' });
      await page.route(main, () => undefined);
      await page.goto(`${faulty.origin}/?agent=ana&${query}`, { waitUntil: 'commit' });
      const rail = page.locator('.start-rail');
      await expect(rail).toHaveCSS('background-color', scheme === 'dark' ? 'rgb(22, 26, 34)' : 'rgb(255, 255, 255)');
      await expect(page.locator('html')).toHaveAttribute('dir', dir);
      const left = await rail.evaluate((element) => element.getBoundingClientRect().left);
      expect(left > 0).toBe(dir === 'rtl');
    });
  }

  test('addresses without a desktop have none', async ({ page, faulty }) => {
    await page.route(main, () => undefined);
    await page.goto(`${faulty.origin}/`, { waitUntil: 'commit' });
    await expect(page.locator('#baton-starting')).toBeVisible();
    await expect(page.locator('.start-rail')).toBeHidden();
  });
});

test('a language that does not come is not the end of the desktop', async ({ page, faulty }) => {
  const seen: string[] = [];
  await page.exposeFunction('told', (text: string) => seen.push(text));
  await page.addInitScript(() =>
    document.addEventListener('DOMContentLoaded', () =>
      new MutationObserver(() => void Object.assign(window).told('The desktop did not start')).observe(
        document.querySelector('#baton-fatal') ?? document,
        { attributes: true },
      ),
    ),
  );
  await page.route(/\/assets\/de\./, (route) => route.fulfill({ status: 503, body: 'down' }));
  await page.goto(`${faulty.origin}/?agent=ana&locale=de`);
  await expect(page.getByRole('button', { name: 'Transfer', exact: true })).toBeVisible();
  expect(seen).toEqual([]);
});

test('an error of a script that is not ours is not the end of the desktop', async ({ page, faulty }) => {
  await page.route(main, () => undefined);
  await page.goto(`${faulty.origin}/?agent=ana`, { waitUntil: 'commit' });
  await expect(page.locator('#baton-late')).toBeAttached();
  await page.evaluate(() => {
    window.dispatchEvent(new ErrorEvent('error', { filename: 'chrome-extension://x/content.js', message: 'broken' }));
    void Promise.reject(new Error('broken'));
  });
  await page.evaluate(() => undefined);
  await expect(message(page)).toBeHidden();
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
