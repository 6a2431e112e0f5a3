import * as v from 'valibot';
import { ConsentWord, consentActs } from '@baton/contracts';
import { record } from './option-schemas';

const cure = 'give true, or words by language: { de: { optOut: ["STOPP"], optIn: ["START"], help: ["HILFE"] } }';
const words = v.array(
  v.custom<string>((word) => v.is(ConsentWord, word), cure),
  cure,
);

/** The words about consent that a host gives; what is wrong is said with its cure. */
export const ConsentWordOptions = v.union(
  [v.boolean(), record(v.strictObject(v.entriesFromList(consentActs, words), cure), cure)],
  cure,
);
