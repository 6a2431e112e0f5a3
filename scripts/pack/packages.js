import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { root } from '../common/project.js';

/** What teams outside install. Every other room these lean on is built into them. */
export const PACKAGES = [
  'contracts',
  'adapter-kit',
  'event-bus',
  'genesys-workspace',
  'host-kit',
  'iframe',
  'mocks',
  'opentelemetry',
  'twilio',
];

/** What they install besides, to be run and not to be put into a page. */
export const TOOLS = ['check-theme'];

/**
 * What the page that installs a package brings itself, and in which versions: each SDK of
 * OpenTelemetry works with some versions of its API only, a component lives in its page's React,
 * and handlers are served by the msw that made them. Hosts without React use the rest of the package.
 */
export const PEERS = {
  '@opentelemetry/api': { range: '^1.9.0' },
  msw: { range: '^2.15.0' },
  react: { range: '>=16.14', optional: true },
  'react-dom': { range: '>=16.14', optional: true },
};

/** @returns {string} where a room is, from the project's folder */
export function folderOf(room) {
  return room === 'mocks' ? room : `packages/${room}`;
}

/** @returns {Record<string, any>} the package.json of a room */
export function manifestOf(room) {
  return JSON.parse(readFileSync(join(root, folderOf(room), 'package.json'), 'utf8'));
}

/**
 * What of a package teams outside can import: all that it exports, or what `publishConfig` names.
 *
 * @returns {{path: string, source: string, file: string}[]} for example `./react`, its source from the project's
 *   folder, and `react/index`, which it is called when built
 */
export function entriesOf(room) {
  const { exports, publishConfig } = manifestOf(room);
  return Object.entries(publishConfig?.exports ?? exports).map(([path, source]) => ({
    path,
    source: posix.join(folderOf(room), source),
    file: source.replace(/^\.\/(?:src\/)?(.+)\.tsx?$/, '$1'),
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
