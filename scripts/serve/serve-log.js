import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { release, take } from '../common/lock.js';
import { root } from '../common/project.js';

const program = join(root, 'dist/serve/index.js');

/**
 * Takes the file in which the contact centre of `npm run serve` is kept: one for each port, scenario
 * and beginning of that scenario, unless another one is asked for.
 *
 * @param {{asked: string | undefined, reset: boolean, port: number, name: string}} options
 *   asked: a file, or `none`; reset: whether to forget what it holds; name: of scenario and beginning
 * @returns {{file: string, build: string} | undefined} undefined: nothing is kept
 * @throws an Error that says what can be done, when another process has the file, or it cannot be written
 */
export function takeLog({ asked, reset, port, name }) {
  if (asked === 'none') return undefined;
  const file = asked ?? join(root, '.cache/serve', `${port}-${name}.log`);
  const lock = `${file}.lock`;
  const another = 'Or choose another file: npm run serve -- --log FILE (or none).';
  if (!takeWritable(file, lock, another))
    throw new Error(
      `Another server keeps its contact centre in ${shown(file)}. Stop it; if there is none, delete ${shown(lock)}. ${another}`,
    );
  if (reset) rmSync(file, { force: true });
  const build = createHash('sha256').update(readFileSync(program)).digest('hex').slice(0, 12);
  return { file, build };
}

function takeWritable(file, lock, cure) {
  try {
    if (!take(lock)) return false;
    process.once('exit', () => release(lock));
    appendFileSync(file, '', { mode: 0o600 });
    return true;
  } catch (error) {
    throw new Error(`${shown(file)} cannot be written: ${error.message}. ${cure}`, { cause: error });
  }
}

/**
 * @param {import('../../mocks/server').StartReport} started
 * @param {string | undefined} file where it is kept
 * @returns {string} how the contact centre has started, for people
 */
export function tellStart({ resumed, setAside }, file) {
  if (file === undefined) return 'The contact centre is kept in memory: it ends with this server.';
  const lines = [`The contact centre is kept in ${shown(file)}.`];
  if (setAside !== undefined)
    lines.push(
      `What this build cannot resume, since another one wrote it or it is damaged, was set aside: ${shown(setAside)}.`,
    );
  if (resumed === undefined) lines.push('It begins anew.');
  else {
    const { agents, conversations, pendingTransfers } = resumed;
    lines.push(
      `It resumes where it stopped: ${count(agents, 'agent')} signed in, ${count(conversations, 'conversation')}, ${count(pendingTransfers, 'transfer')} waiting for an answer.`,
      'Begin anew with: npm run serve -- --reset',
    );
  }
  return lines.join('\n');
}

function count(number, noun) {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** A path as people type it. */
function shown(path) {
  const inside = relative(process.cwd(), path);
  return inside.startsWith('..') ? path : inside;
}
