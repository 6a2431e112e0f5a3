import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findFiles } from '../../scripts/common/files.js';
import { checkScriptLayers, SCRIPT_LAYERS } from '../../scripts/lint/script-layers.js';

let project: string;

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'baton-scripts-'));
});

afterAll(() => rmSync(project, { recursive: true }));

function check(path: string, source: string) {
  const file = join(project, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, source);
  return checkScriptLayers(project, [file]);
}

test.each([
  ['settings of webpack, what runs it', 'webpack.config.js', "import { build } from './scripts/build/build.js'"],
  ['a plugin, what runs webpack', 'scripts/webpack/a.js', "const build = () => import('../build/build.js')"],
  ['what all stand on, a part of one', 'scripts/common/a.js', "export { listen } from '../serve/listen.js'"],
  ['one command, another', 'scripts/start.js', "import './build.js'"],
  ['a server, the product', 'scripts/serve/a.js', "import { reduce } from '../../packages/desktop/src/reduce.ts'"],
])('refused: %s', (_, path, source) => {
  expect(check(path, source)).toEqual([expect.stringMatching(/^\S+: ".*" is not below /)]);
});

test.each([
  ['settings of webpack, their plugins', 'webpack.config.js', "import './scripts/webpack/icu.js'; import 'webpack'"],
  ['what runs webpack, its settings', 'scripts/build/a.js', "import('../../test/bench/webpack.config.js')"],
  ['a server, what was built', 'scripts/serve/a.js', "import('../../dist/serve/index.js'); import './b.js'"],
  ['a command, its parts', 'scripts/start.js', "import './serve/listen.js'; import('../webpack.config.js')"],
])('allowed: %s', (_, path, source) => {
  expect(check(path, source)).toEqual([]);
});

const root = join(__dirname, '../..');

test('every command of package.json is a file of its name, and every file a command', () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const own = Object.entries(scripts).filter(([, line]) => line.startsWith('node '));
  expect(own.map(([, line]) => line)).toEqual(own.map(([name]) => `node scripts/${name.replace(':', '-')}.js`));
  const files = readdirSync(join(root, 'scripts')).filter((file) => file.endsWith('.js'));
  expect(files.sort()).toEqual(own.map(([name]) => `${name.replace(':', '-')}.js`).sort());
});

test('every folder of scripts/ has its line', () => {
  const folders = findFiles(root, ['scripts'], /\.[jt]s$/).flatMap(
    (file) => /[\\/]scripts[\\/]([\w-]+)[\\/]/.exec(file)?.[1] ?? [],
  );
  expect([...new Set(folders)].sort()).toEqual(Object.keys(SCRIPT_LAYERS).sort());
});
