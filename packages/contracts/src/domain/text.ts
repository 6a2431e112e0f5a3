import * as v from 'valibot';

/** Maximum length of a message that an agent sends, in UTF-16 code units. */
export const maxTextLength = 1600;

/**
 * Whether nothing of a text is visible: only white space, control and ignorable characters, and marks without a letter.
 */
export function isBlank(text: string): boolean {
  return !visible.test(text);
}

/** U+2800, the blank Braille pattern, is named because Unicode classes it as a symbol. */
const visible = /[^\p{White_Space}\p{Cc}\p{Cf}\p{Cs}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u;

/**
 * Maximum length of a message that desktops receive, in UTF-16 code units. Longer texts are cut instead of refused, so
 * that one text of another channel does not make a whole snapshot invalid.
 */
export const maxReceivedLength = 20_000;

/** The text of a message as desktops receive it. */
export const ReceivedText = v.pipe(
  v.string(),
  v.transform((text) =>
    text.length > maxReceivedLength ? `${text.slice(0, maxReceivedLength - 1).toWellFormed()}…` : text,
  ),
);

/** A text of at most `length` code units, without lone surrogates, which networks garble. */
export const Text = (length: number) =>
  v.pipe(
    v.string(),
    v.maxLength(length),
    v.check((text) => text.isWellFormed(), 'has half of a surrogate pair'),
  );

/** A text of a customer, which may be invisible. */
export const CustomerText = v.pipe(Text(maxTextLength), v.minLength(1));

/** A text of an agent to a customer. */
export const MessageText = v.pipe(
  CustomerText,
  v.check((text) => !isBlank(text), 'has nothing that can be seen'),
);
