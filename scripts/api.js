import './lib/require-node.js';
import { ensureInstalled } from './lib/install.js';
import { main } from './lib/main.js';

await main(async () => {
  await ensureInstalled();
  const { pack } = await import('./lib/pack/pack.js');
  const { agreeOnReports } = await import('./lib/pack/reports.js');
  await pack();
  agreeOnReports();
  console.log('docs/api/ says what the packages promise now. Look at the difference before you commit it.');
});
