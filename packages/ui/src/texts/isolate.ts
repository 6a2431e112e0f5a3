/**
 * A value for the middle of a sentence: in U+2068 … U+2069 wherever it could change the order of the words around it. In a
 * page from left to right, a value in Latin letters stays as it is, as in MessageFormat 2, so that accessible names have no
 * invisible characters when they are read out, searched for or copied.
 */
export function isolate(value: string, page: 'ltr' | 'rtl'): string {
  if (value === '' || (page === 'ltr' && !mayReorder.test(value))) return value;
  return `\u2068${balanced(value.replace(paragraphEnds, ' '))}\u2069`;
}

/** `text` without those bidirectional controls that would affect the text after it. */
export function balanced(text: string): string {
  let open = 0;
  const kept = text.replace(controls, (control) => {
    if (control < '\u2066') return '';
    if (control < '\u2069') open += 1;
    else if (open === 0) return '';
    else open -= 1;
    return control;
  });
  return kept + '\u2069'.repeat(open);
}

/** `text` for screen readers: without bidirectional controls. */
export function spoken(text: string): string {
  return text.replace(controls, '');
}

/** Characters of scripts and digits from right to left (bidirectional classes R, AL and AN), and bidirectional controls. */
const mayReorder =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Embeddings and overrides with their end, then isolates with theirs. */
const controls = /[\u202a-\u202e\u2066-\u2069]/g;

/** Control characters and U+2029: some of them end an isolate early (bidirectional class B). */
const paragraphEnds = /[\p{Cc}\p{Zp}]+/gu;
