import './lib/require-node.js';
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.js';
import { ensureInstalled } from './lib/install.js';
import { listen, portOr } from './lib/listen.js';
import { main } from './lib/main.js';
import { root } from './lib/project.js';
import { createStaticFiles } from './lib/static-files.js';

await main(async () => {
  const port = portOr(4400);
  await ensureInstalled();
  await ensureBuilt();

  const mounts = { '/': join(root, 'dist/mocked'), '/modules/': join(root, 'dist/modules') };
  await listen(createStaticFiles({ mounts }), { port, host: '127.0.0.1', command: 'npm start' });

  const origin = `http://localhost:${port}`;
  console.log(`
Baton runs with a mocked contact centre. Open

  ${origin}/?agent=ana                             Ana's desktop, with a conversation to hand over
  ${origin}/two-desktops?left=ana&right=bianca     Ana and Bianca side by side
  ${origin}/                                       sign in as any demo agent

Stop it with Ctrl+C.`);
});
