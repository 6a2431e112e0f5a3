import { join } from 'node:path';
import HtmlPlugin from 'html-webpack-plugin';
import { browser, configuration, shellPage } from '../../webpack.config.js';

const output = join(import.meta.dirname, '../../dist/bench');

/** What the benchmarks run: the desktop as one bundle, a host of another team, a page of long lists, and the measured code for node. */
export default [
  browser('bench-one-bundle', 'production', {
    entry: './test/bench/one-bundle.ts',
    output: { path: join(output, 'one-bundle'), filename: 'assets/[name].[contenthash:8].js', publicPath: '/' },
    optimization: { splitChunks: false },
    plugins: shellPage(),
  }),
  browser('bench-foreign-host', 'production', {
    entry: { 'foreign-host': './test/bench/foreign-host/foreign-host.ts' },
    output: {
      path: join(output, 'foreign-host'),
      filename: '[name].js',
      chunkFilename: '[name].[contenthash:8].js',
      publicPath: '/assets/',
    },
    plugins: [],
  }),
  browser('bench-scale', 'production', {
    entry: './test/bench/scale/scale.ts',
    output: { path: join(output, 'scale'), filename: '[name].[contenthash:8].js', publicPath: '/' },
    optimization: { splitChunks: false },
    plugins: [new HtmlPlugin({ template: './test/bench/scale/index.html', scriptLoading: 'defer' })],
  }),
  configuration('bench-node', 'production', {
    target: 'node20',
    entry: {
      bus: './test/bench/bus.ts',
      'contact-centre': './test/bench/contact-centre.ts',
      presence: './test/bench/presence.ts',
      reducer: './test/bench/reducer.ts',
      'storm-centre': './test/bench/storm-centre.ts',
    },
    experiments: { outputModule: true },
    output: { path: join(output, 'node'), filename: '[name].js', library: { type: 'module' }, chunkFormat: 'module' },
    optimization: { minimize: false, splitChunks: false },
  }),
];
