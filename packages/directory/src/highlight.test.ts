import fc from 'fast-check';
import { fold } from './fold';
import { highlight } from './highlight';

const marked = (name: string, query: string) =>
  highlight(name, query)
    .map(({ text, matched }) => (matched ? `[${text}]` : text))
    .join('');

describe('highlight', () => {
  test.each([
    ['Bianca Okafor', 'bi', '[Bi]anca Okafor'],
    ['Bianca Okafor', 'ok bi', '[Bi]anca [Ok]afor'],
    ['Bianca Okafor', 'anca', 'Bianca Okafor'],
    ['Élodie Marchand', 'elo', '[Élo]die Marchand'],
    ['E\u0301lodie', 'e', '[E\u0301]lodie'],
    ['ﬁnance team', 'fin', '[ﬁn]ance team'],
    ['Team +44 7700', '7700', 'Team +44 [7700]'],
    ['سارة علي', 'سا', '[سارة] علي'],
    ['Straße', 'stras', '[Straß]e'],
    ['Ｂｉａｎｃａ', 'bian', '[Ｂｉａｎ]ｃａ'],
    ['Bianca Okafor', 'Ｏｋａ', 'Bianca [Oka]for'],
    ['Bi\u00ADan\u200Bca', 'bianca', '[Bi\u00ADan\u200Bca]'],
    ['Bianca Okafor', 'Okafor, Bi\u200Ban', '[Bian]ca [Okafor]'],
    ['Bianca Okafor', '"Bianca Okafor" <bianca.okafor@example.com>', '[Bianca] [Okafor]'],
    ['O’Brien', 'obri', '[O’Bri]en'],
    ['Anne-Marie Laurent', 'anne-m', '[Anne-M]arie Laurent'],
    ['Anne-Marie Laurent', 'annema', '[Anne-Ma]rie Laurent'],
    ['+44 7700 900123', '447700', '+[44 7700] 900123'],
    ['Jörg Müller', 'mueller', 'Jörg [Müller]'],
    ['김서연', '기', '[김]서연'],
    ['𠮷田 太郎', '𠮷', '[𠮷]田 太郎'],
    ['🦊 Fox', '🦊', '[🦊] Fox'],
    ['Ivo 👩🏽‍💻', '👩', 'Ivo [👩]🏽‍💻'],
    ['Bianca', '', 'Bianca'],
  ])('%s, looked for as "%s": %s', (name, query, expected) => {
    expect(marked(name, query)).toBe(expected);
  });

  test('never changes a name, and marks nothing without a query', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (name, query) => {
        expect(
          highlight(name, query)
            .map(({ text }) => text)
            .join(''),
        ).toBe(name);
        expect(highlight(name, '').some(({ matched }) => matched)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test('marks what was matched: the marks begin with what was looked for, and everything is marked that does', () => {
    const letter = fc.constantFrom('a', 'B', 'é', 'e\u0301', 'ﬁ', 'Ｃ', 'ß', '𠮷', 'и\u0306', '٣');
    const word = fc.array(letter, { minLength: 1, maxLength: 5 }).map((letters) => letters.join(''));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), fc.nat(), fc.nat(), (words, which, length) => {
        // Groups of digits are one number, and are matched as one.
        fc.pre(!/\d \d/.test(fold(words.join(' '))));
        const chosen = fold(words[which % words.length] ?? '');
        const prefix = chosen.slice(0, 1 + (length % chosen.length));
        fc.pre(prefix.isWellFormed());
        const stretches = highlight(words.join(' '), prefix);
        const begins = words.filter((text) => fold(text).startsWith(prefix));
        const marks = stretches.filter(({ matched }) => matched).map(({ text }) => text);
        expect(marks).toHaveLength(begins.length);
        marks.forEach((mark, index) => {
          const rest = begins[index]?.slice(mark.length) ?? '';
          expect(begins[index]?.startsWith(mark)).toBe(true);
          // No shorter mark would do, and no accent is left outside.
          expect(fold(mark).startsWith(prefix)).toBe(true);
          expect(fold(mark.match(/^(.*)\P{M}\p{M}*$/su)?.[1] ?? '').length).toBeLessThan(prefix.length);
          expect(rest).not.toMatch(/^\p{M}/u);
          expect(mark.isWellFormed()).toBe(true);
        });
      }),
      { numRuns: 2000 },
    );
  });

  test('marks what begins a word', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z]{2,8}$/),
        fc.stringMatching(/^[a-z]{2,8}$/),
        fc.integer({ min: 1, max: 8 }),
        (first, last, length) => {
          expect(highlight(`${first} ${last}`, last.slice(0, length)).at(-1 - Number(length < last.length))).toEqual({
            text: last.slice(0, length),
            matched: true,
          });
        },
      ),
      { numRuns: 1000 },
    );
  });
});
