import './common/require-node.js';
import { ensureInstalled } from './common/install.js';
import { refuseTaken } from './serve/listen.js';
import { main } from './common/main.js';

await main(async () => {
  await ensureInstalled();
  const { default: webpack } = await import('webpack');
  const { default: WebpackDevServer } = await import('webpack-dev-server');
  const { default: configurations, DEV_PORTS, MODULES } = await import('../webpack.config.js');

  // One module alone, for a desktop that runs elsewhere.
  const [module] = process.argv.slice(2);
  if (module !== undefined && !MODULES.includes(module))
    throw new Error(`There is no module "${module}". There are ${MODULES.join(', ')}.`);
  const alone = module !== undefined;

  for (const name of Object.keys(DEV_PORTS).filter((part) => !alone || part === module))
    await refuseTaken(DEV_PORTS[name], 'then start again: modules are developed on ports that do not change.');

  // One server for each part: given all parts at once, every server would watch and build all of them.
  console.log('Building for development …');
  const parts = configurations({ development: true, only: module, alone }).filter(({ name }) => name in DEV_PORTS);
  for (const part of parts) {
    await new WebpackDevServer(part.devServer, webpack(part)).start();
  }
  console.log(
    alone
      ? `
${module} is at http://localhost:${DEV_PORTS[module]}/baton-module.json. In the console of a desktop that allows it, enter

  baton.overrides.set('${module}', 'http://localhost:${DEV_PORTS[module]}/baton-module.json')

and load the page again: docs/developing-a-module.md. What you save shows at once. Stop it with Ctrl+C.
`
      : `\nOpen http://localhost:${DEV_PORTS['shell-mocked']}/?agent=ana; what you save shows at once. Stop it with Ctrl+C.\n`,
  );
});
