import { compile } from './compile.js';

/** Builds what the benchmarks run into `dist/bench/`. */
export async function buildBenches() {
  const { default: configurations } = await import('../../test/bench/webpack.config.js');
  console.log('Building the benchmarks …');
  await compile(configurations);
}
