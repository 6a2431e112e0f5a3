import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../common/project.js';
import { comparePictures } from './compare.js';
import { describeTree, isCommit, picturesOfCommit } from './commit.js';
import { tellProgress } from './progress.js';
import { shotsOf } from './shots.js';
import { takePictures } from './take.js';

/** Where the sheet goes. Not in git. */
const sheetFolder = join(root, 'contact-sheet');
/** Where `npm start` shows the states that the sheet links to. */
const origin = 'http://localhost:4400';

/**
 * Takes a picture of every state in every look, and makes a page of them that needs no server.
 *
 * @param {import('./situations.js').Situation[]} states
 * @param {object} options
 * @param {{themes: string[], widths: number[], locales: string[]}} options.looks
 * @param {string} options.dist the build
 * @param {number} options.workers
 * @param {string} [options.against] a commit, or the folder of another sheet, to compare with
 * @returns {Promise<{page: string, failed: number, different?: number}>}
 * @throws when there is nothing of that name to compare with
 */
export async function makeSheet(states, { looks, dist, workers, against }) {
  const shots = shotsOf(states, looks);
  const pictures = join(sheetFolder, 'pictures');
  // First, so that a wrong name is told before a quarter of an hour has gone.
  const before = against === undefined ? undefined : await picturesBefore(against, shots, { workers });
  rmSync(sheetFolder, { recursive: true, force: true });
  const failures = await takePictures(shots, { dist, folder: pictures, workers, onTaken: tellProgress(shots.length) });
  const differences = before === undefined ? new Map() : await compare(shots, pictures, before);

  const page = writePage({
    made: describeTree(),
    against,
    origin,
    states,
    shots: shots.map((shot) => ({
      ...shot,
      failed: failures.get(shot.file),
      difference: differences.get(shot.file),
    })),
  });
  for (const [file, message] of failures) console.error(`${file}: ${message}`);
  const different = [...differences.values()].filter(({ is }) => is !== 'same').length;
  return { page, failed: failures.size, ...(before !== undefined && { different }) };
}

async function picturesBefore(against, shots, { workers }) {
  if (isCommit(against)) return picturesOfCommit(against, shots, { workers });
  const kept = join(root, '.cache/contact-sheet/before');
  rmSync(kept, { recursive: true, force: true });
  // A copy: the folder may be the very one that is written anew.
  try {
    cpSync(join(against, 'pictures'), kept, { recursive: true });
  } catch {
    throw new Error(`"${against}" is neither a commit nor the folder of a contact sheet. Name one of them.`);
  }
  return kept;
}

async function compare(shots, now, before) {
  const drawn = join(sheetFolder, 'differences');
  mkdirSync(drawn, { recursive: true });
  const files = shots.map(({ file }) => file);
  const differences = await comparePictures(files, { now, before, drawn });
  for (const [file, { is }] of differences)
    if (is === 'different') cpSync(join(before, file), join(sheetFolder, 'before', file));
  return differences;
}

function writePage(sheet) {
  const template = join(import.meta.dirname, 'page');
  for (const file of ['sheet.css', 'sheet.js']) cpSync(join(template, file), join(sheetFolder, file));
  const page = join(sheetFolder, 'index.html');
  writeFileSync(page, pageOf(readFileSync(join(template, 'index.html'), 'utf8'), sheet));
  return page;
}

/** @returns {string} the page with its data, which nothing in them can end */
function pageOf(html, sheet) {
  const json = JSON.stringify(sheet).replaceAll('<', String.raw`\u003C`);
  return html.replace('id="sheet"></script>', () => `id="sheet">${json}</script>`);
}
