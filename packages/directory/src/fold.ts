/**
 * A text as it is compared: without case, accents, width, ligatures, and characters that cannot be seen. Letters that
 * Unicode does not take apart are written as people type them: "Łukasz Sørensen" is "lukasz sorensen".
 */
export function fold(text: string): string {
  if (plain.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(unseen, '')
    .toLowerCase()
    .replace(digits, (digit) => `${digit.charCodeAt(0) & 15}`)
    .replace(letters, (letter) => lettersFor[letter] ?? letter);
}

/** Most texts: nothing but case can differ. */
const plain = /^[ -~]*$/;

/** Accents, formatting, fillers, and the stroke that stretches Arabic words. */
export const unseen = /[\p{M}\p{Cf}\p{DI}\u2800ـ]/gu;

/** Of Arabic and Persian keyboards; the last four bits of each are its value. */
const digits = /[٠-٩۰-۹]/g;

const letters = /[ßøłđðıæœþħςىیةک]/g;
const lettersFor: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ħ: 'h',
  ς: 'σ',
  ى: 'ي',
  ی: 'ي',
  ة: 'ه',
  ک: 'ك',
};
