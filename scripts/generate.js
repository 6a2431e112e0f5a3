import './common/require-node.js';
import { ensureInstalled } from './common/install.js';
import { main } from './common/main.js';

/** Everything that is committed and made from other files, in the order in which one is made from another. */
const generators = {
  tokens: () => import('./generate/tokens.js'),
  rooms: () => import('./generate/rooms.js'),
  states: () => import('./generate/states.js'),
  documents: () => import('./generate/documents.js'),
  reports: () => import('./generate/reports.js'),
};

await main(async () => {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !(name in generators));
  if (unknown.length > 0) {
    throw new Error(`There is no generator "${unknown[0]}". Name one of: ${Object.keys(generators).join(', ')}.`);
  }
  await ensureInstalled();
  for (const name of asked.length > 0 ? asked : Object.keys(generators)) {
    const { generate } = await generators[name]();
    await generate();
    console.log(`  ✓ ${name}`);
  }
  console.log('Look at the difference before you commit it.');
});
