import { join } from 'node:path';
import { alone } from './lock.js';
import { root } from './project.js';
import { run } from './run.js';
import { hashFiles, isStamped, leaveStamp } from './stamp.js';

const lock = join(root, 'package-lock.json');
const stampFile = join(root, 'node_modules/.baton-installed');

/**
 * Installs the dependencies that the lock file names, unless that has been done.
 * `npm install` and not `npm ci`: the lock lists the native parts of one platform only,
 * and `ci` refuses such a lock on the others.
 *
 * @throws when npm fails; npm has then said why
 */
export async function ensureInstalled() {
  if (!isInstalled()) await alone(async () => isInstalled() || install());
}

async function install() {
  console.log('Installing dependencies (about a minute the first time) …');
  const { code } = await run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0)
    throw new Error('npm install failed. Its last lines say why; without a network nothing can be installed.');
  leaveStamp(stampFile, stampOfLock());
}

function isInstalled() {
  return isStamped(stampFile, stampOfLock());
}

function stampOfLock() {
  return hashFiles([lock], `${process.platform} ${process.arch} node ${process.versions.modules}`);
}
