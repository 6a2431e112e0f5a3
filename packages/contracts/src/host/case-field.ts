import * as v from 'valibot';

export const caseFormats = ['text', 'number', 'date', 'dateTime'] as const;

const word = v.pipe(v.string(), v.minLength(1), v.maxLength(100));

/** How a value of a conversation's case data is shown. */
export const CaseField = v.object({
  /** The product's key. A conversation without it has no line for it. */
  key: word,
  /** What agents read before the value, in their language. */
  label: word,
  /**
   * `date` and `dateTime` take milliseconds since the Unix epoch and ISO 8601 texts: a day, or a time with its offset.
   * A sum of money names its currency by ISO 4217. What cannot be read so is shown as it is. Default `text`.
   */
  format: v.optional(
    v.union([v.picklist(caseFormats), v.object({ currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)) })]),
  ),
  /** Words for single values: `{ GLD: 'Gold', true: 'Yes' }`. Others are shown in the format. */
  words: v.optional(v.record(v.string(), v.pipe(v.string(), v.maxLength(100)))),
  /** Where the value leads, opened in another tab: an http or https address in which `{value}` becomes the value. */
  link: v.optional(v.pipe(v.string(), v.maxLength(2000), v.regex(/^https?:\/\/[^/{}]+\//))),
});
export type CaseField = v.InferOutput<typeof CaseField>;

/** What of the case data agents see, and where, each in the order given. */
export const CaseFields = v.object({
  /** In Details of the SMS window. Default: nothing. */
  details: v.optional(v.pipe(v.array(CaseField), v.maxLength(100))),
  /** In the Interaction Preview, before the agent has accepted. Default: nothing. */
  preview: v.optional(v.pipe(v.array(CaseField), v.maxLength(6))),
});
export type CaseFields = v.InferOutput<typeof CaseFields>;
