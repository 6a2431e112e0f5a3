import './lib/require-node.js';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './lib/build.js';
import { ensureInstalled } from './lib/install.js';
import { listen, portOr } from './lib/listen.js';
import { main } from './lib/main.js';
import { root } from './lib/project.js';
import { createStaticFiles } from './lib/static-files.js';

await main(async () => {
  const { values } = parseArgs({
    options: {
      scenario: { type: 'string' },
      // Lets tests and demonstrations move time and drop streams.
      control: { type: 'boolean', default: false },
    },
  });
  const port = portOr(4401);
  const host = process.env.HOST ?? '127.0.0.1';
  await ensureInstalled();
  await ensureBuilt();

  const { createContactCentreListener } = await import('../dist/serve/index.js');
  const centre = createContactCentreListener(values);
  const files = createStaticFiles({ mounts: { '/': join(root, 'dist/live'), '/modules/': join(root, 'dist/modules') } });
  const answer = (request, response) => (request.url.startsWith('/v1/') ? centre.listener : files)(request, response);
  const server = await listen(answer, { port, host, command: 'npm run serve' });

  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      centre.close();
      server.close(() => process.exit(0));
      server.closeAllConnections();
    });
  }
  console.log(`
Desktop and contact centre are one server: agents in different browsers share it. Open

  http://${host === '127.0.0.1' ? 'localhost' : host}:${port}/?agent=ana
  http://${host === '127.0.0.1' ? 'localhost' : host}:${port}/?agent=bianca

Stop it with Ctrl+C.`);
});
