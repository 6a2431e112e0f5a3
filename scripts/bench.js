import './lib/require-node.js';
import { measureBus, measureReducer } from './lib/bench-node.js';
import { ensureBenchesBuilt, ensureBuilt } from './lib/build.js';
import { ensureChromium } from './lib/chromium.js';
import { ensureInstalled } from './lib/install.js';
import { main } from './lib/main.js';
import { printStart } from './lib/print-start.js';
import { printTable } from './lib/table.js';

await main(async () => {
  await ensureInstalled();
  await ensureBuilt();
  await ensureBenchesBuilt();

  await printStart(await ensureChromium());
  console.log(
    '\nBus: nanoseconds per emit, median of interleaved rounds, one process per candidate and round (× the bare loop)',
  );
  printTable(await measureBus());
  console.log('\nReducer: frames of a conversation that goes to and fro');
  printTable(await measureReducer());
});
