import { join } from 'node:path';
import { packageOf } from './packages.js';

/** What a page has one of, and an entry for pages with React takes from it. */
const REACT = ['react', 'react/jsx-runtime', 'react-dom', 'react-dom/client'];

/**
 * Bundles the built entries of host-kit once more, with every library inside, split where code is
 * imported on demand. A host's bundler must find no bare `react` in there: it would give modules
 * the host's React, whatever its version, or ours to the host. Only the entries below `react/` are
 * for who has React and wants to share it. Pages without a bundler import the same files.
 *
 * @param {string} from holds `index.js`, `react/*.js` and `testing/index.js`
 * @param {string} folder where they go, with `development/index.js`, which bundlers take while a host is developed
 * @returns {Promise<string[]>} the libraries that have been built in
 */
export async function bundleSelfContained(from, folder) {
  const { build } = await import('esbuild');
  const common = {
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    sourcemap: true,
    legalComments: 'none',
    metafile: true,
    chunkNames: 'chunks/[name]-[hash]',
    logLevel: 'error',
  };
  const index = { ...common, entryPoints: [join(from, 'index.js')] };
  const development = await build({
    ...index,
    outdir: join(folder, 'development'),
    define: { 'process.env.NODE_ENV': '"development"' },
  });
  const production = await build({
    ...index,
    outdir: folder,
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const withReact = await build({
    ...common,
    entryPoints: ['index', 'share-react'].map((name) => join(from, 'react', `${name}.js`)),
    outdir: join(folder, 'react'),
    external: REACT,
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  await build({
    ...common,
    entryPoints: [join(from, 'testing/index.js')],
    outdir: join(folder, 'testing'),
    packages: 'external',
  });
  const inputs = [development, production, withReact].flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const libraries = inputs.flatMap(
    (path) =>
      path
        .split(/(?:^|\/)node_modules\//)
        .slice(1)
        .at(-1) ?? [],
  );
  return [...new Set(libraries.map(packageOf))].filter((name) => !name.startsWith('@baton/')).toSorted();
}
