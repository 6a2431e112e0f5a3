import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { readInstructions } from './support/instructions';
import { readAndClick } from './support/pointer';
import { freePort, startProgram } from './support/programs';
import type { Program } from './support/programs';

const baton = resolve('.');

// npm fetches what host-kit depends on.
test.setTimeout(180_000);

test('who does what docs/quick-start.md says has a module on a page', async ({ browser }) => {
  const host = mkdtempSync(join(tmpdir(), 'baton-quick-start-'));
  const running: Program[] = [];
  // The page's own ports may be in use on this machine.
  const [page, server] = [await freePort(), await freePort()];
  const onFreePorts = (text: string) => text.replaceAll('3000', String(page)).replaceAll('4401', String(server));
  const folders = { baton, host };
  const env = { ...process.env, BATON: baton, PORT: String(server) };
  try {
    for (const step of readInstructions('docs/quick-start.md')) {
      if (step.kind === 'write') {
        writeFileSync(join(host, step.file), onFreePorts(step.content));
        continue;
      }
      const [commands, cwd] = [onFreePorts(step.commands), folders[step.where]];
      if (step.kind === 'keepRunning') running.push(startProgram(commands, { cwd, env }));
      else {
        const { status, stderr } = spawnSync(commands, { cwd, env, shell: '/bin/sh', encoding: 'utf8' });
        expect(status, `${commands}${stderr}`).toBe(0);
      }
    }

    const ana = await browser.newPage();
    const problems: string[] = [];
    ana.on('pageerror', (error) => problems.push(error.message));
    await expect.poll(() => answers(`http://localhost:${server}/`), { timeout: 60_000 }).toBe(true);
    await expect.poll(() => answers(`http://localhost:${page}/`), { timeout: 60_000 }).toBe(true);
    await ana.goto(`http://localhost:${page}`);
    await expect(ana.getByRole('textbox', { name: 'Message to Sam Carter' })).toBeVisible();
    const bianca = await browser.newPage();
    await bianca.goto(`http://localhost:${server}/?agent=bianca`);
    await expect(bianca.getByRole('region', { name: 'Incoming interactions' })).toBeVisible();
    await ana.getByRole('button', { name: 'Transfer', exact: true }).click();
    await ana.getByRole('searchbox', { name: 'Find a target' }).fill('Bianca');
    await expect(ana.getByText('Best matches')).toBeVisible();
    await ana.getByRole('button', { name: 'Actions for Bianca Okafor' }).click();
    await ana.getByRole('menuitem', { name: /^SMS transfer/i }).click();

    const told = ana.waitForEvent('console', (message) => message.text() === 'Bianca Okafor has taken over');
    await readAndClick(bianca.getByRole('article').getByRole('button', { name: 'Accept' }));
    await told;
    await expect(ana.getByRole('textbox', { name: 'Message to Sam Carter' })).toBeHidden();
    expect(problems).toEqual([]);
  } finally {
    for (const program of running) await program.stop();
    rmSync(host, { recursive: true, force: true });
    for (const file of readdirSync('.cache/serve').filter((name) => name.startsWith(`${server}-`)))
      rmSync(join('.cache/serve', file));
  }
});

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}
