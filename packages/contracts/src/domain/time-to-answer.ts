import * as v from 'valibot';

/**
 * Factors by which an agent may lengthen the time to answer an invitation; 0 is no limit. WCAG 2.2.1 (timing adjustable)
 * requires a factor of at least ten, or no limit.
 */
export const timeToAnswerFactors = [1, 2, 5, 10, 0] as const;
// Closed: Baton offers exactly these.
export const TimeToAnswer = v.picklist(timeToAnswerFactors);
export type TimeToAnswer = v.InferOutput<typeof TimeToAnswer>;
