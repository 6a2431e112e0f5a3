import * as v from 'valibot';
import { AutoAnswer } from '@baton/contracts';
import { optional } from './option-schemas';

const cure = 'give { preview: true, seconds: 5 }, from 1 to 60 seconds, or { preview: false } to accept at once';

/** How a host lets invitations be accepted; what is wrong is said with its cure. */
export const AutoAnswerOptions = v.strictObject(
  {
    preview: optional(v.boolean('give true or false')),
    seconds: optional(
      v.custom<number>((found) => v.is(AutoAnswer.entries.seconds, found), 'give whole seconds from 1 to 60'),
    ),
  },
  cure,
);
