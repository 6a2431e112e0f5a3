import './common/require-node.js';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build/build.js';
import { ensureInstalled } from './common/install.js';
import { main } from './common/main.js';
import { root } from './common/project.js';
import { bundleExample } from './examples/bundle.js';
import { anotherPort, portOr, refuseTaken } from './serve/listen.js';
import { createStaticFiles } from './serve/static-files.js';

await main(async () => {
  const [name = ''] = process.argv.slice(2);
  const names = readdirSync(join(root, 'examples'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  if (!existsSync(join(root, 'examples', name, 'page.ts'))) {
    throw new Error(`Which example? npm run example -- ${names.map((entry) => entry.name).join(' | ')}`);
  }
  const port = portOr(4500);
  await ensureInstalled();
  await ensureBuilt();
  await refuseTaken(port, anotherPort(port, `npm run example -- ${name}`));
  const folder = await bundleExample(name);
  const { startExample } = await import(join(folder, 'server.js'));
  const files = createStaticFiles({ mounts: { '/': join(folder, 'page'), '/modules/': join(root, 'dist/modules') } });
  await startExample({ port, files });
  console.log(`\nOpen http://localhost:${port}/\n\nStop it with Ctrl+C.`);
});
