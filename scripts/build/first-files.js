import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../common/project.js';

const LIST = /(<script type="application\/json" id="baton-modules">)([\s\S]*?)(<\/script>)/;

/**
 * Writes into a built page what its modules are at this moment: their manifests, and preloads for
 * the files of the first ones. The browser then asks for everything in one go, instead of
 * discovering manifest, entry and code one after the other. A list that has become stale costs
 * bytes, never correctness. A page that had a list gets the new one in its place.
 *
 * @param {string} html the built page
 * @param {Record<string, {url: string, manifest: object}>} modules address and manifest of each
 * @param {boolean} listed whether manifests and files are listed, or the addresses alone
 * @returns {string}
 */
function listFirstFiles(html, modules, listed) {
  const links = (listed ? Object.values(modules).flatMap(preloads) : []).join('');
  const list = Object.fromEntries(
    Object.entries(modules).map(([name, { url, manifest }]) => [name, listed ? { url, manifest } : { url }]),
  );
  return listModules(html, list)
    .replaceAll(/<link rel="preload"[^>]*>/g, '')
    .replace('</head>', `${links}</head>`);
}

/**
 * Writes the list of modules alone, for pages that do not know yet which of them they will show.
 *
 * @param {string} html the built page
 * @param {Record<string, {url: string, manifest: object}>} modules address and manifest of each
 * @returns {string}
 */
export function listModules(html, modules) {
  if (!LIST.test(html))
    throw new Error('The page has no list of modules: its index.html needs the JSON script "#baton-modules".');
  return html.replace(LIST, (_, open, __, close) => `${open}${JSON.stringify(modules)}${close}`);
}

/** Does so for the pages of this build, whose modules are served beside them. */
export function listFirstFilesOfBuild() {
  for (const flavour of ['live', 'mocked']) {
    const page = join(root, 'dist', flavour, 'index.html');
    writeFileSync(page, composedPage(flavour, builtModules()));
  }
}

/**
 * A shell's page with the given modules.
 *
 * @param {'live' | 'mocked'} flavour
 * @param {Record<string, {url: string, manifest: object}>} modules
 * @param {boolean} [listed] whether their files are listed, or their addresses alone
 * @returns {string} HTML
 */
export function composedPage(flavour, modules, listed = true) {
  return listFirstFiles(readFileSync(join(root, 'dist', flavour, 'index.html'), 'utf8'), modules, listed);
}

/**
 * The modules of this build.
 *
 * @param {{baseOf?: (name: string) => string, dist?: string}} [options]
 *   baseOf: where a module's files are served, with a slash at the end; dist: the folder of the build
 * @returns {Record<string, {url: string, manifest: object}>}
 */
export function builtModules({ baseOf = (name) => `/modules/${name}/`, dist = join(root, 'dist') } = {}) {
  return Object.fromEntries(
    readdirSync(join(dist, 'modules')).map((name) => {
      const manifest = JSON.parse(readFileSync(join(dist, 'modules', name, 'baton-module.json'), 'utf8'));
      return [name, { url: `${baseOf(name)}baton-module.json`, manifest }];
    }),
  );
}

/** The modules that stand in the desktop from the start; one that is a panel comes when all is calm. */
function preloads({ url, manifest: { intents, entry, code } }) {
  if (intents.panel !== undefined) return [];
  const base = url.slice(0, url.lastIndexOf('/') + 1);
  return [entry, ...code].map(
    ({ file, integrity }) =>
      `<link rel="preload" as="script" crossorigin integrity="${integrity}" href="${base}${file}">`,
  );
}
