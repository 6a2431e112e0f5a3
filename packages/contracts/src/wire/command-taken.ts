import * as v from 'valibot';

/** Made by who asks, anew for each thing they ask for. */
export const CommandId = v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/));

/** Answer to a command that was taken. What it leads to comes as events. */
export const CommandTaken = v.object({ commandId: CommandId });
export type CommandTaken = v.InferOutput<typeof CommandTaken>;
