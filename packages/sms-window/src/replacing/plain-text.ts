import { septetsOf } from '../segments/gsm';

/**
 * The text with each character that GSM-7 does not have replaced by one that looks like it.
 *
 * @returns undefined when nothing is gained: there is no such character, or one that nothing looks like – a letter of
 *   another alphabet, an emoji, an accent that makes another word – and with it the text takes as much as before
 */
export function plainText(text: string): string | undefined {
  let plain = '';
  for (const character of text) {
    const known = plainOf.get(character);
    if (known !== undefined) plain += known;
    else if (character.length === 1 && septetsOf(character.charCodeAt(0)) > 0) plain += character;
    else return undefined;
  }
  return plain === text ? undefined : plain;
}

/** What stands for what, by the ranges of "General Punctuation" and its neighbours in Unicode. */
const lookAlikes: Readonly<Record<string, string>> = {
  '"': '“”„‟″«»',
  "'": '‘’‚‛′´`',
  '-': '‐‑‒–—―−•',
  '...': '…',
  '/': '⁄',
  ' ': '\t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000',
  '\n': '\u2028\u2029',
  // Nothing is seen of them: soft hyphen, zero-width space, word joiner, byte order mark.
  '': '\u00ad\u200b\u2060\ufeff',
};

const plainOf = new Map(
  Object.entries(lookAlikes).flatMap(([plain, others]) => Array.from(others, (other) => [other, plain] as const)),
);
