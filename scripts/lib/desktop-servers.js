import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtModules, composedPage, listModules } from './first-files.js';
import { root } from './project.js';
import { createStaticFiles } from './static-files.js';

/**
 * Serves the composed desktop as it is deployed where every part has its own team: the shell and
 * each module on an origin of its own, the routing backend beside the shell.
 *
 * @param {{around?: (name: string, files: import('node:http').RequestListener) => import('node:http').RequestListener, listed?: boolean}} [options]
 *   around: what stands before a module's files, for tests of servers that fail;
 *   listed: whether the page comes with the modules' manifests and preloads; default true
 * @returns {Promise<DesktopServers>}
 */
export function serveComposed({ around = (_, files) => files, listed = true } = {}) {
  return serveWithModules(around, 'dist/live/assets', (pages, modules) => {
    writeFileSync(join(pages, 'index.html'), composedPage('live', modules, listed));
    copyFileSync(join(root, 'dist/live/fatal.js'), join(pages, 'fatal.js'));
  });
}

/**
 * Serves a host of another team, which has the addresses of the modules and nothing else.
 *
 * @returns {Promise<DesktopServers>}
 */
export function serveForeignHost() {
  return serveWithModules((_, files) => files, 'dist/bench/foreign-host', (pages, modules) => {
    const addresses = Object.fromEntries(Object.entries(modules).map(([name, { url }]) => [name, { url }]));
    writeFileSync(join(pages, 'index.html'), listModules(readFileSync(join(root, 'test/bench/foreign-host/index.html'), 'utf8'), addresses));
  });
}

/**
 * Serves the same desktop as one bundle: what composing is measured against.
 *
 * @returns {Promise<DesktopServers>}
 */
export async function serveOneBundle() {
  const shell = await serveShell({ '/': join(root, 'dist/bench/one-bundle') });
  return { origin: shell.origin, modules: {}, read: reader([[`${shell.origin}/`, 'dist/bench/one-bundle']]), close: shell.close };
}

/**
 * @typedef {object} DesktopServers
 * @property {string} origin of the shell
 * @property {Record<string, string>} modules origin of each module
 * @property {(url: string) => Buffer | undefined} read the built file behind an address
 * @property {() => Promise<unknown>} close
 */

async function serveWithModules(around, assets, writePages) {
  const modules = {};
  for (const name of Object.keys(builtModules())) {
    modules[name] = await listen(around(name, createStaticFiles({ mounts: { '/': join(root, 'dist/modules', name) }, anyOrigin: true })));
  }
  // The page that names these origins stands before the one of the build.
  const pages = mkdtempSync(join(tmpdir(), 'baton-page-'));
  writePages(pages, builtModules((name) => `${modules[name].origin}/`));
  const origins = Object.fromEntries(Object.entries(modules).map(([name, { origin }]) => [name, origin]));
  const shell = await serveShell({ '/': pages, '/assets/': join(root, assets) }, Object.values(origins));
  const folders = Object.entries(origins).map(([name, origin]) => [`${origin}/`, `dist/modules/${name}`]);
  return {
    origin: shell.origin,
    modules: origins,
    read: reader([[`${shell.origin}/assets/`, assets], ...folders, [`${shell.origin}/`, 'dist/live']]),
    close: () => Promise.all([shell, ...Object.values(modules)].map((server) => server.close())),
  };
}

async function serveShell(mounts, moduleOrigins = []) {
  const { createContactCentreListener } = await import('../../dist/serve/index.js');
  const centre = createContactCentreListener({});
  const files = createStaticFiles({ mounts, moduleOrigins });
  const server = await listen((request, response) => (request.url.startsWith('/v1/') ? centre.listener : files)(request, response));
  return {
    origin: server.origin,
    close() {
      centre.close();
      return server.close();
    },
  };
}

function reader(folders) {
  return (url) => {
    const { origin, pathname } = new URL(url);
    const found = folders.find(([served]) => `${origin}${pathname}`.startsWith(served));
    if (found === undefined || !pathname.endsWith('.js')) return undefined;
    const [served, folder] = found;
    return readFileSync(join(root, folder, `${origin}${pathname}`.slice(served.length)));
  };
}

async function listen(listener) {
  const server = createServer(listener);
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
