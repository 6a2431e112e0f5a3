/**
 * The first name from the one at `from` on, round and round, that begins with what was typed; the next one after it when
 * the same letter is typed again and again. Case and accents do not matter. -1 when there is none.
 */
export function findTyped(names: readonly string[], typed: string, from: number, locale: string): number {
  const letters = Array.from(typed);
  const isOneLetter = letters.every((letter) => letter === letters[0]);
  const wanted = isOneLetter ? (letters[0] ?? '') : typed;
  const begin = isOneLetter ? from + 1 : from;
  const { compare } = new Intl.Collator(locale, { usage: 'search', sensitivity: 'base' });
  return (
    names
      .map((_, step) => (begin + step) % names.length)
      .find((at) => compare((names[at] ?? '').slice(0, wanted.length), wanted) === 0) ?? -1
  );
}
