import type { Page } from '@playwright/test';
import { Desktop } from './support/desktop';
import { expect, test } from './support/world';

/** Counts the sounds that each page starts. */
function countSounds() {
  const { createOscillator } = AudioContext.prototype;
  Reflect.set(window, 'sounds', 0);
  AudioContext.prototype.createOscillator = function count() {
    Reflect.set(window, 'sounds', Number(Reflect.get(window, 'sounds')) + 1);
    return createOscillator.call(this);
  };
}

const sounds = (page: Page) => page.evaluate(() => Number(Reflect.get(window, 'sounds')));

test('of two windows of an agent, the one that may sound does, also when the other hears first', async ({ world }) => {
  const ana = await world.open('ana');
  await ana.page.context().addInitScript(countSounds);
  // Every evaluation in a page counts as a user action, so this page gets none.
  const arrived = ana.page.context().waitForEvent('response', (response) => /notifications\/app/.test(response.url()));
  const silent = await world.visit('/?agent=bianca');
  await arrived;
  const clicked = await world.open('bianca');
  await clicked.page.mouse.click(5, 5);
  await ana.transferTo('Bianca Okafor');
  await expect(clicked.preview).toBeVisible();
  await expect.poll(() => sounds(clicked.page)).toBe(2);
  expect(await sounds(silent)).toBe(0);
  await expect(new Desktop(silent, 'bianca').preview).toBeVisible();
});
