import './lib/require-node.js';
import { ensureInstalled } from './lib/install.js';
import { main } from './lib/main.js';

await main(async () => {
  await ensureInstalled();
  const { default: webpack } = await import('webpack');
  const { default: WebpackDevServer } = await import('webpack-dev-server');
  const { default: configurations, DEV_PORTS } = await import('../webpack.config.js');

  // One server for each part: given all parts at once, every server would watch and build all of them.
  console.log('Building for development …');
  const parts = configurations({ development: true }).filter(({ name }) => name in DEV_PORTS);
  for (const part of parts) {
    await new WebpackDevServer(part.devServer, webpack(part)).start();
  }
  console.log(`\nOpen http://localhost:${DEV_PORTS['shell-mocked']}/?agent=ana; what you save shows at once. Stop it with Ctrl+C.\n`);
});
