import * as v from 'valibot';

/** Maximum length of a transfer's note. */
export const maxNoteLength = 500;

/** What a sender writes for whoever takes over, in their own words. */
export const Note = v.pipe(v.string(), v.maxLength(maxNoteLength));

/** What whoever handed a conversation over has left for its owner. */
export const Handover = v.object({ note: v.optional(Note) });
export type Handover = v.InferOutput<typeof Handover>;
