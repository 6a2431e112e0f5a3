import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from './project.js';

const file = join(root, '.cache/lock');

/**
 * Does some work while no other script of this project does: `npm start` and `npm run serve` in
 * two terminals must not install or build at the same time. A lock whose process is gone counts
 * for nothing.
 *
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function alone(work) {
  for (let said = false; !take(); said = true) {
    if (!said) console.log('Waiting for another script that installs or builds …');
    await sleep(300);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take() {
  try {
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isHeld()) rmSync(file, { force: true });
    return false;
  }
}

function isHeld() {
  try {
    return process.kill(Number(readFileSync(file, 'utf8')), 0);
  } catch (error) {
    // Signal 0 asks whether the process lives; EPERM says yes, it is another user's.
    return error.code === 'EPERM';
  }
}
