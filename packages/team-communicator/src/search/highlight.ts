/** A part of a name, and whether it matches the query. */
export interface Stretch {
  text: string;
  matched: boolean;
}

// Letters of these scripts join their neighbours; a mark that ends inside a word would tear them apart.
const joining =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Thai}]/u;

/**
 * Cuts a name where the words of a query match the beginnings of its words,
 * whatever the case and the accents. The texts of the stretches, put together,
 * are the name.
 */
export function highlight(name: string, query: string): Stretch[] {
  const wanted = wordsOf(query).map(({ text }) => fold(text));
  const stretches: Stretch[] = [];
  let done = 0;
  const add = (until: number, matched: boolean) => {
    if (until > done) stretches.push({ text: name.slice(done, until), matched });
    done = Math.max(done, until);
  };

  for (const word of wordsOf(name)) {
    const length = Math.max(0, ...wanted.map((part) => matchedLength(word.text, part)));
    if (length === 0) continue;
    add(word.start, false);
    add(word.start + (joining.test(word.text) ? word.text.length : length), true);
  }
  add(name.length, false);
  return stretches;
}

/** How many code units at the beginning of `word` the folded `part` covers; 0 when it does not match. */
function matchedLength(word: string, part: string): number {
  let folded = '';
  let length = 0;
  for (const character of characters(word)) {
    if (folded.length >= part.length) break;
    folded += fold(character);
    length += character.length;
  }
  return folded.startsWith(part) ? length : 0;
}

function wordsOf(text: string): { text: string; start: number }[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((match) => ({ text: match[0], start: match.index }));
}

/** Characters as people count them: a letter keeps its accents. */
function characters(text: string): string[] {
  return text.match(/.\p{M}*/gsu) ?? [];
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
