import * as v from 'valibot';

/** Longest text the backend takes in one message, in UTF-16 code units. */
export const maxTextLength = 1600;

/** Whether a text has nothing in it that a reader would see: white space, controls, fillers, marks without a letter. */
export function isBlank(text: string): boolean {
  return !visible.test(text);
}

/** The pattern that is blank in Braille is a symbol like the others to Unicode. */
const visible = /[^\p{White_Space}\p{Cc}\p{Cf}\p{Cs}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u;

/**
 * Longest text of a message that desktops are told, in UTF-16 code units. A longer one is cut where it enters, so
 * that one text of another channel cannot keep a desktop from all that comes with it.
 */
export const maxToldLength = 20_000;

/** A message's text, as desktops are told it. */
export const ToldText = v.pipe(
  v.string(),
  v.transform((text) => (text.length > maxToldLength ? `${text.slice(0, maxToldLength - 1).toWellFormed()}…` : text)),
);

/** What a person writes in at most `length` code units, without halves of surrogate pairs: networks garble those. */
export const Text = (length: number) =>
  v.pipe(
    v.string(),
    v.maxLength(length),
    v.check((text) => text.isWellFormed(), 'has half of a surrogate pair'),
  );

/** What a customer writes, who may send what cannot be seen. */
export const CustomerText = v.pipe(Text(maxTextLength), v.minLength(1));

/** What an agent writes to a customer. */
export const MessageText = v.pipe(
  CustomerText,
  v.check((text) => !isBlank(text), 'has nothing that can be seen'),
);
