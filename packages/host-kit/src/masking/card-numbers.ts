/**
 * The text with the numbers of payment cards cut to their last four digits: "•••• 1111". A card number is 13 to 19
 * digits, also in groups, that begins as those of the card networks do and whose check digit is right (ISO/IEC 7812-1).
 * Telephone numbers with their plus sign, and longer rows of digits, stay.
 */
export function maskCardNumbers(text: string): string {
  return text.replace(candidates, (found) => {
    const digits = Array.from(found.matchAll(/\p{Nd}/gu), ([digit]) => valueOf(digit));
    return isCardNumber(digits) ? `•••• ${digits.slice(-4).join('')}` : found;
  });
}

/** Rows of digits, each after a blank or a hyphen at most; not in the middle of a longer one, nor after a plus sign. */
const candidates =
  /(?<![\p{Nd}+])(?<!\p{Nd}[ \u00a0\u202f-])\p{Nd}(?:[ \u00a0\u202f-]?\p{Nd}){12,18}(?![ \u00a0\u202f-]?\p{Nd})/gu;

function isCardNumber(digits: readonly number[]): boolean {
  const [first = 0] = digits;
  if (first < 2 || first > 6) return false;
  const sum = digits.reduceRight(
    ({ total, isDoubled }, digit) => {
      const weighed = isDoubled ? digit * 2 : digit;
      return { total: total + (weighed > 9 ? weighed - 9 : weighed), isDoubled: !isDoubled };
    },
    { total: 0, isDoubled: false },
  );
  return sum.total % 10 === 0;
}

/** The value of a decimal digit of any script: Unicode has those of a script in a row, from 0 on. */
function valueOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  const zero = zeros.findLast((first) => first <= code);
  return zero === undefined ? NaN : code - zero;
}

/** The zeros of ASCII, Arabic, Persian, Devanagari, Bengali, Thai and full-width digits. */
const zeros = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10];
