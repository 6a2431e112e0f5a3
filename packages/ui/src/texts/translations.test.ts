import { TYPE, parse } from '@formatjs/icu-messageformat-parser';
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { uiTranslations } from './catalogue';

const root = resolve(__dirname, '../../../..');
/** Every catalogue has the languages that this room has; en-US holds only what differs from en-GB. */
const partial = ['en-US'];
const complete = Object.keys(uiTranslations).filter((language) => !partial.includes(language));

const folders = [...readdirSync(join(root, 'packages')).map((name) => `packages/${name}`), 'shell']
  .map((room) => join(root, room, 'src'))
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)))
  .filter((file) => file.endsWith('/en-GB.json'))
  // The page in an iframe has two sentences for when nobody has told it a language.
  .filter((file) => !file.includes('/iframe-page/'))
  .map((file) => resolve(file, '..'));

/** Words that are the same in another language because they are the same word. */
const sameEverywhere = new Set(
  [
    'SMS',
    'Baton',
    'OK',
    'Skill',
    'Skills',
    'Agent',
    'Agents',
    'Offline',
    'Information',
    'Notification',
    'Notifications',
    'Standard',
    'Team',
    'Communicator',
  ].concat([
    'Enter',
    'Ctrl',
    'Control',
    'min',
    's',
    'h',
    'Interaction',
    'Interactions',
    'Message',
    'Messages',
    'Action',
    'Actions',
    'Volume',
    'No',
    'Error',
    'Normal',
    'Segment',
    'Details',
    'Problem',
  ]),
);
/** What of a message is no text: `{name}`, and around the texts of a choice `{name, select, one {` and `other {`. */
const placeholders = /\{\w+(?:, \w+)?\}|\{\w+, \w+,|\w+ (?=\{)/g;
const isTheSameWord = (message: string) =>
  (message.replaceAll(placeholders, '').match(/\p{L}+/gu) ?? []).every((word) => sameEverywhere.has(word));

describe.each(folders.map((folder) => ({ name: relative(root, folder), folder })))('$name', ({ folder }) => {
  const english = read(folder, 'en-GB');

  test('is in every language', () => {
    const found = readdirSync(folder).filter((file) => /^[a-z]{2}(?:-[A-Z]{2})?\.json$/.test(file));
    expect(found.sort()).toEqual(['en-GB', ...complete, ...partial].map((language) => `${language}.json`).sort());
  });

  test.each([...complete, ...partial])('%s is fetched as the chunk of its name', (language) => {
    const lists = ['index.ts', 'catalogue.ts'].map((file) => join(folder, file)).filter((file) => existsSync(file));
    const source = lists.map((file) => readFileSync(file, 'utf8')).join('');
    expect(source).toContain(`import(/* webpackChunkName: "${language}" */ './${language}.json')`);
  });

  test.each(complete)('%s has the same messages', (language) => {
    expect(Object.keys(read(folder, language)).sort()).toEqual(Object.keys(english).sort());
  });

  test.each(partial)('%s has no messages of its own, and none that are the same', (language) => {
    const messages = read(folder, language);
    for (const [id, message] of Object.entries(messages)) {
      expect(english).toHaveProperty([id]);
      expect(message).not.toBe(english[id]);
    }
  });

  test.each([...complete, ...partial])(
    '%s fills in the same values, and has the plurals of its language',
    (language) => {
      const problems: string[] = [];
      for (const [id, message] of Object.entries(read(folder, language))) {
        const original = english[id];
        if (original === undefined) continue;
        const mine = placesOf(parse(message));
        const theirs = placesOf(parse(original));
        if (JSON.stringify(mine.names) !== JSON.stringify(theirs.names))
          problems.push(`${id}: ${mine.names.join()} instead of ${theirs.names.join()}`);
        const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
        for (const options of mine.plurals) {
          // One wording for every number.
          if (options.join() === 'other') continue;
          const missing = categories.filter(
            (category) =>
              !options.includes(category) && !options.some((option) => option.startsWith('=')) && category !== 'other',
          );
          // French and Spanish "many" is for millions: nothing here is counted that far.
          const needed = missing.filter((category) => category !== 'many' || language === 'ar');
          if (needed.length > 0) problems.push(`${id}: lacks ${needed.join()}`);
        }
      }
      expect(problems).toEqual([]);
    },
  );

  test.each(complete)('%s is translated', (language) => {
    const messages = read(folder, language);
    const copied = Object.entries(messages).filter(
      ([id, message]) => message === english[id] && !isTheSameWord(message),
    );
    expect(copied).toEqual([]);
  });
});

/** What is filled in where, with its type, and the cases of each plural; alike for any order of the words. */
function placesOf(message: readonly MessageFormatElement[]): { names: string[]; plurals: string[][] } {
  const names = new Set<string>();
  const plurals: string[][] = [];
  const visit = (elements: readonly MessageFormatElement[]): void => {
    for (const element of elements) {
      switch (element.type) {
        case TYPE.literal:
        case TYPE.pound:
          break;
        case TYPE.plural:
          names.add(`${element.value}:number`);
          plurals.push(Object.keys(element.options));
          for (const option of Object.values(element.options)) visit(option.value);
          break;
        case TYPE.select:
          names.add(`${element.value}:select ${Object.keys(element.options).sort().join('|')}`);
          for (const option of Object.values(element.options)) visit(option.value);
          break;
        case TYPE.tag:
          names.add(`<${element.value}>`);
          visit(element.children);
          break;
        case TYPE.number:
          names.add(`${element.value}:number`);
          break;
        case TYPE.date:
        case TYPE.time:
          names.add(`${element.value}:time`);
          break;
        case TYPE.argument:
          names.add(element.value);
      }
    }
  };
  visit(message);
  return { names: [...names].sort(), plurals };
}

function read(folder: string, language: string): Record<string, string> {
  return JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8'));
}
