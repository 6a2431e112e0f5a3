import { createHash } from 'node:crypto';
import webpack from 'webpack';
import { federationTypes, TYPES } from './federation-types.js';

const { LoadScriptRuntimeModule } = webpack.runtime;
const { Compilation, RuntimeGlobals, RuntimeModule } = webpack;
const { RawSource, ReplaceSource } = webpack.sources;

/** Where the entry keeps the hashes of its chunks; a string that no source contains otherwise. */
const HASHES = '__BATON_HASHES__';
/** What a module's container exposes: the same lifecycles, for an application and for a parcel. */
const EXPOSED = ['app', 'parcel'];
/** As the container's plugin names it in webpack.config.js: the address that stays the same. */
const STABLE_ENTRY = 'remoteEntry.js';

/**
 * Makes of webpack's container what a module is deployed as: files whose names and hashes hold
 * them together, and two ways to them.
 *
 * - `baton-module.json` is what host-kit reads: version, contract range, intents, entry, first files, each
 *   with its hash. See packages/host-kit/src/modules/manifest.ts for its shape. The entry that it
 *   names carries its hash, and its global name the build: two builds of one module stand in one
 *   page side by side. The entry knows the hashes of its chunks: who checks the entry has checked
 *   everything.
 * - `remoteEntry.js` and `mf-manifest.json` are for module federation hosts that know nothing of
 *   Baton: address and global name stay the same from build to build.
 */
export class RemoteFiles {
  /**
   * @param {{name: string, version: string, contract: string, intents: () => Promise<object>, build: string, container: string, stableContainer: string, shared: Record<string, {version: string, requiredVersion: string}>}} options
   *   name: folder name; contract: range of contract versions it works with; intents: reads what it
   *   declares of itself; build: changes with the code; container, stableContainer: global variables that the two entries set; shared: what
   *   the container takes from its host, as its plugin is told
   */
  constructor(options) {
    this.options = options;
  }

  apply(compiler) {
    compiler.hooks.compilation.tap('RemoteFiles', (compilation) => {
      LoadScriptRuntimeModule.getCompilationHooks(compilation).createScript.tap(
        'RemoteFiles',
        (code) => `${code}\n${guard(compilation.outputOptions.chunkLoadingGlobal)}`,
      );
      compilation.hooks.additionalTreeRuntimeRequirements.tap('RemoteFiles', (chunk) =>
        [new NonceOfEntry(), new AddressOfEntry(this.options.container)].forEach((each) =>
          compilation.addRuntimeModule(chunk, each),
        ),
      );
      // After real content hashes are in the names.
      const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER;
      compilation.hooks.processAssets.tapPromise({ name: 'RemoteFiles', stage }, () => this.finish(compilation));
    });
  }

  /** Writes hashes into the entry, names the entry by its content, and describes all of it in the manifests. */
  async finish(compilation) {
    const hashed = compilation.outputOptions.filename.includes('[contenthash');
    const chunks = compilation
      .getAssets()
      .map(({ name }) => name)
      .filter((name) => name.endsWith('.js') && name !== STABLE_ENTRY);
    const integrity = Object.fromEntries(chunks.map((file) => [file, integrityOf(compilation, file)]));

    const { name, version, contract, build, container, stableContainer } = this.options;
    // In development files change under their names, so nothing can be said of their content.
    fillIn(compilation, STABLE_ENTRY, hashed ? integrity : {});
    const text = compilation.getAsset(STABLE_ENTRY).source.source().toString();
    const entry = renameEntry(compilation, hashed);
    compilation.emitAsset(
      STABLE_ENTRY,
      new RawSource(`${text.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '')}\n${standIn(container, stableContainer)}\n`),
    );
    const file = (asset) => ({ file: asset, ...(hashed ? { integrity: integrityOf(compilation, asset) } : {}) });
    const first = compilation.namedChunkGroups
      .get('app')
      .chunks.flatMap((chunk) => [...chunk.files])
      .filter((asset) => asset.endsWith('.js'));
    const kit = kitOf(this.options.shared);
    const kitFile = chunks.find((asset) => asset.startsWith('kit.'));

    emit(compilation, 'baton-module.json', {
      name,
      version,
      build,
      contract,
      intents: await this.options.intents(),
      container,
      entry: file(entry),
      code: first.map(file),
      ...(kit && kitFile && { kit: { ...kit, ...file(kitFile) } }),
    });
    emit(compilation, 'mf-manifest.json', federationManifest(this.options, first));
    for (const [types, content] of Object.entries(federationTypes(EXPOSED)))
      compilation.emitAsset(types, new RawSource(Buffer.from(content)));
  }
}

/** The version in which all parts of the kit are shared, and what they need beside each other; nothing where none is. */
function kitOf(shared) {
  const isKit = (library) => library.startsWith('@baton/');
  const part = Object.keys(shared).find(isKit);
  if (part === undefined) return undefined;
  const others = Object.entries(shared).filter(([library]) => !isKit(library));
  const libraries = Object.fromEntries(others.map(([library, { requiredVersion }]) => [library, requiredVersion]));
  return { version: shared[part].version, libraries };
}

/**
 * The container under the name that stays. What a host offers counts as one: a renderer and a
 * React that are not of one version refuse each other (React's error 527), and hosts usually offer
 * `react` and `react-dom` without `react-dom/client`. So a host's React is taken when its whole
 * set is there in one version; otherwise the module brings its own, in a scope that the host never
 * sees, so that nothing of the host's changes.
 */
export const standIn = (container, stableContainer) => `;(function () {
  var inner = window.${container}, scope;
  var set = ['react', 'react/jsx-runtime', 'react-dom', 'react-dom/client'];
  function wholeSets(offered) {
    var taken = {};
    Object.keys(offered.react || {}).forEach(function (version) {
      if (!set.every(function (name) { return offered[name] && offered[name][version]; })) return;
      set.forEach(function (name) { (taken[name] = taken[name] || {})[version] = offered[name][version]; });
    });
    return taken;
  }
  window.${stableContainer} = {
    get: function (exposed) { return inner.get(exposed); },
    init: function (offered) { return inner.init((scope = scope || wholeSets(offered || {}))); },
  };
})();`;

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
 * Chunks stand beside the entry. Where host-kit has asked for it, host-kit says where that is: `document.currentScript`,
 * by which webpack finds out, is somebody else's in pages that run code in a sandbox of their own.
 */
class AddressOfEntry extends RuntimeModule {
  /** @param {string} container the global variable that the entry sets */
  constructor(container) {
    // After webpack's own.
    super('address of entry', RuntimeModule.STAGE_ATTACH);
    this.variable = `${container}_from`;
  }

  generate() {
    return `if (self.${this.variable}) ${RuntimeGlobals.publicPath} = self.${this.variable};`;
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

/** The entry that host-kit asks for: a new name for new content. */
function renameEntry(compilation, hashed) {
  const { source } = compilation.getAsset(STABLE_ENTRY);
  const hash = hashed ? createHash('sha256').update(source.buffer()).digest('hex').slice(0, 8) : 'development';
  const name = STABLE_ENTRY.replace('.js', `.${hash}.js`);
  const map = `${STABLE_ENTRY}.map`;
  if (compilation.getAsset(map) !== undefined) {
    const text = source.source().toString().replace(`sourceMappingURL=${map}`, `sourceMappingURL=${name}.map`);
    compilation.updateAsset(STABLE_ENTRY, new RawSource(text));
    compilation.renameAsset(map, `${name}.map`);
  }
  compilation.renameAsset(STABLE_ENTRY, name);
  return name;
}

function integrityOf(compilation, file) {
  return `sha384-${createHash('sha384').update(compilation.getAsset(file).source.buffer()).digest('base64')}`;
}

function emit(compilation, file, content) {
  compilation.emitAsset(file, new RawSource(`${JSON.stringify(content, null, 2)}\n`));
}

/** The manifest of Module Federation 2, as far as hosts read it: module-federation.io, "mf-manifest.json". */
function federationManifest({ name, version, stableContainer, shared }, first) {
  const id = name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  const noAssets = { sync: [], async: [] };
  return {
    id,
    name: id,
    metaData: {
      name: id,
      type: 'app',
      buildInfo: { buildVersion: version, buildName: name },
      remoteEntry: { name: STABLE_ENTRY, path: '', type: 'global' },
      types: { path: '', name: '', ...TYPES },
      globalName: stableContainer,
      pluginVersion: '2.0.0',
      publicPath: 'auto',
    },
    shared: Object.entries(shared).map(([library, { version: own, requiredVersion }]) => ({
      id: `${id}:${library}`,
      name: library,
      version: own,
      requiredVersion,
      singleton: false,
      assets: { js: noAssets, css: noAssets },
    })),
    remotes: [],
    exposes: EXPOSED.map((exposed) => ({
      id: `${id}:${exposed}`,
      name: exposed,
      path: `./${exposed}`,
      assets: { js: { sync: first, async: [] }, css: noAssets },
    })),
  };
}
