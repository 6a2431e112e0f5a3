/** A text in pieces: words, and links that can be followed. */
export type TextPiece = string | Link;

export interface Link {
  text: string;
  url: URL;
  /** The host that is followed, where the text shows it otherwise: in another script, or as a number. */
  host?: string;
}

/** Finds http, https and tel addresses in a text. Everything else stays text, also an address that hides where it leads. */
export function findLinks(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let done = 0;
  for (const match of text.matchAll(candidates)) {
    const link = linkTo(match[0].slice(0, lengthOfAddress(match[0])));
    if (link === undefined) continue;
    if (match.index > done) pieces.push(text.slice(done, match.index));
    pieces.push(link);
    done = match.index + link.text.length;
  }
  if (done < text.length) pieces.push(text.slice(done));
  return pieces;
}

/** Scripts that are written without spaces, or add endings to foreign words without one. */
const spaceless = ['Hani', 'Hira', 'Kana', 'Hang', 'Thai', 'Laoo', 'Khmr', 'Mymr']
  .map((script) => `\\p{scx=${script}}`)
  .join('');
/**
 * What ends an address although it could be in one: characters that are not seen, a word in such a script right
 * after a Latin letter or digit, and the next address.
 */
const border = `\\p{DI}|(?<=[a-z\\d])[${spaceless}]|[,;]https?:`;
/** Punctuation and symbols of no other script than ASCII: those end an address. */
const character = String.raw`[\p{L}\p{M}\p{N}·・!#$%&'()*+,\-./:;=?@[\]_{}~]`;
const candidates = new RegExp(`\\bhttps?://(?:(?!${border})${character})+|\\btel:[+\\d().-]+`, 'giu');

/** What ends a sentence rather than an address. */
const trailing = ".,;:!?'*";
const closingOf: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Up to trailing punctuation, or to a closing bracket whose opening one is not part of the address (UTS #58). */
function lengthOfAddress(candidate: string): number {
  const open: string[] = [];
  let length = 0;
  for (const [index, character] of candidate.split('').entries()) {
    const closing = closingOf[character];
    if (closing !== undefined) open.push(closing);
    else if (')]}'.includes(character) && open.pop() !== character) break;
    else if (!trailing.includes(character)) length = index + 1;
  }
  return length;
}

/** The longest name that a host can have, in characters. */
const longestHost = 253;
/** Without a user: what stands before an @ looks like the host. */
const hostOf = /^https?:\/\/([\p{L}\p{M}\p{N}._-]+)(?::\d*)?(?:[/?#]|$)/iu;

function linkTo(text: string): Link | undefined {
  if (/^tel:/i.test(text)) return /\d/.test(text) ? { text, url: new URL(text) } : undefined;
  const shown = hostOf.exec(text)?.[1]?.toLowerCase();
  if (shown === undefined || shown.length > longestHost || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (!url.hostname.includes('.')) return undefined;
  return shown === url.hostname ? { text, url } : { text, url, host: url.hostname };
}
