import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findFiles } from '../../scripts/common/files.js';
import { PSEUDO_LOCALES, pseudoMessage, pseudoMessages } from '../../scripts/webpack/pseudo-locales.js';

const root = join(__dirname, '../..');
const english: Record<string, string> = Object.assign(
  {},
  ...findFiles(root, ['packages', 'shell'], /en-GB\.json$/).map((file) => JSON.parse(readFileSync(file, 'utf8'))),
);

test.each(PSEUDO_LOCALES)('%s has every message, with the same values, plurals and choices', (locale) => {
  const messages = pseudoMessages(locale);
  expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort());
  for (const [id, message] of Object.entries(english)) {
    expect([id, skeleton(parse(messages[id] ?? ''))]).toEqual([id, skeleton(parse(message))]);
  }
});

test('en-XA leaves no plain letter, and is about 40 % longer', () => {
  const messages = pseudoMessages('en-XA');
  const lengths = Object.entries(english).map(([id, message]) => {
    const changed = words(parse(messages[id] ?? ''));
    expect(changed).toMatch(/^\[.*\]$/s);
    expect(changed).not.toMatch(/[a-z]/i);
    return [words(parse(message)).length, changed.length - 2] as const;
  });
  const [before, after] = lengths.reduce(([a, b], [one, other]) => [a + one, b + other], [0, 0]);
  expect(after / before).toBeGreaterThan(1.25);
  expect(after / before).toBeLessThan(1.45);
});

test('en-XB turns each stretch of words around and back again', () => {
  for (const message of Object.values(pseudoMessages('en-XB'))) {
    for (const text of texts(parse(message))) expect(text).toMatch(/^(?:\u202e[^\u202e\u202c]*\u202c)$/);
  }
});

test('what ICU writes with apostrophes stays text', () => {
  expect(words(parse(pseudoMessage("it''s '{'not a value'}'", 'en-XA')))).toBe("[îîţ'š {ñööţ åå ṽååļûûéé}]");
});

/** A message without its words. */
function skeleton(tree: readonly MessageFormatElement[]): unknown[] {
  return tree.flatMap((element): unknown[] => {
    if (element.type === TYPE.literal) return [];
    if (element.type === TYPE.pound) return ['#'];
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return [[element.type, element.value]];
    const options = Object.entries(element.options).map(([name, { value }]) => [name, skeleton(value)] as const);
    return [[element.type, element.value, options.toSorted(([a], [b]) => (a < b ? -1 : 1))]];
  });
}

function texts(tree: readonly MessageFormatElement[]): string[] {
  return tree.flatMap((element) => {
    if (element.type === TYPE.literal) return [element.value];
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return [];
    return Object.values(element.options).flatMap(({ value }) => texts(value));
  });
}

function words(tree: readonly MessageFormatElement[]): string {
  return texts(tree).join('');
}
