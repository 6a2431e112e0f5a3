import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { findFiles } from '../../scripts/common/files.js';

const root = join(__dirname, '../..');
const modules = readdirSync(join(root, 'packages')).filter(
  (name) => name !== 'host-kit' && existsSync(join(root, 'packages', name, 'src/intents.ts')),
);
const named = new RegExp(`(?<=^|[^\\w])'(?:${modules.join('|')})(?:/\\w+)?'`);

/** The files of a room, without its tests, whose code names a module. */
function naming(room: string): string[] {
  return findFiles(root, [`packages/${room}/src`], /(?<!\.test)\.tsx?$/)
    .filter((file) => !file.includes('/testing/') && named.test(readFileSync(file, 'utf8')))
    .map((file) => relative(root, file));
}

test('the modules are found, and so is a name', () => {
  expect(modules).toEqual(['notifications', 'sms-window', 'team-communicator']);
  expect(named.test("load('sms-window')")).toBe(true);
});

test('host-kit names no module: what it has to know stands in their manifests', () => {
  expect(naming('host-kit')).toEqual([]);
});

test('the frame names its modules in one file', () => {
  expect(naming('iframe-page')).toEqual(['packages/iframe-page/src/places.ts']);
});
