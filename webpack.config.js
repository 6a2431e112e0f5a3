import { createRequire } from 'node:module';
import { join } from 'node:path';
import ReactRefreshPlugin from '@pmmmwh/react-refresh-webpack-plugin';
import HtmlPlugin from 'html-webpack-plugin';
import Minimizer from 'minimizer-webpack-plugin';
import webpack from 'webpack';
import { RemoteFiles } from './scripts/webpack/remote-files.js';
import { CopyFile } from './scripts/webpack/copy-file.js';
import { CATALOGUE } from './scripts/webpack/icu.js';
import { PseudoLocales } from './scripts/webpack/pseudo-locales.js';
import { Thumbnails } from './scripts/webpack/thumbnails.js';
import {
  buildOf,
  contractRange,
  installedVersion,
  intentsOf,
  kitVersion,
  sharedRanges,
  versionOf,
} from './scripts/webpack/versions.js';

const root = import.meta.dirname;
const require = createRequire(import.meta.url);

/** The federated modules, by folder. */
export const MODULES = ['team-communicator', 'sms-window', 'notifications'];

/** Where `npm run dev` serves each configuration. */
export const DEV_PORTS = {
  'shell-mocked': 4400,
  'team-communicator': 4410,
  'sms-window': 4420,
  notifications: 4430,
};

/**
 * Everything the project builds, one configuration each, named like what it makes.
 *
 * `webpack --env only=sms-window` builds one of them; `--env development` builds for
 * `npm run dev`: readable, with hot reload. With `alone`, modules take no library from their host,
 * so that they work in one that is built for production.
 *
 * @param {{only?: string, development?: boolean, alone?: boolean}} [env]
 * @returns {import('webpack').Configuration[]}
 */
export default function configurations(env = {}) {
  const mode = env.development ? 'development' : 'production';
  return [
    ...MODULES.map((name) => federatedModule(name, mode, env.alone)),
    shell('live', './shell/src/main.ts', mode),
    shell('mocked', './shell/src/main-mocked.ts', mode),
    iframePage('frame', './packages/iframe-page/src/main.ts', mode),
    iframePage('frame-mocked', './packages/iframe-page/src/main-mocked.ts', mode),
    parentLibrary('script', mode),
    parentLibrary('module', mode),
    server(mode),
  ].filter(({ name }) => env.only === undefined || env.only === name);
}

function federatedModule(name, mode, alone = false) {
  const build = mode === 'production' ? buildOf(name) : 'development';
  const container = `baton_${name.replaceAll('-', '_')}_${build}`;
  const ranges = sharedRanges();
  /** From the host if it has it in range, and the module's own if not. */
  const take = (library) => ({
    requiredVersion: ranges[library],
    version: library.startsWith('@baton/') ? kitVersion() : installedVersion(library),
    strictVersion: true,
  });
  const shared = {
    react: take('react'),
    'react/jsx-runtime': take('react/jsx-runtime'),
    'react-dom': take('react-dom'),
    'react-dom/client': take('react-dom/client'),
    '@baton/module-kit': take('@baton/module-kit'),
    '@baton/ui': take('@baton/ui'),
    '@baton/desktop': take('@baton/desktop'),
    '@baton/contracts': take('@baton/contracts'),
  };
  const configuration = browser(name, mode, {
    entry: {},
    output: {
      path: join(root, 'dist/modules', name),
      filename: hashed(mode),
      // Two builds of one module may stand in one page, each with its own chunks.
      uniqueName: container,
      // The module may come from another origin than the page.
      publicPath: 'auto',
      crossOriginLoading: 'anonymous',
      // What has not come by then will not come.
      chunkLoadTimeout: 5000,
      // Code whose libraries did not come is run again when they do, instead of being taken for what it is half-way.
      strictModuleErrorHandling: true,
    },
    // A host without our kit or React gets each in one file, instead of one for each package and library in it.
    optimization: {
      splitChunks: {
        cacheGroups: {
          // A module's own libraries come with its own code.
          defaultVendors: false,
          // A page shares React as a whole or not at all.
          react: {
            name: 'react',
            test: /node_modules[\\/](?:react|react-dom|scheduler)[\\/]/,
            chunks: isOfLibraries,
            enforce: true,
          },
          kit: {
            name: 'kit',
            test: isOfKit,
            chunks: isOfLibraries,
            enforce: true,
          },
        },
      },
    },
    plugins: [
      new webpack.container.ModuleFederationPlugin({
        name: container,
        // Unlike a `var`, a property of the window can be taken away again by who has read it.
        library: { type: 'window', name: container },
        filename: 'remoteEntry.js',
        exposes: {
          './app': { import: `./packages/${name}/src/index.ts`, name: 'app' },
          './parcel': { import: `./packages/${name}/src/index.ts`, name: 'app' },
        },
        shared: alone ? {} : shared,
      }),
      new RemoteFiles({
        name,
        version: versionOf(name),
        contract: contractRange(),
        intents: () => intentsOf(name),
        build,
        container,
        stableContainer: `baton_${name.replaceAll('-', '_')}`,
        shared: alone ? {} : shared,
      }),
    ],
  });
  // What was built to share libraries is of no use alone.
  if (alone) configuration.cache.name += '-alone';
  return configuration;
}

/** The reference host is plain webpack: host-kit loads the modules. */
function shell(flavour, entry, mode) {
  return browser(`shell-${flavour}`, mode, {
    entry,
    output: { path: join(root, 'dist', flavour), filename: `assets/${hashed(mode)}`, publicPath: '/' },
    // A worker has no Trusted Types policy to load a second script with: it must be one file.
    optimization: { splitChunks: false },
    plugins: [
      new webpack.DefinePlugin({ BATON_KIT_VERSION: JSON.stringify(kitVersion()) }),
      ...shellPage(),
      ...(mode === 'development' ? [new RefreshAcrossModules()] : []),
      ...(flavour === 'mocked'
        ? [
            new CopyFile(require.resolve('msw/mockServiceWorker.js'), 'mockServiceWorker.js'),
            new PseudoLocales(),
            new Thumbnails(),
          ]
        : []),
    ],
  });
}

/** What a module's own code takes from the page. Its own chunks have names, and lean on what the page has already. */
function isOfLibraries(chunk) {
  return !chunk.name && !chunk.canBeInitial();
}

/** What modules have in common, besides the libraries that every host has and what comes only when it is needed. */
function isOfKit({ resource }) {
  return (
    resource !== undefined &&
    !/node_modules[\\/](?:(?:react|react-dom|scheduler|@tanstack)[\\/]|@formatjs[\\/](?!fast-memoize|icu-messageformat-parser[\\/]no-parser))|(?<!en-GB)\.json$/.test(
      resource,
    )
  );
}

/** The page that other desktops hold in an iframe; works at any address, since it finds its files beside itself. */
function iframePage(name, entry, mode) {
  return browser(name, mode, {
    entry,
    output: { path: join(root, 'dist', name), filename: `assets/${hashed(mode)}`, publicPath: 'auto' },
    // A worker has no Trusted Types policy to load a second script with: it must be one file.
    optimization: { splitChunks: false },
    plugins: [
      new webpack.DefinePlugin({ BATON_KIT_VERSION: JSON.stringify(kitVersion()) }),
      new HtmlPlugin({ template: './packages/iframe-page/src/index.html', scriptLoading: 'defer' }),
    ],
  });
}

/** What pages load that hold Baton in an iframe: from a script tag, where it is the global `embedBaton`, or as an ES module. */
function parentLibrary(kind, mode) {
  const script = kind === 'script';
  return browser(`embed-${kind}`, mode, {
    entry: script ? './packages/iframe/src/script.ts' : './packages/iframe/src/index.ts',
    output: {
      path: join(root, 'dist/embed'),
      filename: script ? 'embed-baton.js' : 'embed-baton.mjs',
      ...(script ? {} : { library: { type: 'module' } }),
      // Both stand in one folder.
      clean: false,
    },
    experiments: { outputModule: !script },
    // Hosts load it as it is: not even a comment too much.
    devtool: mode === 'production' ? 'hidden-source-map' : 'cheap-module-source-map',
    plugins: [],
  });
}

/** The contact centre over real HTTP, for `npm run serve`: an ES module for node. */
function server(mode) {
  return configuration('server', mode, {
    target: 'node20',
    entry: './mocks/server/index.ts',
    experiments: { outputModule: true },
    output: {
      path: join(root, 'dist/serve'),
      filename: 'index.js',
      library: { type: 'module' },
      chunkFormat: 'module',
    },
    optimization: { minimize: false },
  });
}

/** What every build for browsers has in common. Exported for the benchmark's own bundle. */
export function browser(name, mode, { output, plugins, ...rest }) {
  const hot = mode === 'development';
  return configuration(name, mode, {
    target: ['web', 'es2022'],
    output: {
      uniqueName: `baton-${name}`,
      ...output,
      assetModuleFilename: output.filename.replace('[contenthash:8].js', '[contenthash:8][ext]'),
    },
    plugins: [...plugins, ...(hot ? [new ReactRefreshPlugin({ overlay: false, include: /\.tsx$/ })] : [])],
    ...(hot ? { devServer: devServer(name) } : {}),
    ...rest,
  });
}

/** What every build has in common. Exported for the benchmarks. */
export function configuration(name, mode, { output, optimization, ...rest }) {
  return {
    name,
    mode,
    context: root,
    output: { clean: true, ...output },
    resolve: { extensions: ['.ts', '.tsx', '.js', '.mjs'] },
    module: { rules: rules(mode) },
    devtool: mode === 'production' ? 'source-map' : 'cheap-module-source-map',
    optimization: {
      minimizer: [
        new Minimizer({
          minify: Minimizer.swcMinify,
          extractComments: false,
          minimizerOptions: { ecma: 2020, compress: { ecma: 2020, passes: 3 } },
        }),
      ],
      ...optimization,
    },
    cache: {
      type: 'filesystem',
      cacheDirectory: join(root, '.cache/webpack'),
      name: `${name}-${mode}`,
      buildDependencies: {
        config: [
          import.meta.filename,
          join(root, 'scripts/webpack/icu.js'),
          join(root, 'scripts/webpack/icu-loader.js'),
        ],
      },
    },
    performance: false,
    infrastructureLogging: { level: 'error' },
    stats: 'errors-warnings',
    ...rest,
  };
}

function rules(mode) {
  const development = mode === 'development';
  return [
    { test: /\.ts$/, loader: 'swc-loader', options: { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } } },
    {
      test: /\.tsx$/,
      loader: 'swc-loader',
      options: {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic', development, refresh: development } },
        },
      },
    },
    { test: /\.css$/, loader: join(root, 'scripts/webpack/sheet-loader.js') },
    { test: CATALOGUE, loader: join(root, 'scripts/webpack/icu-loader.js'), type: 'json' },
    { test: /\.woff2$/, type: 'asset/resource' },
    {
      // Catalogues are compiled above: the formatter needs no parser. A host's own texts load it lazily.
      include: /node_modules[\\/]intl-messageformat[\\/]/,
      resolve: {
        alias: {
          '@formatjs/icu-messageformat-parser$': join(
            root,
            'node_modules/@formatjs/icu-messageformat-parser/no-parser.js',
          ),
        },
      },
    },
  ];
}

function hashed(mode) {
  return mode === 'production' ? '[name].[contenthash:8].js' : '[name].js';
}

function devServer(name) {
  const port = DEV_PORTS[name];
  return {
    port,
    host: 'localhost',
    hot: true,
    liveReload: false,
    allowedHosts: 'all',
    headers: { 'Access-Control-Allow-Origin': '*' },
    client: { overlay: false, webSocketURL: `ws://localhost:${port}/ws` },
    ...(name === 'shell-mocked'
      ? {
          historyApiFallback: true,
          // Modules have their usual addresses, whatever port they are built on.
          proxy: MODULES.map((module) => ({
            context: [`/modules/${module}/`],
            target: `http://localhost:${DEV_PORTS[module]}`,
            pathRewrite: { [`^/modules/${module}`]: '' },
          })),
        }
      : {}),
  };
}

/**
 * Hot reload re-renders a module's components with the renderer that the shell has brought. For
 * that, renderers must be on record before any script runs, as they are with React's devtools.
 */
class RefreshAcrossModules {
  apply(compiler) {
    const hook = `window.__REACT_DEVTOOLS_GLOBAL_HOOK__ ??= {
      renderers: new Map(),
      supportsFiber: true,
      inject(renderer) {
        const id = this.renderers.size + 1;
        this.renderers.set(id, renderer);
        return id;
      },
      onScheduleFiberRoot() {},
      onCommitFiberRoot() {},
      onCommitFiberUnmount() {},
    };`;
    compiler.hooks.compilation.tap('RefreshAcrossModules', (compilation) => {
      HtmlPlugin.getHooks(compilation).alterAssetTagGroups.tap('RefreshAcrossModules', (data) => {
        data.headTags.unshift(HtmlPlugin.createHtmlTagObject('script', {}, hook));
        return data;
      });
    });
  }
}

/** The shell's page, and what stands in it until the desktop does. Exported for the benchmark's own bundle. */
export function shellPage() {
  return [
    new HtmlPlugin({ template: './shell/src/index.html', scriptLoading: 'defer' }),
    new CopyFile(join(root, 'shell/src/fatal.js'), 'fatal.js'),
    new CopyFile(join(root, 'shell/src/start.css'), 'start.css'),
  ];
}
