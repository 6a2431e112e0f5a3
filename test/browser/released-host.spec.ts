import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { readAndClick } from './support/pointer';
import { listen } from './support/world';

const folder = 'test/embedding/released';

const tarballs = readdirSync(folder).filter((file) => file.endsWith('.tgz'));

test('there is a release to hold the modules to', () => {
  expect(tarballs).not.toEqual([]);
});

for (const tarball of tarballs) {
  test(`today's modules work in a page with ${tarball}`, async ({ browser }) => {
    const released = mkdtempSync(join(tmpdir(), 'baton-released-'));
    expect(spawnSync('tar', ['-xzf', join(folder, tarball), '-C', released]).status).toBe(0);
    const { createContactCentreListener } = await import('../../dist/serve/index.js');
    const centre = createContactCentreListener({});
    const desk = await listen({ '/': 'dist/live', '/modules/': 'dist/modules' }, centre.listener);
    const site = await listen(
      { '/': folder, '/page/': folder, '/released/': released, '/modules/': 'dist/modules' },
      centre.listener,
      { pages: ['/'] },
    );

    const bianca = await browser.newPage();
    await bianca.goto(`${desk.origin}/?agent=bianca`);
    await expect(bianca.getByRole('region', { name: 'Incoming interactions' })).toBeVisible();

    const page = await browser.newPage();
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(site.origin);
    await expect(page.getByRole('textbox', { name: 'Message to Sam Carter' })).toBeVisible();
    await page.getByRole('button', { name: 'Transfer', exact: true }).click();
    await page.getByRole('searchbox', { name: 'Find a target' }).fill('Bianca');
    await expect(page.getByText('Best matches')).toBeVisible();
    await page.getByRole('button', { name: 'Actions for Bianca Okafor' }).click();
    await page.getByRole('menuitem', { name: /^SMS transfer/i }).click();
    await readAndClick(bianca.getByRole('article').getByRole('button', { name: 'Accept' }));
    await expect(page.getByRole('textbox', { name: 'Message to Sam Carter' })).toBeHidden();
    expect(problems).toEqual([]);

    await page.close();
    await bianca.close();
    centre.close();
    await site.close();
    await desk.close();
    rmSync(released, { recursive: true });
  });
}
