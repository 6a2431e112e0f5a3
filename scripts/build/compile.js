/**
 * Runs webpack.
 *
 * @param {import('webpack').Configuration[]} configurations
 * @throws when a part does not compile; webpack has then said why
 */
export async function compile(configurations) {
  const { default: webpack } = await import('webpack');
  const compiler = webpack(configurations);
  for (const part of compiler.compilers) {
    part.hooks.done.tap('progress', (stats) => {
      const seconds = ((stats.endTime - stats.startTime) / 1000).toFixed(1);
      console.log(`  ${stats.hasErrors() ? '✗' : '✓'} ${part.name} (${seconds} s)`);
    });
  }
  const stats = await new Promise((resolve, reject) => {
    compiler.run((error, result) => compiler.close(() => (error ? reject(error) : resolve(result))));
  });
  if (stats.hasErrors()) throw new Error(`The build failed.\n${stats.toString('errors-only')}`);
}
