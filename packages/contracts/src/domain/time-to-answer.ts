import * as v from 'valibot';

/**
 * By how much an agent may lengthen the time to answer an invitation; 0 is no
 * limit. WCAG 2.2.1 (timing adjustable) asks for at least ten times, or none.
 */
export const timeToAnswerFactors = [1, 2, 5, 10, 0] as const;
export const TimeToAnswer = v.picklist(timeToAnswerFactors);
export type TimeToAnswer = v.InferOutput<typeof TimeToAnswer>;
