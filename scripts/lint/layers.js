import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { importsOf } from '../common/imports.js';

const FOR_MODULES = ['module-kit', 'ui', 'desktop', 'contracts'];

/**
 * Room → what of other rooms it may import, downwards only:
 * `ui` is every entry of @baton/ui, `ui/texts` that entry alone, `type ui` its types alone.
 *
 * @type {Record<string, readonly string[]>}
 */
export const LAYERS = {
  contracts: [],
  runtime: ['type contracts'],
  'event-bus': ['runtime', 'contracts'],
  desktop: ['runtime', 'contracts'],
  directory: ['contracts'],
  routing: ['runtime', 'contracts'],
  'adapter-kit': ['runtime', 'contracts'],
  ui: ['runtime', 'contracts'],
  mocks: ['directory', 'runtime', 'contracts'],
  'module-kit': ['ui', 'contracts'],
  'team-communicator': [...FOR_MODULES, 'directory'],
  'sms-window': [...FOR_MODULES, 'directory'],
  notifications: FOR_MODULES,
  'host-kit': [
    'desktop',
    'routing',
    'event-bus',
    'runtime',
    'contracts',
    'ui/texts',
    'ui/announcer',
    'ui/copy-text',
    'ui/dom',
    'ui/focus',
    'ui/shortcuts',
    'ui/keys',
    'ui/theme',
  ],
  opentelemetry: ['runtime', 'type contracts'],
  twilio: ['adapter-kit', 'directory', 'runtime', 'type contracts'],
  'genesys-workspace': ['adapter-kit', 'runtime', 'type contracts'],
  'check-theme': [],
  iframe: ['runtime', 'type contracts', 'ui/keys'],
  'iframe-page': ['host-kit', 'event-bus', 'runtime', 'contracts', 'ui', 'module-kit', 'desktop'],
  shell: ['host-kit', 'ui', 'runtime', 'contracts', 'module-kit', 'desktop'],
};

/** What tests of every room may import besides: the world that stands around the code under test. */
const FOR_TESTS = [
  'mocks',
  'adapter-kit/testing',
  'event-bus',
  'desktop',
  'module-kit/testing',
  'host-kit/testing',
  'contracts',
];

/** Files that are no part of what is shipped. */
export const TEST = /\.test\.tsx?$|\/testing\//;
/** The only files outside of mocks/ that bring the mocked contact centre. */
export const MOCK_ENTRY = /^(?:shell|packages\/iframe-page)\/src\/(?:main-mocked\.ts|mocked\/)/;
const NODE_ONLY = /^mocks\/server\//;
const REACT_ENTRY = /^packages\/host-kit\/src\/react\//;

/**
 * Checks the imports of source files against the layer rules.
 *
 * @param {string} root the workspace: holds packages/, shell/ and mocks/
 * @param {string[]} files absolute paths of TypeScript files below it
 * @returns {string[]} one line per forbidden import: `file: reason`
 */
export function checkLayers(root, files) {
  const manifests = new Map();
  const manifestOf = (folder) => {
    if (!manifests.has(folder))
      manifests.set(folder, JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')));
    return manifests.get(folder);
  };

  return files.flatMap((file) => {
    const path = relative(root, file).split(sep).join('/');
    const folder = folderOf(path);
    if (folder === undefined) return [];
    let imports;
    try {
      imports = importsOf(file);
    } catch {
      return [`${path}: is not TypeScript that can be parsed`];
    }
    return imports.flatMap((found) => {
      const reason = objection({ ...found, path, folder, root, manifestOf });
      return reason === undefined ? [] : [`${path}: "${found.specifier}" ${reason}`];
    });
  });
}

/** @returns {string | undefined} why this import is forbidden */
function objection({ specifier, typeOnly, lazy, path, folder, root, manifestOf }) {
  const room = roomOf(folder);
  const test = TEST.test(path);

  if (specifier.startsWith('.')) {
    const target = relative(join(root, folder), resolve(root, dirname(path), specifier));
    return target.startsWith('..') ? `leaves ${room}: import another room by its name, @baton/…` : undefined;
  }
  if (specifier.startsWith('node:')) {
    return test || NODE_ONLY.test(path) ? undefined : 'exists in node only, and this runs in a browser';
  }
  if (specifier.startsWith('@baton/')) {
    const [target, ...rest] = specifier.slice('@baton/'.length).split('/');
    const targetFolder = target === 'shell' || target === 'mocks' ? target : `packages/${target}`;
    const entry = rest.length === 0 ? '.' : `./${rest.join('/')}`;
    if (!(target in LAYERS)) return 'is no room of this house';
    if (!(entry in manifestOf(targetFolder).exports))
      return `is a deep import: ${entry} is not in the exports of @baton/${target}`;
    if (test && matches(FOR_TESTS, target, entry, typeOnly)) return undefined;
    if (MOCK_ENTRY.test(path) && target === 'mocks') return undefined;
    if (entry === './testing') return 'is for tests only';
    if (!matches(LAYERS[room], target, entry, typeOnly)) {
      return `is not below ${room}, which may import ${LAYERS[room].join(', ') || 'no other room'}`;
    }
  }
  if (
    room === 'host-kit' &&
    /^react(?:-dom)?(?:\/(?!package\.json$)|$)/.test(specifier) &&
    !typeOnly &&
    !lazy &&
    !test &&
    !REACT_ENTRY.test(path)
  ) {
    return 'must be loaded lazily: the core of host-kit is free of React';
  }
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  const { dependencies = {}, devDependencies = {} } = manifestOf(folder);
  if (name in dependencies) return undefined;
  if (test && (name in devDependencies || name in manifestOf('.').devDependencies)) return undefined;
  return `is not among the dependencies of ${folder}/package.json`;
}

function matches(allowed, target, entry, typeOnly) {
  const name = entry === '.' ? target : `${target}${entry.slice(1)}`;
  return allowed.includes(target) || allowed.includes(name) || (typeOnly && allowed.includes(`type ${target}`));
}

function folderOf(path) {
  return /^(?:packages\/[^/]+|shell|mocks)(?=\/)/.exec(path)?.[0];
}

function roomOf(folder) {
  return folder.replace('packages/', '');
}
