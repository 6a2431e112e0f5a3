import { parse } from '@formatjs/icu-messageformat-parser';
import fc from 'fast-check';
import { createTexts } from './create-texts';
import { balanced, spoken } from './isolate';

const messages = {
  accepted: parse('{target} accepted. It moved to {target}.'),
  one: parse('{one} and {other}'),
  timed: parse('{kind, select, true {Yes} other {No}}, {count, plural, one {# second} other {# seconds}} of {name}'),
};
const english = createTexts({ locale: 'en-GB', catalogues: [messages] });
const arabic = createTexts({ locale: 'ar', catalogues: [messages] });

test('a number as a name keeps its order where the page runs from right to left', () => {
  expect(arabic.t('accepted', { target: '+44 7700 900123' })).toBe(
    '\u2068+44 7700 900123\u2069 accepted. It moved to \u2068+44 7700 900123\u2069.',
  );
});

test('a name in another direction is isolated, one in Latin letters needs nothing', () => {
  expect(english.t('one', { one: 'سارة', other: 'Åsa O’Neil +44' })).toBe('\u2068سارة\u2069 and Åsa O’Neil +44');
  expect(english.t('one', { one: '٤٤', other: '李雷 🙂' })).toBe('\u2068٤٤\u2069 and 李雷 🙂');
});

test.each([
  ['\u202eJo', 'Jo'],
  ['Jo\u2069\u2069', 'Jo'],
  ['\u2067Jo', '\u2067Jo\u2069'],
  ['\u2068سارة\u2069', '\u2068سارة\u2069'],
  ['سا\nرة\u2029', 'سا رة '],
])('what would act on the words after it does not: %j', (name, inside) => {
  expect(english.t('one', { one: name, other: 'Jo' })).toBe(`\u2068${inside}\u2069 and Jo`);
});

test('choices, numbers and empty values stay as they are', () => {
  expect(arabic.t('timed', { kind: 'true', count: 2, name: '' })).toBe('Yes, 2 seconds of ');
  expect(english.t('timed', { kind: 'other', count: 1, name: 'Jo' })).toBe('No, 1 second of Jo');
});

test("a host's own words are isolated too, and elements are left alone", async () => {
  const texts = createTexts({ locale: 'ar', catalogues: [messages], overrides: { one: '{other}, {one}' } });
  await texts.ready;
  expect(texts.t('one', { one: 'Jo', other: 'سارة' })).toBe('\u2068سارة\u2069, \u2068Jo\u2069');
  const element = { tag: 'b' };
  expect(texts.parts('one', { one: element, other: 'سارة' })).toEqual(['\u2068سارة\u2069', ', ', element]);
});

test('a sentence within a sentence keeps its own isolates', () => {
  const inner = english.t('one', { one: 'سارة', other: 'Jo' });
  expect(english.t('one', { one: inner, other: 'x' })).toBe('\u2068\u2068سارة\u2069 and Jo\u2069 and x');
});

const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\n\u2029'),
      fc.constantFrom('a', 'س', '١', '7', ' ', '-', 'ה', '李'),
    ),
  )
  .map((characters) => characters.join(''));

test('nothing in a value reaches beyond it', () => {
  fc.assert(
    fc.property(anyText, anyText, fc.constantFrom(english, arabic), (one, other, texts) => {
      expect(outside(texts.t('one', { one, other })).replace(/[a7 \-李\n\u2029\u200e]/gu, '')).toBe('nd');
    }),
  );
});

test('what is balanced stays so, and what is spoken has no controls', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(balanced(balanced(text))).toBe(balanced(text));
      expect(outside(`\u2068${balanced(text).replaceAll(/[\n\u2029]/g, '')}\u2069`)).toBe('');
      expect(spoken(text)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    }),
  );
});

/** What is outside all isolates (UAX #9, BD9); fails where one is not closed, or a control is outside. */
function outside(text: string): string {
  let depth = 0;
  let kept = '';
  for (const character of text) {
    if (/[\u2066-\u2068]/.test(character)) depth += 1;
    else if (character === '\u2069') depth -= 1;
    else if (depth === 0) kept += character;
    expect(depth).toBeGreaterThanOrEqual(0);
    if (depth > 0) expect(character).not.toMatch(/[\u202a-\u202e\n\u2029]/);
  }
  expect(depth).toBe(0);
  return kept;
}
