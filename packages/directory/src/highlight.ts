import { fold, unseen } from './fold';
import { prefixesOf, readingsOf } from './query';
import { piecesOf } from './words';
import type { Span } from './words';

/** A part of a name, and whether it matches the query. */
export interface Stretch {
  text: string;
  matched: boolean;
}

// Letters of these scripts join their neighbours; a mark that ends inside a word would tear them apart.
const joining =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Thai}]/u;

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

/** A name folded character by character, and where a part of the result stands in the name. */
function foldedCharacters(name: string): { folded: string; original: (span: Span) => Span } {
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: character, index } of name.matchAll(characters)) {
    const part = fold(character);
    folded += part;
    for (let unit = 0; unit < part.length; unit += 1) {
      starts.push(index);
      ends.push(index + character.length);
    }
  }
  return { folded, original: ([start, end]) => [starts[start] ?? 0, ends[end - 1] ?? 0] };
}

/** A character with the accents and invisible ones that follow it. */
const characters = new RegExp(`.${unseen.source}*`, 'gsu');

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

/** Cuts a text before and after each span. Spans are in the order of their ends, and may overlap. */
function cut(text: string, spans: readonly Span[]): Stretch[] {
  const separate: Span[] = [];
  for (const [start, end] of spans) {
    const last = separate.at(-1);
    if (last && start < last[1]) separate[separate.length - 1] = [last[0], end];
    else separate.push([start, end]);
  }
  const ends = separate.flat();
  return [0, ...ends].flatMap((start, index) => {
    const stretch = { text: text.slice(start, ends[index]), matched: index % 2 === 1 };
    return stretch.text === '' ? [] : [stretch];
  });
}
