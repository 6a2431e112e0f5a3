import { mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../common/project.js';
import { tellProgress } from './progress.js';
import { shotsOf } from './shots.js';
import { untilStands } from './standing.js';
import { openBrowser, takePictures } from './take.js';

const folder = join(root, 'docs/thumbnails');
/** Narrow enough to be made out when it is small: the conversation, and beside it what comes in. */
const look = { themes: ['light'], widths: [768], locales: ['en'] };
const width = 360;
const maxBytes = 15_000;
/** By then a scenario has begun, or its target has answered; in milliseconds. */
const scenarioMs = 8000;
/** Scenarios in which nothing happens before Ana transfers her conversation, with the target that they are about. */
const transfers = {
  'target-accepts': 'Bianca Okafor',
  'target-declines': 'Bianca Okafor',
  'target-signs-out': 'Bianca Okafor',
  'target-offline': 'Bianca Okafor',
  'no-answer': 'Bianca Okafor',
  'no-permission': 'Bianca Okafor',
  'reasons-hidden': 'Bianca Okafor',
  'backend-error': 'Bianca Okafor',
  'backend-silent': 'Bianca Okafor',
  'customer-interrupts': 'Bianca Okafor',
  queue: 'Delivery',
  'placed-in-queue': 'Delivery',
  'empty-pool': 'Senior agents',
};
/** Scenarios that are about the directory. */
const searches = [
  'stale-directory',
  'presence-on-request',
  'no-presence',
  'slow-network',
  'large-directory',
  'busy-floor',
];

/**
 * Writes a small picture of each state and scenario into docs/thumbnails/, and removes those of what is gone.
 *
 * @param {{states: import('./situations.js').Situation[], scenarios: import('./situations.js').Situation[]}} situations
 * @param {{dist: string, workers: number}} options
 * @throws when a picture could not be taken; the others are written
 */
export async function writeThumbnails({ states, scenarios }, { dist, workers }) {
  const large = mkdtempSync(join(tmpdir(), 'baton-thumbnails-'));
  const onTaken = tellProgress(states.length + scenarios.length);
  const options = { dist, folder: large, workers, onTaken };
  const failures = new Map([
    ...(await takePictures(shotsOf(scenarios, look, 'scenario'), { ...options, prepare: playScenario })),
    // Last: where a state has the name of a scenario, it shows what comes of it.
    ...(await takePictures(shotsOf(states, look), options)),
  ]);
  await shrinkAll(large);
  rmSync(large, { recursive: true });
  const ids = new Set([...states, ...scenarios].map(({ id }) => `${id}.jpg`));
  for (const file of readdirSync(folder)) if (file.endsWith('.jpg') && !ids.has(file)) rmSync(join(folder, file));
  if (failures.size > 0) throw new Error([...failures.values()].join('\n'));
}

/** Lets what a scenario is about happen. */
async function playScenario(page, { situation, loadsForEver }) {
  const target = transfers[situation];
  if (target !== undefined || searches.includes(situation))
    await page.getByRole('main').getByRole('button', { name: 'Transfer', exact: true }).click();
  if (target !== undefined) {
    await page.getByRole('searchbox', { name: 'Find a target' }).fill(target);
    await page.getByText('Best matches').waitFor();
    await page.getByRole('button', { name: `Actions for ${target}` }).click();
    await page.getByRole('menuitem', { name: /^SMS transfer/ }).click();
    await untilStands(page, { loadsForEver });
  }
  await page.evaluate(advance, scenarioMs);
}

function advance(ms) {
  const headers = { 'content-type': 'application/json' };
  return fetch('/v1/control/advance', { method: 'POST', headers, body: JSON.stringify({ ms }) });
}

async function shrinkAll(large) {
  mkdirSync(folder, { recursive: true });
  const browser = await openBrowser();
  const page = await browser.newPage();
  for (const file of readdirSync(large)) {
    const small = await page.evaluate(shrinkInPage, [
      readFileSync(join(large, file)).toString('base64'),
      width,
      maxBytes,
    ]);
    writeFileSync(join(folder, `${file.split('.')[0]}.jpg`), Buffer.from(small, 'base64'));
  }
  await browser.close();
}

async function shrinkInPage([picture, resizeWidth, limit]) {
  const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0));
  const small = await createImageBitmap(new Blob([bytes]), { resizeWidth, resizeQuality: 'high' });
  const canvas = new OffscreenCanvas(small.width, small.height);
  canvas.getContext('2d').drawImage(small, 0, 0);
  for (let quality = 0.8; ; quality -= 0.1) {
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
    if (blob.size > limit && quality > 0.2) continue;
    return btoa(String.fromCharCode(...new Uint8Array(await blob.arrayBuffer())));
  }
}
