import * as v from 'valibot';
import { Line, Timestamp } from './agent';
import { openSet } from './open-set';

/** What a customer's text is, when it is one of the words about consent. */
export const consentActs = ['optOut', 'optIn', 'help'] as const;
export type ConsentAct = (typeof consentActs)[number];

/** A customer's text that says something about consent, and the word for it, in capitals. */
export interface ConsentText {
  act: ConsentAct;
  word: string;
}

/** A word by which customers opt out, opt in or ask for help, such as "STOP". */
export const ConsentWord = Line(40);

/** Whether a customer agrees to get text messages. While they have opted out, screens send nothing to them. */
export const Consent = v.object({
  state: openSet(['subscribed', 'optedOut']),
  /** Since when. Absent: not known. */
  since: v.optional(Timestamp),
  /** The customer's own word by which it came to that. Absent: not known, or it came about in another way. */
  word: v.optional(ConsentWord),
});
export type Consent = v.InferOutput<typeof Consent>;
