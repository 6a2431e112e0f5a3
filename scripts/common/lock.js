import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from './project.js';

const file = join(root, '.cache/lock');

/**
 * Does some work while no other script of this project does: `npm start` and `npm run serve` in
 * two terminals must not install or build at the same time.
 *
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function alone(work) {
  for (let said = false; !take(file); said = true) {
    if (!said) console.log(`Waiting for another script that installs or builds … Where none does, delete ${file}`);
    await sleep(300);
  }
  try {
    return await work();
  } finally {
    release(file);
  }
}

/**
 * Takes a lock until `release`. A lock whose process is gone counts for nothing.
 *
 * @param {string} lock its file
 * @returns {boolean} whether no other process has it
 */
export function take(lock) {
  mkdirSync(dirname(lock), { recursive: true });
  // Twice: the first time it may be the lock of a process that is gone.
  return write(lock) || (!isHeld(lock) && (release(lock), write(lock)));
}

/** Gives a lock back. */
export function release(lock) {
  rmSync(lock, { force: true });
}

function write(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

function isHeld(lock) {
  try {
    const holder = Number(readFileSync(lock, 'utf8'));
    // Numbers of processes come back, our own with it.
    return holder > 0 && holder !== process.pid && process.kill(holder, 0);
  } catch (error) {
    // Signal 0 asks whether the process lives; EPERM says yes, it is another user's.
    return error.code === 'EPERM';
  }
}
