import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { readInstructions } from './support/instructions';

const baton = resolve('.');

// npm fetches what host-kit depends on.
test.setTimeout(180_000);

test('who does what docs/quick-start.md says has a module on a page', async ({ browser }) => {
  const host = mkdtempSync(join(tmpdir(), 'baton-quick-start-'));
  const running: ChildProcess[] = [];
  const folders = { baton, host };
  const shell = (where: 'baton' | 'host') => ({
    cwd: folders[where],
    env: { ...process.env, BATON: baton },
    shell: '/bin/sh',
  });
  try {
    for (const step of readInstructions('docs/quick-start.md')) {
      if (step.kind === 'write') writeFileSync(join(host, step.file), step.content);
      else if (step.kind === 'keepRunning')
        running.push(spawn(step.commands, { ...shell(step.where), detached: true, stdio: 'ignore' }));
      else {
        const { status, stderr } = spawnSync(step.commands, { ...shell(step.where), encoding: 'utf8' });
        expect(status, `${step.commands}${stderr}`).toBe(0);
      }
    }

    const ana = await browser.newPage();
    const problems: string[] = [];
    ana.on('pageerror', (error) => problems.push(error.message));
    await expect.poll(() => answers('http://localhost:4401/'), { timeout: 60_000 }).toBe(true);
    await expect.poll(() => answers('http://localhost:3000/'), { timeout: 60_000 }).toBe(true);
    await ana.goto('http://localhost:3000');
    await expect(ana.getByRole('textbox', { name: 'Message to Sam Carter' })).toBeVisible();
    const bianca = await browser.newPage();
    await bianca.goto('http://localhost:4401/?agent=bianca');
    await expect(bianca.getByRole('region', { name: 'Incoming interactions' })).toBeVisible();
    await ana.getByRole('button', { name: 'Transfer', exact: true }).click();
    await ana.getByRole('searchbox', { name: 'Find a target' }).fill('Bianca');
    await expect(ana.getByText('Best matches')).toBeVisible();
    await ana.getByRole('button', { name: 'Actions for Bianca Okafor' }).click();
    await ana.getByRole('menuitem', { name: /^SMS transfer/i }).click();

    const told = ana.waitForEvent('console', (message) => message.text() === 'Bianca Okafor has taken over');
    await bianca.getByRole('article').getByRole('button', { name: 'Accept' }).press('Enter');
    await told;
    await expect(ana.getByRole('textbox', { name: 'Message to Sam Carter' })).toBeHidden();
    expect(problems).toEqual([]);
  } finally {
    for (const { pid } of running) if (pid !== undefined) process.kill(-pid);
    rmSync(host, { recursive: true, force: true });
  }
});

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}
