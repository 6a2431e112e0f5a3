import './lib/require-node.js';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './lib/build.js';
import { allowOrigins, readOrigins } from './lib/cross-origin.js';
import { createDesktopFiles } from './lib/desktop-files.js';
import { ensureInstalled } from './lib/install.js';
import { listen, portOr } from './lib/listen.js';
import { main } from './lib/main.js';

await main(async () => {
  const { values } = parseArgs({
    options: {
      scenario: { type: 'string' },
      // Lets tests and demonstrations move time and drop streams.
      control: { type: 'boolean', default: false },
      // Whose pages, besides our own, may load the modules, reach the contact centre and hold the page for iframes.
      hosts: { type: 'string', default: '' },
      // Where developers may put their own build of a module from: docs/developing-a-module.md.
      overrides: { type: 'string', default: '' },
    },
  });
  const port = portOr(4401);
  const host = process.env.HOST ?? '127.0.0.1';
  const { scenario, control } = values;
  const [hosts, overrides] = [values.hosts, values.overrides].map(readOrigins);
  await ensureInstalled();
  await ensureBuilt();

  const { createContactCentreListener } = await import('../dist/serve/index.js');
  const centre = createContactCentreListener({ scenario, control });
  const api = allowOrigins(centre.listener, hosts);
  const files = createDesktopFiles({ flavour: 'live', hosts, overrides });
  const answer = (request, response) => (request.url.startsWith('/v1/') ? api : files)(request, response);
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
${
  hosts.length === 0
    ? ''
    : `
Pages of ${hosts.join(', ')} may load modules from /modules/<name>/baton-module.json, reach the contact centre at /v1/ and hold /frame/ in an iframe.
`
}
Stop it with Ctrl+C.`);
});
