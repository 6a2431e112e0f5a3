/** A text in pieces: words, and links that can be followed. */
export type TextPiece = string | { text: string; url: URL };

const candidates = /\bhttps?:\/\/[^\s<>"“”]+|\btel:\+?[\d().-]+/giu;
/** What ends a sentence rather than an address. */
const trailing = /[.,;:!?'’»\])]+$/u;

/** Finds http, https and tel addresses in a text. Everything else stays text. */
export function findLinks(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let done = 0;
  for (const match of text.matchAll(candidates)) {
    const address = withoutTrailing(match[0]);
    if (!URL.canParse(address)) continue;
    if (match.index > done) pieces.push(text.slice(done, match.index));
    pieces.push({ text: address, url: new URL(address) });
    done = match.index + address.length;
  }
  if (done < text.length) pieces.push(text.slice(done));
  return pieces;
}

/** Keeps a closing bracket whose opening one is part of the address. */
function withoutTrailing(address: string): string {
  const cut = address.replace(trailing, '');
  const isOpen = cut.split('(').length > cut.split(')').length;
  return isOpen && address[cut.length] === ')' ? `${cut})` : cut;
}
