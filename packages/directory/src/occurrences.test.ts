import fc from 'fast-check';
import { foldedText, occurrences, soughtIn } from './occurrences';
import { foldedCharacters } from './stretches';

const marked = (text: string, query: string) =>
  occurrences(text, query)
    .map(({ text: stretch, matched }) => (matched ? `[${stretch}]` : stretch))
    .join('');

describe('occurrences', () => {
  test.each([
    ['My invoice is wrong', 'invoice', 'My [invoice] is wrong'],
    ['My invoice is wrong', 'VOI', 'My in[voi]ce is wrong'],
    ['Where is it? Is it late?', 'is it', 'Where [is it]? [Is it] late?'],
    ['Café, cafe\u0301, CAFE', 'cafe', '[Café], [cafe\u0301], [CAFE]'],
    ['Ｏｒｄｅｒ ４８２１３', '48213', 'Ｏｒｄｅｒ [４８２１３]'],
    ['Order 48213', 'Ｏｒｄｅｒ', '[Order] 48213'],
    ['in\u00ADvoi\u200Bce', 'invoice', '[in\u00ADvoi\u200Bce]'],
    ['one\n  line', 'one line', '[one\n  line]'],
    ['one line', ' one\u00A0 line ', '[one line]'],
    ['Straße', 'ras', 'St[raß]e'],
    ['ﬁne', 'i', '[ﬁ]ne'],
    ['aaaa', 'aa', '[aa][aa]'],
    ['وصلت الفاتورة', 'فاتور', 'وصلت [الفاتورة]'],
    ['Parcel 🦊 lost', '🦊', 'Parcel [🦊] lost'],
    ['Nothing', 'something', 'Nothing'],
    ['Nothing', ' ', 'Nothing'],
    ['Nothing', '\u200B', 'Nothing'],
    ['', 'a', ''],
  ])('%j, searched for %j: %j', (text, query, expected) => {
    expect(marked(text, query)).toBe(expected);
  });

  const texts = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.lorem());

  test('never changes a text, and marks something exactly when the text says what is looked for', () => {
    fc.assert(
      fc.property(texts, texts, (text, query) => {
        const stretches = occurrences(text, query);
        expect(stretches.map((stretch) => stretch.text).join('')).toBe(text);
        const says = soughtIn(query) !== '' && foldedText(text).includes(soughtIn(query));
        expect(stretches.some(({ matched }) => matched)).toBe(says);
      }),
      { numRuns: 2000 },
    );
  });

  test('finds every part of a text, and each mark says what is looked for', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, from, length) => {
        const whole = Array.from(text);
        const start = from % (whole.length + 1);
        const query = whole.slice(start, start + 1 + (length % 8)).join('');
        fc.pre(soughtIn(query) !== '' && foldedText(text).includes(soughtIn(query)));
        const marks = occurrences(text, query).filter(({ matched }) => matched);
        expect(marks.length).toBeGreaterThan(0);
        for (const mark of marks) expect(foldedText(mark.text)).toContain(soughtIn(query));
      }),
      { numRuns: 2000 },
    );
  });

  test('compares a text character by character as it does as a whole', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(foldedCharacters(text).folded).toBe(foldedText(text));
      }),
      { numRuns: 2000 },
    );
  });
});
