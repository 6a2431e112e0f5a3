import { fold } from './fold';
import { cut, foldedCharacters, joining } from './stretches';
import type { Stretch } from './stretches';
import type { Span } from './words';

/** A text as `occurrences` compares it: folded, with one space for any white space. */
export function foldedText(text: string): string {
  return fold(text).replace(/\s+/g, ' ');
}

/** What is looked for with a query, folded; empty when that is nothing. */
export function soughtIn(query: string): string {
  return foldedText(query).trim();
}

/**
 * Cuts a text at every place that says what a query says, also inside words. Characters stay whole, with their accents;
 * words stay whole where their letters join. The texts of the stretches, put together, are the text.
 */
export function occurrences(text: string, query: string): Stretch[] {
  const sought = soughtIn(query);
  if (sought === '' || !foldedText(text).includes(sought)) return cut(text, []);
  const { folded, original } = foldedCharacters(text);
  const spans: Span[] = [];
  for (let at = folded.indexOf(sought); at >= 0; at = folded.indexOf(sought, at + sought.length))
    spans.push(original(withJoined(folded, at, at + sought.length)));
  return cut(text, spans);
}

function withJoined(folded: string, start: number, end: number): Span {
  const joins = (index: number) => joining.test(folded.charAt(index - 1)) && joining.test(folded.charAt(index));
  let [from, to] = [start, end];
  while (joins(from)) from -= 1;
  while (joins(to)) to += 1;
  return [from, to];
}
