import fc from 'fast-check';
import { fold } from './fold';

test.each([
  ['BIANCA', 'bianca'],
  ['Élodie Dvořák', 'elodie dvorak'],
  ['E\u0301lodie', 'elodie'],
  ['Łukasz Sørensen', 'lukasz sorensen'],
  ['YILMAZ, Yılmaz, İnci', 'yilmaz, yilmaz, inci'],
  ['Straße', 'strasse'],
  ['Ｂｉａｎｃａ　９００１', 'bianca 9001'],
  ['ﬁnance', 'finance'],
  ['Bi\u200Ban\u00ADca\u200E \u2067Oka\u2060for\uFEFF', 'bianca okafor'],
  ['ΟΔΥΣΣΕΥΣ Οδυσσεύς', 'οδυσσευσ οδυσσευσ'],
  ['ســارة أحمد ٩٠٠١', 'ساره احمد 9001'],
  ['فرهاد کریمی ۹۰۰۱', 'فرهاد كريمي 9001'],
  ['ｱﾍﾞ', 'アヘ'],
  ['🦊 Fox', '🦊 fox'],
  ['\uD83D lone', '\uD83D lone'],
])('"%s" is "%s"', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

const texts = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));

test('folding what is folded changes nothing', () => {
  // The planes in which letters stand.
  const everyLetter = Array.from({ length: 0x2_0000 }, (_, code) => String.fromCodePoint(code));
  expect(everyLetter.filter((letter) => fold(fold(letter)) !== fold(letter))).toEqual([]);
  fc.assert(
    fc.property(texts, (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
    { numRuns: 1000 },
  );
});

test('case, accents, width and invisible characters do not count', () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/);
  const disguises: readonly ((letter: string) => string)[] = [
    (letter) => letter,
    (letter) => letter.toUpperCase(),
    (letter) => `${letter}\u0301`,
    (letter) => `${letter}\u200E`,
    (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0),
  ];
  fc.assert(
    fc.property(word, fc.array(fc.constantFrom(...disguises), { minLength: 8, maxLength: 8 }), (text, by) => {
      const disguised = [...text].map((letter, index) => by[index]?.(letter) ?? letter).join('');
      expect(fold(disguised)).toBe(text);
    }),
    { numRuns: 1000 },
  );
});
