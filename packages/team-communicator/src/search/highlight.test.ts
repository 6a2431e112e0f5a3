import fc from 'fast-check';
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
    ['Straße', 'stras', 'Straße'],
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
