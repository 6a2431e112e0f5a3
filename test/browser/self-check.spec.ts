import { agentMenu } from './support/agent-menu';
import { axeViolations } from './support/accessibility';
import { cutOff, fitsSideways } from './support/fits';
import { expect, test } from './support/world';

test('what reaches the agent: opened from their menu by pointer, back to its button by keyboard', async ({ world }) => {
  const ana = await world.open('ana');
  await agentMenu(ana.page).click();
  await ana.page.getByRole('button', { name: 'Check this device' }).click();
  const check = ana.page.getByRole('region', { name: 'What reaches you here' });
  await expect(check.getByText(/^Open\. Last heard \d+ s ago\. An answer takes \d+ ms\.$/)).toBeVisible();
  await expect(check.getByText('Your windows share one event stream, and ring once.')).toBeVisible();
  expect(await axeViolations(ana.page)).toEqual([]);
  await ana.page.keyboard.press('Shift+Tab');
  await ana.page.getByRole('button', { name: 'Back' }).focus();
  await ana.page.keyboard.press('Enter');
  await expect(ana.page.getByRole('button', { name: 'Check this device' })).toBeFocused();
});

for (const query of ['', '&locale=ar', '&theme=contrast-dark&locale=de'])
  test(`it fits into 320 px, nothing is cut off (${query || 'English'})`, async ({ world }) => {
    const page = await world.visit(`/?at=self-check&panel=0${query}`);
    await page.setViewportSize({ width: 320, height: 640 });
    await expect(page.locator('[part~="check-lines"] li')).toHaveCount(7);
    await fitsSideways(page, query);
    expect(await cutOff(page)).toEqual([]);
    expect(await axeViolations(page)).toEqual([]);
  });
