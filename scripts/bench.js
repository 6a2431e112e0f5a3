import './common/require-node.js';
import { measureBus, measureContactCentre, measureReducer } from './bench/measure-node.js';
import { ensureBenchesBuilt, ensureBuilt } from './build/build.js';
import { ensureChromium } from './test/chromium.js';
import { ensureInstalled } from './common/install.js';
import { main } from './common/main.js';
import { printStart } from './bench/print-start.js';
import { printTable } from './common/table.js';

await main(async () => {
  await ensureInstalled();
  await ensureBuilt();
  await ensureBenchesBuilt();

  await printStart(await ensureChromium());
  console.log(
    '\nBus: nanoseconds per emit, median of interleaved rounds, one process per candidate and round (× the bare loop)',
  );
  printTable(await measureBus());
  const { conversation, presence } = await measureReducer();
  console.log('\nReducer: frames of a conversation that goes to and fro');
  printTable(conversation);
  console.log('\nLive targets: one change of presence, by how many have changed since the snapshot; 50 are shown');
  printTable(presence);
  const { bySize, byDirectory, byHandOvers, reopening } = await measureContactCentre();
  console.log('\nContact centre: milliseconds a step, median, by how many agents there are; a hundred are signed in');
  printTable(bySize);
  console.log(
    '\nBusy floor: milliseconds, median, by targets in the directory; a thousand presences change in a second',
  );
  printTable(byDirectory);
  console.log('\nContact centre: milliseconds a step, median of the last 50, by hand-overs with texts until then');
  printTable(byHandOvers);
  console.log('\nContact centre: milliseconds until it goes on with the life in its file, by steps until then');
  printTable(reopening);
});
