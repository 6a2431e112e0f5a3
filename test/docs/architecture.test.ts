import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findFiles } from '../../scripts/common/files.js';
import { importsOfRooms, withPicture } from '../../scripts/generate/rooms.js';
import { LAYERS } from '../../scripts/lint/layers.js';

const root = join(__dirname, '../..');
const page = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
const chapter = page.slice(page.indexOf('## Where to find things'));
const files = findFiles(root, ['packages', 'shell', 'mocks', 'test', 'scripts', 'docs'], /./).map((file) =>
  file.slice(root.length + 1),
);

test('the rooms are drawn as their imports are', () => {
  const current = page === withPicture(page);
  expect(current ? '' : 'ARCHITECTURE.md shows other imports: run npm run generate -- rooms').toBe('');
});

test.each(Object.entries(importsOfRooms()))('what %s may import is what it imports', (room, imports) => {
  expect([...imports].sort()).toEqual([...(LAYERS[room] ?? [])].sort());
});

test('every room has its line', () => {
  const rooms = readdirSync(join(root, 'packages'));
  expect(rooms.filter((room) => !page.includes(`\n  ${room}/ `))).toEqual([]);
  expect(rooms.filter((room) => !(room in LAYERS))).toEqual([]);
});

test('every file that is named where to find things is there', () => {
  const named = [...chapter.matchAll(/`([\w.-]+\/[^`\s]*)`/g)].flatMap(([, path = '']) => path);
  expect(named.length).toBeGreaterThan(60);
  const missing = named.filter((path) => {
    const pattern = new RegExp(
      `^${path.replaceAll('.', '\\.').replaceAll(/<\w+>/g, '[\\w-]+')}${path.endsWith('/') ? '' : '$'}`,
    );
    return !files.some((file) => pattern.test(file));
  });
  expect(missing).toEqual([]);
});
