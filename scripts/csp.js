import './common/require-node.js';
import { parseArgs } from 'node:util';
import { readOrigins } from './serve/cross-origin.js';
import { main } from './common/main.js';
import { securityHeaders } from './serve/static-files.js';

// Prints the headers that `npm run serve` sends, for the origins of a deployment.
await main(async () => {
  const origins = { type: 'string', default: '' };
  const { values } = parseArgs({
    options: { modules: origins, routing: origins, parents: origins, overrides: origins },
  });
  const parents = readOrigins(values.parents);
  const headers = securityHeaders(
    readOrigins(values.modules),
    parents.length === 0 ? undefined : parents,
    readOrigins(values.routing),
    readOrigins(values.overrides),
  );
  for (const [name, value] of Object.entries(headers)) console.log(`${name}: ${value}`);
});
