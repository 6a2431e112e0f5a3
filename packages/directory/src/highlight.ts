import { prefixesOf, readingsOf } from './query';
import { cut, foldedCharacters, joining } from './stretches';
import type { Stretch } from './stretches';
import { piecesOf } from './words';
import type { Span } from './words';

/**
 * Cuts a name where the words of a query match the beginnings of its words, as the search compares them. Characters
 * stay whole, with their accents. The texts of the stretches, put together, are the name.
 */
export function highlight(name: string, query: string): Stretch[] {
  const { folded, original } = foldedCharacters(name);
  for (const reading of readingsOf(query)) {
    const spans = matchedIn(folded, prefixesOf(reading));
    if (spans.length > 0) return cut(name, spans.map(original));
  }
  return cut(name, []);
}

/** The parts of a folded name that prefixes match, in order. */
function matchedIn(folded: string, prefixes: readonly string[]): Span[] {
  return piecesOf(folded).flatMap((parts) => {
    const lengthIn = (word: string) =>
      Math.max(0, ...prefixes.map((prefix) => (word.startsWith(prefix) ? prefix.length : 0)));
    const textOf = ([start, end]: Span) => folded.slice(start, end);
    const ofWhole = lengthIn(parts.map(textOf).join(''));
    const start = parts[0]?.[0] ?? 0;
    let passed = 0;
    return parts.flatMap((part): Span[] => {
      const rest = ofWhole - passed;
      passed += part[1] - part[0];
      const length = Math.max(rest, lengthIn(textOf(part)));
      if (length <= 0) return [];
      const end = Math.min(part[1], part[0] + length);
      const from = rest > 0 ? start : part[0];
      return [[from, joining.test(textOf(part)) ? part[1] : end]];
    });
  });
}
