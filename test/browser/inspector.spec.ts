import { readFileSync, readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { Desktop } from './support/desktop';
import { expect, test } from './support/world';

/** The focused element of the product, by role and name as the browser's own snapshot has them. */
async function focused(page: Page): Promise<string | undefined> {
  const isOfProduct = await page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const tool = document.querySelector('#baton-inspector')?.shadowRoot;
    if (element === null || element === document.body || element.getRootNode() === tool) return false;
    element.setAttribute('data-focused', '');
    return true;
  });
  if (!isOfProduct) return undefined;
  const element = page.locator('[data-focused]');
  const snapshot = await element.ariaSnapshot();
  await element.evaluate((one) => one.removeAttribute('data-focused'));
  return /^- '?([\w-]+ "(?:[^"\\]|\\.)*")/.exec(snapshot)?.[1] ?? snapshot;
}

test('the inspector tells what is there, and moves nothing', async ({ world }) => {
  const page = await world.visit('/?at=declined&panel=0');
  const ana = new Desktop(page, 'ana');
  await ana.ready();
  const end = page.getByRole('button', { name: 'End', exact: true });
  const before = await end.boundingBox();
  expect(await page.locator('#baton-inspector').count()).toBe(0);

  await page.goto(`${page.url()}&inspect=1`);
  await ana.ready();
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  const content = inspector.getByRole('region');
  const show = (view: string) => inspector.getByRole('button', { name: view, exact: true }).click();
  await expect(inspector).toBeVisible();
  expect(await end.boundingBox()).toEqual(before);

  await test.step('of an element: who it is, and which tokens decide how it looks', async () => {
    await end.hover();
    for (const fact of [/Role\s*button/, /Name\s*End/, /Module\s*sms-window/, /Part\s*button.*end/])
      await expect(content).toContainText(fact);
    await expect(content.getByRole('row', { name: /^background / })).toContainText('--baton-bg-hover');
    await expect(content.getByRole('row', { name: /^min-block-size / })).toHaveText(/--baton-size-button\s*36px/);
  });

  await test.step('picking holds one click back', async () => {
    await show('Pick');
    await end.click();
    await expect(inspector.getByRole('button', { name: 'Let go' })).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await show('Let go');
  });

  await test.step('what is announced', async () => {
    await show('Announced');
    await world.control('customer-writes', { interactionId: 'sms-1001', text: 'Hello again' });
    await expect(content.getByRole('listitem').first()).toHaveText(/polite, log.*Hello again/);
  });

  await test.step('the order in which Tab goes', async () => {
    await show('Focus order');
    await expect(content.getByRole('listitem').first()).toBeVisible();
    const told = (await content.getByRole('listitem').allTextContents()).map((text) =>
      text.replace('“', '"').replace('”', '"'),
    );
    // The end of the page: Tab goes on at its beginning.
    await inspector.getByRole('region').focus();
    const walked: string[] = [];
    for (let steps = 0; steps <= told.length + 1; steps += 1) {
      await page.keyboard.press('Tab');
      const name = await focused(page);
      if (name !== undefined) walked.push(name);
      else if (walked.length > 0) break;
    }
    expect(told).toEqual(walked);
  });

  await test.step('what moved, and what was pressed where something else had stood', async () => {
    await show('Moved');
    await end.hover();
    await page.evaluate(() => document.body.style.setProperty('padding-top', '40px'));
    await expect(content.getByRole('listitem').first()).toContainText('by 40 px');
    await end.hover();
    // Whoever presses at once meant what stood there.
    await page.evaluate(() => document.body.style.setProperty('padding-top', '0'));
    await page.mouse.down();
    await expect(content).toContainText(/Pressed .*, which had taken the place of .*End.* ms before/);
    await page.mouse.up();
  });

  await test.step('closing takes all of it away', async () => {
    await show('Close');
    await expect(page.locator('#baton-inspector')).toHaveCount(0);
    expect(page.url()).not.toContain('inspect');
  });
});

test('production holds none of it', () => {
  const folder = 'dist/live/assets';
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  expect(scripts.filter((name) => readFileSync(`${folder}/${name}`, 'utf8').includes('baton-inspector'))).toEqual([]);
});
