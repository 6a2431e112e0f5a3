import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { readInstructions } from './instructions';
import { freePort, startProgram } from './programs';
import type { Program } from './programs';

/** What stands when a page of instructions has been followed to its end. */
export interface Followed {
  /** The address of the host that the page makes. */
  host: string;
  /** The address of the contact centre that it plays against. */
  server: string;
}

/**
 * Does what a page of docs/ says, with nothing but the commands and files of its fenced blocks, in an empty folder and
 * on free ports; then calls `look`, and takes everything away.
 */
export async function followPage(page: string, look: (followed: Followed) => Promise<void>): Promise<void> {
  const host = mkdtempSync(join(tmpdir(), 'baton-page-'));
  const baton = resolve('.');
  const running: Program[] = [];
  // The page's own ports may be in use on this machine.
  const [hostPort, serverPort] = [await freePort(), await freePort()];
  const onFreePorts = (text: string) =>
    text.replaceAll('3000', String(hostPort)).replaceAll('4401', String(serverPort));
  const env = { ...process.env, BATON: baton, PORT: String(serverPort) };
  const followed = { host: `http://localhost:${hostPort}`, server: `http://localhost:${serverPort}` };
  try {
    for (const step of readInstructions(page)) {
      if (step.kind === 'write') {
        writeFileSync(join(host, step.file), onFreePorts(step.content));
        continue;
      }
      const [commands, cwd] = [onFreePorts(step.commands), { baton, host }[step.where]];
      if (step.kind === 'keepRunning') running.push(startProgram(commands, { cwd, env }));
      else {
        const { status, stdout, stderr } = spawnSync(commands, { cwd, env, shell: '/bin/sh', encoding: 'utf8' });
        expect(status, `${commands}${stdout}${stderr}`).toBe(0);
      }
    }
    for (const address of Object.values(followed))
      await expect.poll(() => answers(address), { timeout: 60_000 }).toBe(true);
    await look(followed);
  } finally {
    for (const program of running) await program.stop();
    rmSync(host, { recursive: true, force: true });
    for (const file of readdirSync('.cache/serve').filter((name) => name.startsWith(`${serverPort}-`)))
      rmSync(join('.cache/serve', file));
  }
}

/**
 * Sends the conversation to an agent of the page's Team Communicator; it stands there or in the page `from`. `found` looks
 * at the page when the agent has been found.
 */
export async function transferTo(
  page: Page,
  name: string,
  { from = page, found }: { from?: Page; found?: () => Promise<void> } = {},
): Promise<void> {
  await from.getByRole('button', { name: 'Transfer', exact: true }).click();
  await page.getByRole('searchbox', { name: 'Find a target' }).fill(name);
  await expect(page.getByText('Best matches')).toBeVisible();
  await found?.();
  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: /^SMS transfer/i }).click();
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}
