import * as v from 'valibot';

/** When the desktop locks itself, and who unlocks it. */
export const Lock = v.object({
  /** After how many minutes without pointer or key in the page, in all windows of the agent. Absent: only the host locks it. */
  afterMinutes: v.optional(v.pipe(v.number(), v.gtValue(0), v.maxValue(1440))),
  /** Whether only the host unlocks it, for example after it has asked for a password. Default: the agent does, by a press. */
  byHost: v.optional(v.boolean()),
});
export type Lock = v.InferOutput<typeof Lock>;
