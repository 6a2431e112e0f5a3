import './common/require-node.js';
import { join, relative } from 'node:path';
import { ensureBuilt } from './build/build.js';
import { ensureInstalled } from './common/install.js';
import { main } from './common/main.js';
import { root } from './common/project.js';
import { playwright } from './test/playwright.js';

/** Pictures of every state in one page, beside those of another commit if one is named; small ones for docs/; snapshots for the tests. */
await main(async () => {
  await ensureInstalled();
  const { readOptions } = await import('./contact-sheet/options.js');
  const { readSituations } = await import('./contact-sheet/situations.js');
  const situations = await readSituations();
  const ids = situations.states.map(({ id }) => id);
  const { make, looks, states, workers, against } = readOptions(process.argv.slice(2), ids);
  await ensureBuilt();
  const dist = join(root, 'dist');

  if (make === 'snapshots') {
    process.exitCode = await playwright(['--update-snapshots=changed', 'state-snapshots.spec'], { seconds: 900 });
    return;
  }
  if (make === 'thumbnails') {
    const { writeThumbnails } = await import('./contact-sheet/thumbnails.js');
    await writeThumbnails(situations, { dist, workers });
    return;
  }
  const { makeSheet } = await import('./contact-sheet/sheet.js');
  const asked = situations.states.filter(({ id }) => states.includes(id));
  const { page, failed, different } = await makeSheet(asked, { looks, dist, workers, against });
  if (different !== undefined) console.log(`  ${different} pictures differ from ${against}.`);
  console.log(`  Open ${relative(root, page)}`);
  if (failed > 0) throw new Error(`${failed} pictures could not be taken; the page says why.`);
});
