import { parseSync } from '@swc/core';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BackendCapabilities } from '@baton/contracts';
import { readers } from './readers';

const root = join(__dirname, '../..');
const flags = Object.keys(BackendCapabilities.entries);
const declared = Object.entries(readers);

test('each capability says what reads it', () => {
  expect(declared.map(([flag]) => flag)).toEqual(flags);
});

test.each(
  declared.flatMap(([flag, how]) => ('readBy' in how ? how.readBy.map((place) => [flag, place] as const) : [])),
)('%s is read by %s', (flag, place) => {
  expect(sourcesBelow(place).flatMap(readIn)).toContain(flag);
});

test('what waits for its reader has none yet', () => {
  const awaiting = declared.flatMap(([flag, how]) => ('awaits' in how ? [flag] : []));
  const read = new Set(rooms().flatMap(sourcesBelow).flatMap(readIn));
  // The search finds what there is to find.
  expect(flags.filter((flag) => !read.has(flag))).toEqual(awaiting);
});

test('each capability that something reads has a test of what is seen without it', () => {
  const titles = /\b(?:test|it|describe)(?:\.each\([^)]*\))?\(\s*'capability (\w+) off\b/g;
  const tried = new Set(
    rooms()
      .flatMap((room) => filesBelow(room, /\.test\.tsx?$/))
      .flatMap((file) => Array.from(readFileSync(join(root, file), 'utf8').matchAll(titles), ([, flag]) => flag)),
  );
  expect(declared.filter(([flag, how]) => 'readBy' in how && !tried.has(flag)).map(([flag]) => flag)).toEqual([]);
});

test('a read is told from a word in a comment, a text, or another object', () => {
  const reads = ['state.capabilities?.recents', 'capabilities.resume', 'it()?.a.capabilities!.favourites === true'];
  expect(reads.flatMap((source) => flagsIn(`const x = ${source};`, false))).toEqual([
    'recents',
    'resume',
    'favourites',
  ]);
  const others = ['// capabilities.recents', '"capabilities.recents"', 'other.recents', 'capabilities["x"]'];
  expect(others.flatMap((source) => flagsIn(source, false))).toEqual([]);
});

/** Where screens and what serves them are written. */
function rooms(): string[] {
  const kits = ['adapter-kit', 'contracts'];
  const packages = readdirSync(join(root, 'packages')).filter((name) => !kits.includes(name));
  return [...packages.map((name) => `packages/${name}`), 'shell'];
}

function sourcesBelow(place: string): string[] {
  return filesBelow(place, /\.tsx?$/).filter((file) => !/\.test\.tsx?$|\/testing\//.test(file));
}

function filesBelow(place: string, name: RegExp): string[] {
  if (statSync(join(root, place)).isFile()) return [place];
  return readdirSync(join(root, place), { recursive: true, encoding: 'utf8' })
    .filter((file) => name.test(file) && !/(?:^|\/)(?:node_modules|dist)\//.test(file))
    .map((file) => `${place}/${file}`);
}

function readIn(file: string): string[] {
  return flagsIn(readFileSync(join(root, file), 'utf8'), file.endsWith('.tsx'));
}

/** Names that are read as properties of something named `capabilities`. */
function flagsIn(source: string, tsx: boolean): string[] {
  if (!source.includes('capabilities')) return [];
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (typeof node !== 'object' || node === null) return undefined;
    const flag = isMember(node) && nameOf(node.object) === 'capabilities' ? nameOf(node) : undefined;
    if (flag !== undefined) found.push(flag);
    return Object.values(node).forEach(visit);
  };
  visit(parseSync(source, { syntax: 'typescript', tsx, target: 'es2022' }).body);
  return found;
}

const isMember = (node: object): node is { object: object; property: object } =>
  'type' in node && node.type === 'MemberExpression';

/** The last name of `a`, `a.b`, `a?.b` and `a.b!`. */
function nameOf(node: object): string | undefined {
  const inner = Object.entries(node).find(([key]) => key === 'base' || key === 'property' || key === 'expression')?.[1];
  if (typeof inner === 'object' && inner !== null) return nameOf(inner);
  return 'type' in node && node.type === 'Identifier' && 'value' in node ? String(node.value) : undefined;
}
