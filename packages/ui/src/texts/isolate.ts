/**
 * `value` for the middle of a sentence, so that it cannot change the order of the words around it: in U+2068 … U+2069
 * wherever that could happen. In a page that runs from left to right, a value in Latin letters stays as it is, as
 * MessageFormat 2 has it: names of controls are then read, searched for and copied without invisible characters.
 */
export function isolate(value: string, page: 'ltr' | 'rtl'): string {
  if (value === '' || (page === 'ltr' && !mayTurn.test(value))) return value;
  return `\u2068${balanced(value.replace(paragraphEnds, ' '))}\u2069`;
}

/** `text` without the controls of writing direction that would act on what follows it. */
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

/** `text` for where it is only spoken: without controls of writing direction. */
export function spoken(text: string): string {
  return text.replace(controls, '');
}

/** The blocks of scripts and digits that run from right to left (bidirectional classes R, AL and AN), and all controls. */
const mayTurn =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Embeddings and overrides with their end, then isolates with theirs. */
const controls = /[\u202a-\u202e\u2066-\u2069]/g;

/** Controls and U+2029: among them is what ends an isolate before its own end (bidirectional class B). */
const paragraphEnds = /[\p{Cc}\p{Zp}]+/gu;
