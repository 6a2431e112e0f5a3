import './common/require-node.js';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './build/build.js';
import { allowOrigins, readOrigins } from './serve/cross-origin.js';
import { createDesktopFiles } from './serve/desktop-files.js';
import { ensureInstalled } from './common/install.js';
import { anotherPort, listen, originOf, portOr, refuseTaken } from './serve/listen.js';
import { main } from './common/main.js';
import { ownHostsOnly } from './serve/own-hosts.js';
import { takeLog, tellStart } from './serve/serve-log.js';
import { withContactCentre } from './serve/with-contact-centre.js';

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
      // Where the contact centre is kept: a file, or `none`. Default: a file of its own under .cache/.
      log: { type: 'string' },
      // Forgets what was kept.
      reset: { type: 'boolean', default: false },
    },
  });
  const port = portOr(4401);
  const host = process.env.HOST || '127.0.0.1';
  const { scenario, control } = values;
  const [hosts, overrides] = [values.hosts, values.overrides].map(readOrigins);
  await ensureInstalled();
  await ensureBuilt();

  const { createContactCentreListener, logName } = await import('../dist/serve/index.js');
  // First, since a second server on this port would find its log taken, too.
  if (host === '127.0.0.1') await refuseTaken(port, anotherPort(port, 'npm run serve'));
  const log = takeLog({ asked: values.log, reset: values.reset, port, name: logName(scenario) });
  const centre = createContactCentreListener({ scenario, control, log });
  const start = tellStart(await centre.started, log?.file);
  const api = allowOrigins(centre.listener, hosts);
  const files = createDesktopFiles({ flavour: 'live', hosts, overrides });
  const listener = ownHostsOnly(withContactCentre(api, files), { host, hosts });
  const server = await listen(listener, { port, host, command: 'npm run serve' });

  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      centre.close();
      server.close(() => process.exit(0));
      server.closeAllConnections();
    });
  }
  console.log(`
Desktop and contact centre are one server: agents in different browsers share it. Open

  ${originOf(host, port)}/?agent=ana
  ${originOf(host, port)}/?agent=bianca
${
  hosts.length === 0
    ? ''
    : `
Pages of ${hosts.join(', ')} may load modules from /modules/<name>/baton-module.json, reach the contact centre at /v1/ and hold /frame/ in an iframe.
`
}
${start}

Stop it with Ctrl+C.`);
});
