import type { Page } from '@playwright/test';
import { pressSignOut } from './support/agent-menu';
import { expect, test } from './support/world';

const draft = 'Half a sentence that must not be lost';

// Against a real backend: no worker of the mock stands between the page and what it asks.
test.use({ kind: 'two profiles' });

const refusals = {
  'the contact centre refuses': {
    status: 500,
    contentType: 'application/problem+json',
    json: { type: 'about:blank', title: 'Internal error', status: 500, code: 'internal' },
  },
  'a proxy answers in its place': { status: 502, contentType: 'text/html', body: '<title>Bad gateway</title>' },
} as const;

for (const [what, answer] of Object.entries(refusals)) {
  test(`signing out fails, for ${what}: says that one is still signed in, keeps the draft, and works when tried again`, async ({
    world,
  }) => {
    const ana = await world.open('ana');
    const { page, composer } = ana;
    await composer.fill(draft);
    const commands = '**/v1/commands';
    let refuse = () => undefined as void;
    const refused = new Promise<void>((resolve) => (refuse = resolve));
    await page.route(commands, async (route) => {
      if (route.request().postData()?.includes('"signOut"') !== true) return route.fallback();
      await refused;
      await route.fulfill(answer);
    });

    const dialog = page.getByRole('dialog');
    await pressSignOut(page);
    await dialog.getByRole('button', { name: 'Sign out' }).click();
    await expect(dialog.getByRole('button', { name: 'Sign out' })).toHaveAttribute('aria-busy', 'true');
    refuse();
    const failed = page.getByRole('dialog', { name: 'You are still signed in' });
    await expect(failed).toContainText(
      'The contact centre did not confirm it. Nothing you typed is lost. Try again in a moment.',
    );
    await failed.getByRole('button', { name: 'Stay signed in' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Sign out' })).toBeFocused();
    await expect(composer).toHaveValue(draft);
    await page.reload();
    await ana.ready();
    await expect(composer).toHaveValue(draft);
    expect(await kept(page)).toContain(draft);

    await pressSignOut(page);
    await dialog.getByRole('button', { name: 'Sign out' }).click();
    await expect(failed).toBeVisible();
    await page.unroute(commands);
    await failed.getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByRole('heading', { name: 'Sign in to Baton' })).toBeVisible();
    expect(await kept(page)).not.toContain(draft);
  });
}

/** What this device keeps of the page. */
function kept(page: Page): Promise<string> {
  return page.evaluate(() => JSON.stringify([{ ...window.localStorage }, { ...window.sessionStorage }]));
}
