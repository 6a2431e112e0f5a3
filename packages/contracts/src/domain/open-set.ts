import * as v from 'valibot';

/**
 * A word that this version does not know, from a newer backend: "unknown:survey". The word stays in the data, and the
 * compiler makes every reader of the set handle it.
 */
export type UnknownWord = `unknown:${string}`;

const prefix = 'unknown:';

/** The words of an open set that this version knows. */
export type Known<Word extends string> = Exclude<Word, UnknownWord>;

/** Whether this version knows a word of an open set. */
export function isKnown<Word extends string>(word: Word): word is Known<Word> {
  return !isUnknown(word);
}

/** A word of an open set, or `standIn` if this version does not know it. */
export function knownOr<Word extends string, StandIn>(word: Word, standIn: StandIn): Known<Word> | StandIn {
  return isKnown(word) ? word : standIn;
}

function isUnknown(word: string): word is UnknownWord {
  return word.startsWith(prefix);
}

// Parsed data is parsed again by other windows and when it is read from the device.
const asUnknownWord = v.transform((word: string): UnknownWord => (isUnknown(word) ? word : `${prefix}${word}`));

/** A set of words that may grow: any other word is parsed as an `UnknownWord`. */
export const openSet = <const Words extends readonly string[]>(words: Words) =>
  v.union([v.picklist(words), v.pipe(v.string(), asUnknownWord)]);

/**
 * The discriminator of a variant's last member, which makes the variant open: an object of an unknown kind is kept as it
 * is, and a malformed object of a known kind is still invalid.
 */
export const noneOf = (known: readonly ({ literal: string } | { options: readonly string[] })[]) =>
  v.pipe(
    v.string(),
    v.notValues(known.flatMap((kind) => ('literal' in kind ? [kind.literal] : kind.options))),
    asUnknownWord,
  );
