import type { Page } from '@playwright/test';
import { axeViolations } from './support/accessibility';
import { Desktop } from './support/desktop';
import { expect, test } from './support/world';

/** What differs between people's settings, read from every part of the desktop. */
function looksOf(page: Page) {
  return page.evaluate(() => {
    const elements = (root: ParentNode): Element[] =>
      [...root.querySelectorAll('*')].flatMap((element) =>
        element.shadowRoot ? [element, ...elements(element.shadowRoot)] : [element],
      );
    // What only screen readers have is a pixel small, and may be set in any size.
    const shown = elements(document.body).filter(
      (element) => element.checkVisibility() && element.getBoundingClientRect().width > 1,
    );
    // The system's colours differ from device to device: of buttons, of what cannot be used.
    const text = getComputedStyle(document.body).color;
    return {
      asked: ['(prefers-reduced-motion: reduce)', '(forced-colors: active)', '(width < 68.75em)', '(width < 45em)'].map(
        (condition) => window.matchMedia(condition).matches,
      ),
      layout: document.querySelector('[data-layout]')?.getAttribute('data-layout'),
      parts: shown.map((element) => {
        const { width, height } = element.getBoundingClientRect();
        const { fontSize, transitionProperty, boxShadow, borderTopColor, backgroundColor, color } =
          getComputedStyle(element);
        return [
          element.tagName,
          Math.round(width),
          Math.round(height),
          fontSize,
          transitionProperty,
          boxShadow,
          !backgroundColor.endsWith(', 0)'),
          borderTopColor === text,
          color === text,
        ].join(' ');
      }),
    };
  });
}

test('what an address previews looks as it does with these settings of the device', async ({ world, browser }) => {
  const previewed = await world.visit('/?at=declined&text=150&motion=reduced&forced=active');
  await new Desktop(previewed, 'ana').ready();
  const { origin } = new URL(previewed.url());

  const context = await browser.newContext({
    baseURL: origin,
    viewport: previewed.viewportSize(),
    reducedMotion: 'reduce',
    forcedColors: 'active',
  });
  const real = await context.newPage();
  const tools = await context.newCDPSession(real);
  await tools.send('Page.setFontSizes', { fontSizes: { standard: 24, fixed: 20 } });
  await real.goto('/?at=declined&panel=0');
  await new Desktop(real, 'ana').ready();

  await expect(previewed.getByRole('group', { name: 'Bianca Okafor declined the transfer' })).toBeVisible();
  await expect(real.getByRole('group', { name: 'Bianca Okafor declined the transfer' })).toBeVisible();
  expect(await looksOf(previewed)).toEqual(await looksOf(real));
  await context.close();
});

test('each desktop stands in a window of the width that the address gives, with the rest of the address', async ({
  world,
}) => {
  const page = await world.visit('/two-desktops?at=invited&width=480&theme=dark&panel=0');
  const frames = page.locator('iframe');
  await expect(frames).toHaveCount(2);
  for (const [side, agent] of ['ana', 'bianca'].entries()) {
    const desktop = page.frameLocator(`iframe >> nth=${side}`);
    await expect(desktop.getByRole('region', { name: 'Incoming interactions' })).toBeVisible();
    expect(await desktop.locator('html').evaluate(() => window.innerWidth)).toBe(480);
    await expect(desktop.locator('[data-layout]')).toHaveAttribute('data-layout', 'narrow');
    await expect(desktop.locator('.desktop')).toHaveAttribute('data-baton-theme', 'dark');
    await expect(frames.nth(side)).toHaveAttribute('src', `/?at=invited&agent=${agent}&theme=dark&panel=0`);
  }

  await page.goto(new URL('/?at=invited&width=320', page.url()).href);
  const one = page.frameLocator('iframe');
  await expect(one.getByRole('article')).toContainText('SMS transfer from Ana Ruiz');
  expect(await one.locator('html').evaluate(() => window.innerWidth)).toBe(320);
  expect.soft(await axeViolations(page), 'stage').toEqual([]);
});

test('the page of links finds situations, and shows each in other ways', async ({ world }) => {
  const page = await world.visit('/?theme=dark&locale=ar');
  const list = page.getByRole('region', { name: 'Every situation is a link' });
  const find = list.getByRole('searchbox', { name: 'Find a situation' });
  await find.fill('Bianca DECLINED');
  await expect(list.getByRole('status')).toHaveText(/^[1-9]\d? found$/);
  const declined = list
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: 'The target has declined', exact: true }) });
  await expect(declined.getByRole('link')).toHaveText([
    'The target has declined',
    'Two desktops: The target has declined',
    'Dark: The target has declined',
    '320 px: The target has declined',
    'Arabic: The target has declined',
  ]);
  await expect(list.getByRole('link', { name: 'Target accepts', exact: true })).toBeHidden();
  expect.soft(await axeViolations(page), 'page of links').toEqual([]);
  await find.fill('earthquake');
  await list.getByRole('button', { name: 'Show all' }).click();
  await expect(find).toBeFocused();
  await find.fill('declined');
  // From the search with the keyboard: past the subjects, to the first that was found.
  await declined.getByRole('link', { name: 'The target has declined', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/\?at=declined&agent=ana&locale=ar&theme=dark&panel=0$/);
  await expect(page.locator('.desktop')).toHaveAttribute('data-baton-theme', 'dark');
});

test.describe('in production', () => {
  test.use({ kind: 'two profiles' });

  test('an unknown key is told in the console, and the desktop opens', async ({ world }) => {
    const ana = await world.open('ana', { utm_source: 'mail', density: 'compact' });
    const told = ana.page.waitForEvent('console', (message) => message.type() === 'warning');
    await ana.page.reload();
    expect((await told).text()).toBe('Baton: these keys of the address mean nothing here: scenario, utm_source.');
    await ana.ready();
    await expect(ana.page.locator('.desktop')).toHaveAttribute('data-baton-density', 'compact');
  });
});
