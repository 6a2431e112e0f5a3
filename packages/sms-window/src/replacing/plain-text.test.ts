import fc from 'fast-check';
import { countSegments } from '../segments/count-segments';
import { plainText } from './plain-text';

test.each([
  ['“It’s here” – at last…', '"It\'s here" - at last...'],
  ['10\u202f€\u00a0each', '10 € each'],
  ['soft\u00adhyphen', 'softhyphen'],
])('%s becomes %s', (text, plain) => {
  expect(plainText(text)).toBe(plain);
});

test.each(['Nothing to replace', '', 'It’s fine 👍', 'ça va “bien”', 'Привет – здравствуйте'])(
  'K3-9 all or nothing: %s stays as it is',
  (text) => {
    expect(plainText(text)).toBeUndefined();
  },
);

test('a plain text is in GSM-7, takes no more messages, and has nothing more to replace', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', 'é', '“', '’', '–', '…', '\u00a0', '€', '\n', '\u200b', '👍') });
  fc.assert(
    fc.property(texts, (text) => {
      const plain = plainText(text);
      if (plain === undefined) return;
      expect(countSegments(plain).encoding).toBe('gsm7');
      expect(countSegments(plain).segments).toBeLessThanOrEqual(countSegments(text).segments);
      expect(plainText(plain)).toBeUndefined();
    }),
  );
});
