import { expect, test } from '@playwright/test';
import { followPage, transferTo } from './support/follow-page';
import { long } from './support/long';
import { readAndClick } from './support/pointer';

// npm fetches what host-kit depends on.
test.setTimeout(240_000);

test('who does what docs/quick-start.md says has a module on a page', { tag: long }, ({ browser }) =>
  followPage('docs/quick-start.md', async ({ host, server }) => {
    const ana = await browser.newPage();
    const problems: string[] = [];
    ana.on('pageerror', (error) => problems.push(error.message));
    await ana.goto(host);
    await expect(ana.getByRole('textbox', { name: 'Message to Sam Carter' })).toBeVisible();
    const hint = ana.getByText('Choose Transfer in the conversation to find a colleague here.');
    await expect(hint).toBeVisible();
    const colleague = await browser.newPage();
    await colleague.goto(`${server}/?agent=bianca`);
    await expect(colleague.getByRole('region', { name: 'Incoming interactions' })).toBeVisible();
    await transferTo(ana, 'Bianca Okafor', { found: () => expect(hint).toBeHidden() });

    await readAndClick(colleague.getByRole('article').getByRole('button', { name: 'Accept' }));
    await expect(ana.getByRole('status').filter({ hasText: 'Bianca Okafor has taken over.' })).toBeVisible();
    await expect(ana.getByRole('textbox', { name: 'Message to Sam Carter' })).toBeHidden();
    await expect(hint).toBeVisible();

    await colleague.goto(`${server}/?agent=ana`);
    await expect(colleague.getByRole('region', { name: 'Incoming interactions' })).toBeVisible();
    await ana.getByRole('button', { name: 'Play again, as Bianca Okafor' }).click();
    await transferTo(ana, 'Ana Ruiz');
    await readAndClick(colleague.getByRole('article').getByRole('button', { name: 'Accept' }));
    await expect(ana.getByRole('button', { name: 'Play again, as Ana Ruiz' })).toBeVisible();
    expect(problems).toEqual([]);
  }),
);
