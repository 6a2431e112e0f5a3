import * as v from 'valibot';
import { AgentRef, Id, Line, Name, Timestamp } from './agent';
import { InteractionNote } from './interaction-note';

/** A conversation with the same customer that is over, as the owner of their present one sees it. */
export const EarlierInteraction = v.object({
  id: Id,
  startedAt: Timestamp,
  endedAt: Timestamp,
  /** The agent who owned it last. */
  agent: v.optional(AgentRef),
  queue: v.optional(v.object({ id: Id, name: Name })),
  /** What it was about, in one line; products without subjects give the beginning of the customer's first text. */
  subject: v.optional(Line(120)),
  /** How it ended for the business, in the words that agents chose from. */
  disposition: v.optional(Line(120)),
  note: v.optional(InteractionNote),
});
export type EarlierInteraction = v.InferOutput<typeof EarlierInteraction>;

/** Earlier conversations, latest end first. */
export const EarlierInteractionPage = v.object({
  interactions: v.array(EarlierInteraction),
  /** Whether there are still earlier ones. */
  more: v.boolean(),
});
export type EarlierInteractionPage = v.InferOutput<typeof EarlierInteractionPage>;
