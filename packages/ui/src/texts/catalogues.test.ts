import { presenceStates, severities, transferFailures } from '@baton/contracts';
import { parse } from '@formatjs/icu-messageformat-parser';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { shortcuts } from '../shortcuts/shortcuts';

const root = resolve(__dirname, '../../../..');
const rooms = [...readdirSync(join(root, 'packages')).map((name) => `packages/${name}`), 'shell'];
const catalogues = rooms
  .map((room) => join(root, room, 'src'))
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)))
  .filter((file) => file.endsWith('/en-GB.json'))
  .map((file) => ({ name: relative(root, file), messages: readCatalogue(file) }));

/** What is written with a capital wherever it stands. */
const names = [
  'Ctrl+Enter',
  'Shift+Enter',
  'Enter',
  'Escape',
  'My Messages',
  'Interactions',
  'Not Ready',
  'Ready',
  'SMS',
  'START',
  'Team Communicator',
  'Baton',
];

test('every room with texts is found', () => {
  expect(catalogues.map(({ name }) => name)).toContain('packages/ui/src/texts/en-GB.json');
});

test('no message is in two catalogues', () => {
  const ids = catalogues.flatMap(({ messages }) => Object.keys(messages));
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

describe.each(catalogues)('$name', ({ messages }) => {
  test.each(Object.entries(messages))('%s', (id, message) => {
    expect(() => parse(message)).not.toThrow();
    expect(message).not.toMatch(/!|\bplease\b|\bsorry\b|\.\.\./i);
    expect(message.replace(/\{[^{}]*\}/g, '').length).toBeLessThanOrEqual(140);
    expect(capitalsInside(message)).toEqual([]);
    if (isHelp(id, messages)) expect(message).toMatch(/[.?}]$/);
  });
});

test('what the contact centre can say has words', () => {
  const ids = Object.keys(readCatalogue(join(__dirname, 'en-GB.json')));
  expect(ids).toEqual(expect.arrayContaining(transferFailures.map((reason) => `transfer.failed.${reason}`)));
  expect(ids).toEqual(expect.arrayContaining(severities.map((severity) => `severity.${severity}`)));
  expect(ids).toEqual(expect.arrayContaining(presenceStates.map((state) => `presence.${state}`)));
  expect(ids).toEqual(expect.arrayContaining(shortcuts.map(({ id }) => `shortcut.${id}`)));
});

/** The source text, not the trees that imports get. */
function readCatalogue(file: string): Record<string, string> {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** The sentence under a title, which ends in a full stop or a plural that does. */
function isHelp(id: string, messages: object): boolean {
  return id.endsWith('.help') && id.slice(0, -'.help'.length) in messages;
}

/** Capital letters that sentence case does not have: only names and the starts of sentences do. */
function capitalsInside(message: string): string[] {
  const ownWords = names.reduce((text, name) => text.replaceAll(name, name.toLowerCase()), message);
  return ownWords.match(/(?<=[\p{L}},] )\p{Lu}\p{L}*/gu) ?? [];
}
