import * as v from 'valibot';
import { Id } from '../domain/agent';
import { maxTextLength } from '../domain/text';

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(80));

/** A text of the host that agents can begin with. */
export const TextTemplate = v.object({
  /** No two templates have the same. */
  id: Id,
  /** What agents look for it by, in their language. */
  name,
  /**
   * The text, in the customer's language. `{customer}` and `{agent}` become names. Any other word in braces, and a name
   * that is not known, stays for the agent to replace.
   */
  text: v.pipe(v.string(), v.minLength(1), v.maxLength(maxTextLength)),
});
export type TextTemplate = v.InferOutput<typeof TextTemplate>;
