import fc from 'fast-check';
import { maskCardNumbers } from './card-numbers';

// Numbers that the networks give out for tests.
test.each([
  ['My card is 4111 1111 1111 1111, thanks', 'My card is •••• 1111, thanks'],
  ['5555-5555-5555-4444', '•••• 4444'],
  ['378282246310005 and 6011111111111117', '•••• 0005 and •••• 1117'],
  ['4111\u00a01111\u202f1111 1111', '•••• 1111'],
  ['٤١١١ ١١١١ ١١١١ ١١١١', '•••• 1111'],
  ['４１１１１１１１１１１１１１１１', '•••• 1111'],
])('%s is shown as %s', (text, masked) => {
  expect(maskCardNumbers(text)).toBe(masked);
});

test.each([
  ['a wrong check digit', '4111 1111 1111 1112'],
  ['an order number', 'Order 48213 of 19 November 2026'],
  ['a telephone number', '+4111111111111111'],
  ['what no network begins with', '9111111111111110'],
  ['noughts', '0000 0000 0000 0000'],
  ['a longer row of digits', '41111111111111114111111111111111'],
  ['two sums beside each other', '1,200.50 and 3,400.75'],
])('stays: %s', (_what, text) => {
  expect(maskCardNumbers(text)).toBe(text);
});

test('no more than four digits are left of any card number, wherever it stands, and the words around it stay', () => {
  const word = fc.stringMatching(/^[a-z ,.]{0,20}$/);
  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 11, maxLength: 17 });
  fc.assert(
    fc.property(
      word,
      digits,
      fc.integer({ min: 2, max: 6 }),
      fc.constantFrom('', ' ', '-'),
      word,
      (before, middle, first, gap, after) => {
        const body = [first, ...middle];
        const check = Array.from({ length: 10 }, (_, digit) => [...body, digit]).find(passesLuhn);
        const number = (check ?? []).join('').replace(/(.{4})(?=.)/g, `$1${gap}`);
        expect(maskCardNumbers(`${before}${number}${after}`)).toBe(
          `${before}•••• ${number.replace(/\D/g, '').slice(-4)}${after}`,
        );
      },
    ),
  );
});

/** Written otherwise than in the code: by the sums that doubled digits give. */
function passesLuhn(digits: readonly number[]): boolean {
  const doubled = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9];
  const total = digits.toReversed().reduce((sum, digit, at) => sum + (at % 2 === 1 ? (doubled[digit] ?? 0) : digit), 0);
  return total % 10 === 0;
}
