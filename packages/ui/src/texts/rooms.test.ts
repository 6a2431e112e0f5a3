import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * A text lives in the room that shows it; this one keeps what two or more rooms show, and what its own widgets and the
 * hooks of module-kit show wherever they stand.
 */
const root = resolve(__dirname, '../../../..');
const shared = idsOf('packages/ui/src/texts');
const everywhere = ['packages/ui', 'packages/module-kit'].map(usesOf);
const rooms = [
  'packages/sms-window',
  'packages/team-communicator',
  'packages/notifications',
  'packages/host-kit',
  'packages/iframe-page',
  'shell',
].map((name) => ({ name, uses: usesOf(name), own: idsOf(`${name}/src/messages`) }));

test('what is shared is shown in two rooms or more', () => {
  const isShared = (id: string) =>
    everywhere.some((uses) => uses(id)) || rooms.filter(({ uses }) => uses(id)).length > 1;
  expect(shared.filter((id) => !isShared(id))).toEqual([]);
});

test.each(rooms)('what $name keeps for itself is shown there', ({ uses, own }) => {
  expect(own.filter((id) => !uses(id))).toEqual([]);
});

test('ids begin alike in one room only, besides shared ones: by that a module knows the words that a host means for it', () => {
  const owners = new Map<string, string>();
  for (const { name, own } of rooms) {
    for (const id of own) {
      const [start = id] = id.split('.');
      expect([id, owners.get(start) ?? name]).toEqual([id, name]);
      owners.set(start, name);
    }
  }
});

function idsOf(folder: string): string[] {
  return Object.keys(JSON.parse(readFileSync(join(root, folder, 'en-GB.json'), 'utf8')));
}

/** Whether the sources of a room name a text: by its id, or by a template that makes it. */
function usesOf(room: string): (id: string) => boolean {
  const source = readdirSync(join(root, room, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|(?:^|\/)testing\//.test(file))
    .map((file) => readFileSync(join(root, room, 'src', file), 'utf8'))
    .join('\n');
  const literals = new Set(source.match(/(?<=['"])[\w.-]+(?=['"])/g));
  // Those that begin with another id are not looked at, but for the ending below.
  const templates = (source.match(/(?<=`)[a-z]\w*\.(?:[\w.-]|\$\{[^`{}]*\})*(?=`)/gi) ?? [])
    .filter((template) => template.includes('${'))
    .map(patternOf);
  const isNamed = (id: string) => literals.has(id) || templates.some((template) => template.test(id));
  const addsHelp = /\$\{[^}]*\}\.help`/.test(source);
  return (id) => isNamed(id) || (addsHelp && id.endsWith('.help') && isNamed(id.slice(0, -'.help'.length)));
}

/** What a template can make. A part of an id has no dots, an `id` may have some. */
function patternOf(template: string): RegExp {
  const pattern = template.replaceAll('.', '\\.').replaceAll('${id}', '[\\w.-]+');
  return new RegExp(`^${pattern.replace(/\$\{[^}]*\}/g, '[\\w-]+')}$`);
}
