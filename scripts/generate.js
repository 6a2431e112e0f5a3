import './lib/require-node.js';
import { ensureInstalled } from './lib/install.js';
import { main } from './lib/main.js';

/** Everything that is committed and made from other files, in the order in which one is made from another. */
const generators = {
  tokens: () => import('./lib/generate/tokens.js'),
  documents: () => import('./lib/generate/documents.js'),
  reports: () => import('./lib/generate/reports.js'),
  // Only at a release: what is kept is the host of that release, not the one of now.
  'released-host': () => import('./lib/generate/released-host.js'),
};
const unasked = ['tokens', 'documents', 'reports'];

await main(async () => {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !(name in generators));
  if (unknown.length > 0) {
    throw new Error(`There is no generator "${unknown[0]}". Name one of: ${Object.keys(generators).join(', ')}.`);
  }
  await ensureInstalled();
  for (const name of asked.length > 0 ? asked : unasked) {
    const { generate } = await generators[name]();
    await generate();
    console.log(`  ✓ ${name}`);
  }
  console.log('Look at the difference before you commit it.');
});
