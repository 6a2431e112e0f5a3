import { fold } from './fold';

/** A part of a folded text: its first code unit, and the one after its last. */
export type Span = readonly [start: number, end: number];

/**
 * The folded words by which a text is found. What is written without a space counts in parts and as a whole: "O’Brien"
 * is found by "brien" and by "obrien". So do the groups of a number.
 */
export function wordsOf(text: string): string[] {
  const folded = fold(text);
  return piecesOf(folded).flatMap((parts) => {
    const words = parts.map(([start, end]) => folded.slice(start, end));
    return words.length > 1 ? [...words, words.join('')] : words;
  });
}

/** The pieces of a folded text, each as its parts. */
export function piecesOf(folded: string): Span[][] {
  const pieces: Span[][] = [];
  let end = 0;
  for (const { 0: word, index } of folded.matchAll(words)) {
    const isOfNumber = digit.test(folded.charAt(end - 1)) && digit.test(word.charAt(0));
    const piece = isOfNumber || !/\s/.test(folded.slice(end, index)) ? pieces.at(-1) : undefined;
    end = index + word.length;
    if (piece) piece.push([index, end]);
    else pieces.push([[index, end]]);
  }
  return pieces;
}

/** Letters, digits, and the pictures that stand in some names. */
const words = /[\p{L}\p{N}\p{So}]+/gu;
const digit = /\d/;
