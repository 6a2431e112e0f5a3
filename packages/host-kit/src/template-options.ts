import * as v from 'valibot';
import { TextTemplate, maxTextLength } from '@baton/contracts';

const cure = 'give templates: [{ id: "greeting", name: "Greeting", text: "Hello {customer}, this is {agent}." }]';
const text = v.pipe(v.string(cure), v.minLength(1, cure));

/** The templates that a host gives; what is wrong is said with its cure. */
export const TemplateOptions = v.pipe(
  v.array(v.strictObject({ id: text, name: text, text }, cure), cure),
  v.check((given) => new Set(given.map(({ id }) => id)).size === given.length, 'give each template an id of its own'),
  v.check(
    (given) => given.every((one) => v.is(TextTemplate, one)),
    `give ids of one line of at most 256 characters, names of at most 80, texts of at most ${maxTextLength}`,
  ),
);
