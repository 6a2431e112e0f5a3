import type { Locator, Page } from '@playwright/test';

/** The button of the agent's menu, whoever is signed in and however they stand. */
export function agentMenu(page: Page): Locator {
  return page.getByRole('banner').getByRole('button', { name: /^[^:]+: / });
}

/** Presses *Sign out* in the agent's menu, and opens the menu first where it is closed. */
export async function pressSignOut(page: Page): Promise<void> {
  const menu = agentMenu(page);
  if ((await menu.getAttribute('aria-expanded')) === 'false') await menu.click();
  await page.getByRole('button', { name: 'Sign out' }).click();
}
