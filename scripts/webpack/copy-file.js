/** webpack plugin: adds one file to the output as it is. */
export class CopyFile {
  constructor(from, to) {
    this.from = from;
    this.to = to;
  }

  apply(compiler) {
    const { sources, Compilation } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('CopyFile', (compilation) => {
      compilation.hooks.processAssets.tap(
        { name: 'CopyFile', stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL },
        () => {
          compilation.emitAsset(this.to, new sources.RawSource(compiler.inputFileSystem.readFileSync(this.from)));
        },
      );
    });
  }
}
