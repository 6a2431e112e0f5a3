import * as v from 'valibot';
import { Id, Line } from './agent';

/** One of the product's disposition codes, also called wrap-up codes: how a conversation has ended for the business. */
export const Disposition = v.object({ id: Id, label: Line(80) });
export type Disposition = v.InferOutput<typeof Disposition>;

/** What the owner may choose from when they end a conversation. */
export const Dispositions = v.object({
  choices: v.array(Disposition),
  /** Without one of them the conversation cannot be ended. Default false. */
  required: v.optional(v.boolean()),
});
export type Dispositions = v.InferOutput<typeof Dispositions>;
