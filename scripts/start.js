import './common/require-node.js';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './build/build.js';
import { readOrigins } from './serve/cross-origin.js';
import { createDesktopFiles } from './serve/desktop-files.js';
import { ensureInstalled } from './common/install.js';
import { listen, portOr } from './serve/listen.js';
import { main } from './common/main.js';

await main(async () => {
  // Whose pages may hold the page for iframes.
  const { values } = parseArgs({ options: { hosts: { type: 'string', default: '' } } });
  const hosts = readOrigins(values.hosts);
  const port = portOr(4400);
  await ensureInstalled();
  await ensureBuilt();

  await listen(createDesktopFiles({ flavour: 'mocked', hosts }), { port, host: '127.0.0.1', command: 'npm start' });

  const origin = `http://localhost:${port}`;
  console.log(`
Baton runs with a mocked contact centre. Open

  ${origin}/?agent=ana                             Ana's desktop, with a conversation to hand over
  ${origin}/two-desktops?left=ana&right=bianca     Ana and Bianca side by side
  ${origin}/                                       sign in as any demo agent

Stop it with Ctrl+C.`);
});
