import { createHash } from 'node:crypto';
import webpack from 'webpack';

const { ContainerPlugin } = webpack.container;
const { ConsumeSharedPlugin } = webpack.sharing;
const { LoadScriptRuntimeModule } = webpack.runtime;
const { Compilation, RuntimeGlobals, RuntimeModule } = webpack;
const { RawSource, ReplaceSource } = webpack.sources;

/** Where the entry keeps the hashes of its chunks; a string that no source contains otherwise. */
const HASHES = '__BATON_HASHES__';
const PLAIN_ENTRY = 'remoteEntry.js';

/**
 * Builds a package as a federated module: a container with webpack's own container protocol
 * (`init`, `get`), which any module federation host can load, and two manifests.
 *
 * - `baton-module.json` is what host-kit reads: version, contract range, entry, first files,
 *   each with its hash. See packages/host-kit/src/modules/manifest.ts for its shape.
 * - `mf-manifest.json` says the same to hosts and tools of Module Federation 2.
 *
 * The container's global name and its chunks carry the build, so that two builds of one module
 * stand in one page side by side. The entry knows the hashes of its chunks: who checks the entry
 * has checked everything.
 */
export class FederatedModule {
  /**
   * @param {{
   *   name: string, version: string, contract: string, build: string, container: string,
   *   source: string, shared: Record<string, string>,
   * }} options
   *   name: folder name; contract: range of contract versions it works with; build: changes with
   *   the code; container: global variable that the entry sets; shared: library → range that the
   *   module takes from its host, and brings itself where the host has none that fits
   */
  constructor(options) {
    this.options = options;
  }

  apply(compiler) {
    const { container, source, shared } = this.options;
    new ContainerPlugin({
      name: container,
      // Unlike a `var`, a property of the window can be taken away again by who has read it.
      library: { type: 'window', name: container },
      filename: PLAIN_ENTRY,
      exposes: { './app': { import: source, name: 'app' }, './parcel': { import: source, name: 'app' } },
    }).apply(compiler);
    new ConsumeSharedPlugin({
      consumes: Object.fromEntries(
        Object.entries(shared).map(([library, requiredVersion]) => [library, { requiredVersion, strictVersion: true }]),
      ),
    }).apply(compiler);

    compiler.hooks.compilation.tap('FederatedModule', (compilation) => {
      LoadScriptRuntimeModule.getCompilationHooks(compilation).createScript.tap(
        'FederatedModule',
        (code) => `${code}\n${guard(compilation.outputOptions.chunkLoadingGlobal)}`,
      );
      compilation.hooks.additionalTreeRuntimeRequirements.tap('FederatedModule', (chunk) =>
        compilation.addRuntimeModule(chunk, new NonceOfEntry()),
      );
      // After real content hashes are in the names.
      const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER;
      compilation.hooks.processAssets.tap({ name: 'FederatedModule', stage }, () => this.finish(compilation));
    });
  }

  /** Writes hashes into the entry, names the entry by its content, and describes all of it in the manifests. */
  finish(compilation) {
    const hashed = compilation.outputOptions.filename.includes('[contenthash');
    const chunks = compilation
      .getAssets()
      .map(({ name }) => name)
      .filter((name) => name.endsWith('.js') && name !== PLAIN_ENTRY);
    const integrity = Object.fromEntries(chunks.map((file) => [file, integrityOf(compilation, file)]));

    // In development files change under their names, so nothing can be said of their content.
    fillIn(compilation, PLAIN_ENTRY, hashed ? integrity : {});
    const entry = hashed ? renameByContent(compilation, PLAIN_ENTRY) : PLAIN_ENTRY;
    const file = (name) => ({ file: name, ...(hashed ? { integrity: integrityOf(compilation, name) } : {}) });
    const first = compilation.namedChunkGroups
      .get('app')
      .chunks.flatMap((chunk) => [...chunk.files])
      .filter((name) => name.endsWith('.js'));

    const { name, version, contract, build, container } = this.options;
    emit(compilation, 'baton-module.json', {
      name,
      version,
      build,
      contract,
      container,
      entry: file(entry),
      code: first.map(file),
    });
    emit(compilation, 'mf-manifest.json', federationManifest(this.options, entry, first));
  }
}

/** What let the entry run lets its chunks run: a page may have taken away its own scripts, and their nonce with them. */
class NonceOfEntry extends RuntimeModule {
  constructor() {
    super('nonce of entry');
  }

  generate() {
    return `${RuntimeGlobals.scriptNonce} = document.currentScript && document.currentScript.nonce;`;
  }
}

/**
 * Runs where webpack makes the script element of a chunk. A chunk whose content is not what the
 * build made never runs; one that failed or hung is asked for under a new address, since browsers
 * let a second request for a hanging address wait for the first. What was asked is remembered with
 * the build's chunks, which outlive an entry that is run once more.
 *
 * @param {string} chunks the global variable that the build's chunks are put into
 */
const guard = (chunks) => `
var hashes = ${RuntimeGlobals.loadScript}.hashes || (${RuntimeGlobals.loadScript}.hashes = JSON.parse("${HASHES}"));
var hash = hashes[url.slice(${RuntimeGlobals.publicPath}.length)];
if (hash) { script.crossOrigin = 'anonymous'; script.integrity = hash; }
var asked = self.${chunks}.asked || (self.${chunks}.asked = {});
asked[url] = (asked[url] || 0) + 1;
if (asked[url] > 1) script.src = url + '?attempt=' + asked[url];`;

function fillIn(compilation, file, hashes) {
  const { source } = compilation.getAsset(file);
  const replaced = new ReplaceSource(source);
  const text = source.source().toString();
  for (const { index, 0: literal } of text.matchAll(new RegExp(`(["'\`])${HASHES}\\1`, 'g'))) {
    replaced.replace(index, index + literal.length - 1, JSON.stringify(JSON.stringify(hashes)));
  }
  compilation.updateAsset(file, replaced);
}

function renameByContent(compilation, file) {
  const hash = createHash('sha256').update(compilation.getAsset(file).source.buffer()).digest('hex').slice(0, 8);
  const name = file.replace('.js', `.${hash}.js`);
  const map = `${file}.map`;
  if (compilation.getAsset(map) !== undefined) {
    const text = compilation.getAsset(file).source.source().toString();
    compilation.updateAsset(
      file,
      new RawSource(text.replace(`sourceMappingURL=${map}`, `sourceMappingURL=${name}.map`)),
    );
    compilation.renameAsset(map, `${name}.map`);
  }
  compilation.renameAsset(file, name);
  return name;
}

function integrityOf(compilation, file) {
  return `sha384-${createHash('sha384').update(compilation.getAsset(file).source.buffer()).digest('base64')}`;
}

function emit(compilation, file, content) {
  compilation.emitAsset(file, new RawSource(`${JSON.stringify(content, null, 2)}\n`));
}

/** The manifest of Module Federation 2, as far as hosts read it: module-federation.io, "mf-manifest.json". */
function federationManifest({ name, version, container }, entry, first) {
  const id = name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  const noAssets = { sync: [], async: [] };
  return {
    id,
    name: id,
    metaData: {
      name: id,
      type: 'app',
      buildInfo: { buildVersion: version, buildName: name },
      remoteEntry: { name: entry, path: '', type: 'global' },
      types: { path: '', name: '', zip: '', api: '' },
      globalName: container,
      pluginVersion: '2.0.0',
      publicPath: 'auto',
    },
    shared: [],
    remotes: [],
    exposes: ['app', 'parcel'].map((exposed) => ({
      id: `${id}:${exposed}`,
      name: exposed,
      path: `./${exposed}`,
      assets: { js: { sync: first, async: [] }, css: noAssets },
    })),
  };
}
