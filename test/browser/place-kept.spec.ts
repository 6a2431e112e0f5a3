import type { Page } from '@playwright/test';
import { expect, test } from './support/host-pages';

test.use({ scenario: 'long-history' });

const readUpTo = async (page: Page, scrollTop: number) => {
  await page.getByRole('log').evaluate((log, top) => (log.scrollTop = top), scrollTop);
  await expect.poll(() => readingAt(page)).toBe(scrollTop);
};

const readingAt = (page: Page) => page.getByRole('log').evaluate((log) => log.scrollTop);

test('a module that is put aside and back, or moved, is read on where it was left', async ({ hosts }) => {
  const { page, composer } = await hosts.open('clean', 'ana');
  await composer.fill('Half a sen');
  await readUpTo(page, -300);
  const aside = await page.evaluateHandle(() => {
    const place = document.querySelector('#sms');
    place?.remove();
    return place;
  });
  // The page is drawn without it.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await aside.evaluate((place) => place && document.querySelector('#app')?.append(place));
  expect(await readingAt(page)).toBe(-300);
  await expect(composer).toHaveValue('Half a sen');

  await page.evaluate(() => {
    const place = document.querySelector('#sms');
    if (place) document.querySelector('#app')?.prepend(place);
  });
  expect(await readingAt(page)).toBe(-300);
});

test('the wheel turns the transcript over, also where a dialog of the page refuses the wheel', async ({ hosts }) => {
  const { page } = await hosts.open('clean', 'ana');
  await page.evaluate(() => {
    document.addEventListener('wheel', (event) => event.preventDefault(), { passive: false });
  });
  await page.getByRole('log').hover();
  await page.mouse.wheel(0, -200);
  await expect.poll(() => readingAt(page)).toBeLessThan(0);
});

test('modules find their code in a page that says what script is running by itself', async ({ hosts }) => {
  const page = await hosts.visit('clean');
  await page.evaluate(() => {
    const other = { tagName: 'SCRIPT', src: 'https://elsewhere.example/app/main.js' };
    Object.defineProperty(document, 'currentScript', { get: () => other });
  });
  await hosts.enter(page, 'ana');
});
