import fc from 'fast-check';
import splitSms from 'split-sms';
import { countSegments } from './count-segments';

const a = (count: number) => 'a'.repeat(count);
const euro = (count: number) => '€'.repeat(count);
const smile = (count: number) => '😀'.repeat(count);

describe('segments of known texts', () => {
  test.each([
    ['empty', '', 'gsm7', 0, 0, 160],
    ['160 letters', a(160), 'gsm7', 160, 1, 160],
    ['161 letters', a(161), 'gsm7', 161, 2, 306],
    ['306 letters', a(306), 'gsm7', 306, 2, 306],
    ['307 letters', a(307), 'gsm7', 307, 3, 459],
    ['765 letters', a(765), 'gsm7', 765, 5, 765],
    ['766 letters', a(766), 'gsm7', 766, 6, 918],
    ['80 euro signs', euro(80), 'gsm7', 160, 1, 160],
    ['81 euro signs', euro(81), 'gsm7', 162, 2, 306],
    ['an escape over the first limit', `${a(159)}€`, 'gsm7', 161, 2, 306],
    ['an escape that may not straddle', `${a(152)}€${a(152)}`, 'gsm7', 306, 3, 459],
    ['a curly quote in 70', `’${a(69)}`, 'ucs2', 70, 1, 70],
    ['a curly quote in 71', `’${a(70)}`, 'ucs2', 71, 2, 134],
    ['a curly quote in 134', `’${a(133)}`, 'ucs2', 134, 2, 134],
    ['a curly quote in 135', `’${a(134)}`, 'ucs2', 135, 3, 201],
    ['35 emoji', smile(35), 'ucs2', 70, 1, 70],
    ['36 emoji', smile(36), 'ucs2', 72, 2, 134],
    ['a pair that may not straddle', `’${a(65)}😀${a(66)}`, 'ucs2', 134, 3, 201],
    ['a family', '👨‍👩‍👧‍👦', 'ucs2', 11, 1, 70],
    ['a flag', '🇫🇷', 'ucs2', 4, 1, 70],
    ['lower-case ç', 'ç', 'ucs2', 1, 1, 70],
    ['capital Ç', 'Ç', 'gsm7', 1, 1, 160],
    ['ê', 'ê', 'ucs2', 1, 1, 70],
    ['no-break space', '\u00a0', 'ucs2', 1, 1, 70],
    ['tab', '\t', 'ucs2', 1, 1, 70],
    ['a combining accent', 'e\u0301', 'ucs2', 2, 1, 70],
    ['form feed', '\f', 'gsm7', 2, 1, 160],
  ])('%s', (_name, text, encoding, units, segments, limit) => {
    expect(countSegments(text)).toMatchObject({ encoding, units, segments, limit });
  });

  test('say which character forced UCS-2', () => {
    expect(countSegments('It’s 5 €…').forcedAt).toBe(2);
    expect(countSegments('5 €').forcedAt).toBeUndefined();
  });
});

describe('against split-sms', () => {
  const alphabet = 'aeZ0 \n@£€^{}[]~|\\Ç¡ΔΩèà';
  const gsm = fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 700 });
  const nearLimits = fc
    .tuple(
      fc.constantFrom(66, 69, 133, 152, 159, 305, 458),
      fc.string({ unit: fc.constantFrom('€', '😀', '’', 'a'), maxLength: 12 }),
    )
    .map(([length, tail]) => a(length) + tail);
  const anything = fc.string({ unit: 'binary', maxLength: 300 });

  test('every text has the same encoding, units and parts', () => {
    fc.assert(
      fc.property(fc.oneof(gsm, nearLimits, anything), (text) => {
        const peer = splitSms.split(text);
        const own = countSegments(text);
        expect(own.encoding).toBe(peer.characterSet === 'GSM' ? 'gsm7' : 'ucs2');
        // The peer calls the empty text one part.
        expect(own.segments).toBe(text === '' ? 0 : peer.parts.length);
        expect(own.units).toBe(own.encoding === 'gsm7' ? peer.bytes : peer.bytes / 2);
      }),
      { numRuns: 3000 },
    );
  });
});
