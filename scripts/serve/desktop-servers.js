import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtModules, composedPage, listModules } from '../build/first-files.js';
import { createHttpServer } from './http-server.js';
import { pageFolder, sayDeployment } from './page-folder.js';
import { root } from '../common/project.js';
import { createStaticFiles } from './static-files.js';
import { withContactCentre } from './with-contact-centre.js';

/**
 * Serves the composed desktop as it is deployed where every part has its own team: the shell and
 * each module on an origin of its own, the routing backend beside the shell.
 *
 * @param {{around?: (name: string, files: import('node:http').RequestListener) => import('node:http').RequestListener, listed?: boolean, overrides?: string[]}} [options]
 *   around: what stands before a module's files, for tests of servers that fail;
 *   listed: whether the page comes with the modules' manifests and preloads; default true;
 *   overrides: origins that developers may put their own build of a module from
 * @returns {Promise<DesktopServers>}
 */
export function serveComposed({ around = (_, files) => files, listed = true, overrides = [] } = {}) {
  const page = (modules) => sayDeployment(composedPage('live', modules, listed), { overrideOrigins: overrides });
  return serveWithModules({ around, built: 'dist/live', assets: 'dist/live/assets', page, overrides });
}

/**
 * Serves a host of another team, which has the addresses of the modules and nothing else.
 *
 * @returns {Promise<DesktopServers>}
 */
export function serveForeignHost() {
  const built = 'dist/bench/foreign-host';
  const page = (modules) => {
    const addresses = Object.fromEntries(Object.entries(modules).map(([name, { url }]) => [name, { url }]));
    return listModules(readFileSync(join(root, 'test/bench/foreign-host/index.html'), 'utf8'), addresses);
  };
  return serveWithModules({ built, assets: built, page });
}

/**
 * Serves the same desktop as one bundle: what composing is measured against.
 *
 * @returns {Promise<DesktopServers>}
 */
export async function serveOneBundle() {
  const shell = await serveShell({ '/': join(root, 'dist/bench/one-bundle') });
  return {
    origin: shell.origin,
    modules: {},
    fileOf: finder([[`${shell.origin}/`, 'dist/bench/one-bundle']]),
    close: shell.close,
  };
}

/**
 * @typedef {object} DesktopServers
 * @property {string} origin of the shell
 * @property {Record<string, string>} modules origin of each module
 * @property {(url: string) => string} fileOf path of the built script behind an address
 * @property {() => Promise<unknown>} close
 */

async function serveWithModules({ around = (_, files) => files, built, assets, page, overrides }) {
  const modules = {};
  for (const name of Object.keys(builtModules())) {
    modules[name] = await listen(
      around(name, createStaticFiles({ mounts: { '/': join(root, 'dist/modules', name) }, anyOrigin: true })),
    );
  }
  const origins = Object.fromEntries(Object.entries(modules).map(([name, { origin }]) => [name, origin]));
  const pages = pageFolder(join(root, built), page(builtModules({ baseOf: (name) => `${origins[name]}/` })));
  const shell = await serveShell(
    { '/': pages, '/assets/': join(root, assets) },
    { moduleOrigins: Object.values(origins), overrides },
  );
  const folders = Object.entries(origins).map(([name, origin]) => [`${origin}/`, `dist/modules/${name}`]);
  return {
    origin: shell.origin,
    modules: origins,
    fileOf: finder([[`${shell.origin}/assets/`, assets], ...folders, [`${shell.origin}/`, 'dist/live']]),
    close: () => Promise.all([shell, ...Object.values(modules)].map((server) => server.close())),
  };
}

async function serveShell(mounts, origins = {}) {
  const { createContactCentreListener } = await import('../../dist/serve/index.js');
  const centre = createContactCentreListener({});
  const files = createStaticFiles({ mounts, ...origins });
  const server = await listen(withContactCentre(centre.listener, files));
  return {
    origin: server.origin,
    close() {
      centre.close();
      return server.close();
    },
  };
}

function finder(folders) {
  return (url) => {
    const { origin, pathname } = new URL(url);
    const [served, folder] = folders.find(([start]) => `${origin}${pathname}`.startsWith(start));
    return join(root, folder, `${origin}${pathname}`.slice(served.length));
  };
}

/** A server of its own on a free port. */
export async function listen(listener) {
  const server = createHttpServer(listener);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://localhost:${server.address().port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
