import { fold } from './fold';
import { piecesOf } from './words';

/** What one word of a query asks for: alternatives, each of prefixes that must all begin a word of the target. */
export type Term = readonly (readonly string[])[];

/** One way to understand a query: terms that must all be met. */
export type Reading = readonly Term[];

/**
 * The ways to understand a query, as people type or paste it. The first one that finds a target is the one that was
 * meant. None of them asks for anything when the query has no word: then every target is found.
 */
export function readingsOf(query: string): Reading[] {
  const text = withoutScheme(fold(query));
  const apart = withoutScheme(fold(query.replace(seams, ' ')));
  const texts = new Set([text, apart, text.replace(additions, ' '), text.replace(umlauts, '$1')]);
  return [...texts].map(termsOf).filter((terms) => terms.length > 0);
}

/** All prefixes that a reading asks for. */
export function prefixesOf(reading: Reading): string[] {
  return [...new Set(reading.flat(2))];
}

/** Whether a target with these words is what a reading asks for. */
export function matches(reading: Reading, words: readonly string[]): boolean {
  const begins = (prefix: string) => words.some((word) => word.startsWith(prefix));
  return reading.every((term) => term.some((prefixes) => prefixes.every(begins)));
}

function termsOf(text: string): Term[] {
  return piecesOf(text).map((parts) => {
    const words = parts.map(([start, end]) => text.slice(start, end));
    const [first = [0, 0], ...others] = parts;
    const at = others.findIndex(([start]) => text.slice(first[1], start).includes('@'));
    return [words, ...(others.length > 0 ? [[words.join('')]] : []), ...(at < 0 ? [] : [words.slice(0, at + 1)])];
  });
}

/** Invisible ends of words, and capitals within one. */
const seams = /\u200B|(?<=\p{Ll})(?=\p{Lu})/gu;

/** What people write behind a name: "Bianca Okafor (Billing)", "Bianca Okafor – senior agent". */
const additions = /\([^)]*\)|<[^>]*>|\[[^\]]*\]|\s[-–—|·•]\s.*/gs;

/** "Mueller" for "Müller". */
const umlauts = /([aou])e/g;

function withoutScheme(text: string): string {
  return text.replace(/\b(?:mailto|sips?|tel):/g, ' ');
}
