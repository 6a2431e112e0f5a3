import type { ConsentAct, ConsentText } from '../domain/consent';

/** Words of one language by which customers opt out, opt in and ask for help. */
export type ConsentWords = Readonly<Record<ConsentAct, readonly string[]>>;

/** By language: BCP 47. All of them count, because the language of a customer is not known. */
export type ConsentWordsByLanguage = Readonly<Record<string, ConsentWords>>;

/**
 * The words that count where a host names no others. English: those that Twilio handles for long codes
 * (https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out), among which are those of the CTIA. French: those
 * that Canadian carriers require (https://docs.aws.amazon.com/sms-voice/latest/userguide/keywords-required.html,
 * https://docs.aws.amazon.com/end-user-messaging/latest/userguide/nx-rcs-launch-ca-french.html), with and without accent.
 */
export const defaultConsentWords = {
  en: {
    optOut: ['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT'],
    optIn: ['START', 'YES', 'UNSTOP'],
    help: ['HELP', 'INFO'],
  },
  fr: { optOut: ['ARRET', 'ARRÊT'], optIn: [], help: ['AIDE'] },
} as const satisfies ConsentWordsByLanguage;

/**
 * Makes a function that tells which word about consent a text is: one of the usual ones, where no others are given for
 * their language. The whole text has to be the word: in any case, with white
 * space and punctuation around it. A sentence with the word in it is none.
 */
export function consentReader(words: ConsentWordsByLanguage = {}): (text: string) => ConsentText | undefined {
  const languages: readonly ConsentWords[] = Object.values({ ...defaultConsentWords, ...words });
  const acts = new Map<string, ConsentAct>();
  // Last what counts most: a word that is in two lists opts out.
  for (const act of ['help', 'optIn', 'optOut'] as const)
    for (const language of languages) for (const word of language[act]) acts.set(bare(word), act);
  // Of punctuation alone nothing is left.
  acts.delete('');
  return (text) => {
    const word = text.length > maxLength ? '' : bare(text);
    const act = acts.get(word);
    return act && { act, word };
  };
}

/** Longer texts are no words: this spares long conversations the work. */
const maxLength = 80;

function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/^[\s\p{P}\p{Cf}]+|[\s\p{P}\p{Cf}]+$/gu, '')
    .replace(/\s+/g, ' ');
}
