import * as v from 'valibot';
import { Snapshot } from './snapshot';

/** Made by the client, a new one for each command. */
export const CommandId = v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/));

/** Answer to a command that was taken. Its results arrive as events. */
export const CommandTaken = v.object({ commandId: CommandId });
export type CommandTaken = v.InferOutput<typeof CommandTaken>;

/** What a desktop would request next. One that does not fit the schema counts as missing, so that it is requested. */
export const FirstSnapshot = v.optional(v.fallback(v.optional(Snapshot), undefined));

/** Answer to a command that was taken; the answer to `signIn` may bring the agent's snapshot. */
export const CommandAnswer = v.object({ ...CommandTaken.entries, snapshot: FirstSnapshot });
export type CommandAnswer = v.InferOutput<typeof CommandAnswer>;
