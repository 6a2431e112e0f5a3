import { join } from 'node:path';
import { browser } from '../../webpack.config.js';

/**
 * Host pages of the tests: each folder `<name>/` with a `host.ts` that is bundled together with host-kit into
 * `dist/embedding/<name>/host.js`. What else a page needs – its HTML, its style sheets – is served from the folder
 * as it is (see ../browser/support/host-pages.ts).
 */
export default ['hostile'].map(hostPage);

function hostPage(name) {
  return browser(`host-${name}`, 'production', {
    entry: { host: `./test/embedding/${name}/host.ts` },
    output: { path: join(import.meta.dirname, '../../dist/embedding', name), filename: '[name].js', publicPath: 'auto' },
    optimization: { splitChunks: false },
    plugins: [],
  });
}
