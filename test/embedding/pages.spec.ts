import { expect, test } from '@playwright/test';
import { followPage, transferTo } from '../browser/support/follow-page';
import { readAndClick } from '../browser/support/pointer';

// npm fetches React, bundlers and single-spa.
test.setTimeout(300_000);
// One after the other: each packs into the same folder, and serves at the ports that its page names.
test.describe.configure({ mode: 'default' });

for (const page of ['react', 'federation', 'single-spa']) {
  test(`pages: who does what docs/hosts/${page}.md says hands a conversation over`, ({ browser }) =>
    followPage(`docs/hosts/${page}.md`, async ({ host, server }) => {
      const ana = await browser.newPage();
      const problems: string[] = [];
      ana.on('pageerror', (error) => problems.push(error.message));
      await ana.goto(host);
      await expect(ana.getByRole('textbox', { name: 'Message to Sam Carter' })).toBeVisible();
      const bianca = await browser.newPage();
      await bianca.goto(`${server}/?agent=bianca`);
      await expect(bianca.getByRole('region', { name: 'Incoming interactions' })).toBeVisible();
      await transferTo(ana, 'Bianca Okafor');
      await readAndClick(bianca.getByRole('article').getByRole('button', { name: 'Accept' }));
      await expect(ana.getByRole('textbox', { name: 'Message to Sam Carter' })).toBeHidden();
      expect(problems).toEqual([]);
    }));
}
