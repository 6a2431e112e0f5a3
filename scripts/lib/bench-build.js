/** Builds what the benchmarks run into `dist/bench/`. */
export async function buildBenches() {
  const { default: webpack } = await import('webpack');
  const { default: configurations } = await import('../../test/bench/webpack.config.js');
  console.log('Building the benchmarks …');
  const compiler = webpack(configurations);
  const stats = await new Promise((resolve, reject) => {
    compiler.run((error, result) => compiler.close(() => (error ? reject(error) : resolve(result))));
  });
  if (stats.hasErrors()) throw new Error(`The build failed.\n${stats.toString('errors-only')}`);
}
