import { fold, unseen } from './fold';
import type { Span } from './words';

/** A part of a text, and whether it matches what is looked for. */
export interface Stretch {
  text: string;
  matched: boolean;
}

// Letters of these scripts join their neighbours; a mark that ends inside a word would tear them apart.
export const joining =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Thai}]/u;

/** A text folded character by character, with one space for any white space, and where a part of the result stands in it. */
export function foldedCharacters(text: string): { folded: string; original: (span: Span) => Span } {
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: character, index } of text.matchAll(characters)) {
    for (const unit of fold(character).replace(/\s+/g, ' ').split('')) {
      const end = index + character.length;
      if (unit === ' ' && folded.endsWith(' ')) ends[ends.length - 1] = end;
      else {
        folded += unit;
        starts.push(index);
        ends.push(end);
      }
    }
  }
  return { folded, original: ([start, end]) => [starts[start] ?? 0, ends[end - 1] ?? 0] };
}

/** A character with the accents and invisible ones that follow it. */
const characters = new RegExp(`.${unseen.source}*`, 'gsu');

/** Cuts a text before and after each span. Spans are in the order of their ends, and may overlap. */
export function cut(text: string, spans: readonly Span[]): Stretch[] {
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
