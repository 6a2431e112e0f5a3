import './common/require-node.js';
import { measureInteractions, measureLists, measurePresence, measureStorms } from './bench/measure-scale.js';
import { ensureBenchesBuilt, ensureBuilt } from './build/build.js';
import { ensureChromium } from './test/chromium.js';
import { ensureInstalled } from './common/install.js';
import { main } from './common/main.js';
import { printTable } from './common/table.js';

await main(async () => {
  await ensureInstalled();
  await ensureBuilt();
  await ensureBenchesBuilt();

  const { chromium } = await import('@playwright/test');
  const browser = await chromium.launch({ executablePath: await ensureChromium() });
  const rowsOf = await measureLists(browser);
  console.log('\nLong lists: CPU ms of the main thread each time, the lesser of two rounds (× the same with 50 rows)');
  printTable(rowsOf('sms-window'));
  console.log();
  printTable(rowsOf('team-communicator'));
  console.log('\nLists of others with a row of a name, a line and two buttons, and what a field costs alone');
  printTable(rowsOf('@tanstack/react-virtual', 'virtua', 'react-virtuoso', 'all rows', 'bare textarea'));
  console.log('\nStorms over the whole desktop, the contact centre in another process');
  printTable(await measureStorms(browser));
  console.log(
    '\nFrom a press to the next picture, 50 conversations, processor slowed down to a quarter (in steps of 8 ms)',
  );
  printTable(await measureInteractions(browser));
  await browser.close();
  console.log('\nPresence: microseconds a change, with 1,000 observers (× a map that calls one function)');
  printTable(await measurePresence());
});
