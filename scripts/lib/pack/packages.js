import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../project.js';

/** What teams outside install. Every other room these lean on is built into them. */
export const PACKAGES = ['contracts', 'event-bus', 'host-kit', 'iframe', 'opentelemetry'];

/** What they install besides, to be run and not to be put into a page. */
export const TOOLS = ['check-theme'];

/**
 * What the page that installs a package brings itself, and in which versions: two copies of
 * single-spa would both take hold of the page's history, and each SDK of OpenTelemetry works with
 * some versions of its API only. React is none of them: a host that has a fitting one shares it,
 * since npm installs it once, and one with another React, or none, gets ours beside it.
 */
export const PEERS = { 'single-spa': '^6.0.3', '@opentelemetry/api': '^1.9.0' };

/** @returns {Record<string, any>} the package.json of a room of packages/ */
export function manifestOf(room) {
  return JSON.parse(readFileSync(join(root, 'packages', room, 'package.json'), 'utf8'));
}

/**
 * What of a package can be imported.
 *
 * @returns {{path: string, source: string, file: string}[]} for example `./react`, its source within packages/,
 *   and `react/index`, which it is called when built
 */
export function entriesOf(room) {
  return Object.entries(manifestOf(room).exports).map(([path, source]) => ({
    path,
    source: join(room, source),
    file: source.replace(/^\.\/src\/(.+)\.tsx?$/, '$1'),
  }));
}

/** @returns {string[]} the rooms that are built into a package */
export function roomsWithin(room) {
  const found = new Set();
  const visit = (name) => {
    for (const dependency of Object.keys(manifestOf(name).dependencies)) {
      const below = dependency.startsWith('@baton/') ? dependency.slice('@baton/'.length) : undefined;
      if (below === undefined || PACKAGES.includes(below) || found.has(below)) continue;
      found.add(below);
      visit(below);
    }
  };
  visit(room);
  return [...found];
}

/** @returns {string} the package that an import, or a path inside node_modules, belongs to */
export function packageOf(path) {
  return path
    .split(/[\\/]/)
    .slice(0, path.startsWith('@') ? 2 : 1)
    .join('/');
}
