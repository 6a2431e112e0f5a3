import * as v from 'valibot';

/** How invitations are accepted for the agent, while they are ready and have room. */
export const AutoAnswer = v.object({
  /**
   * Whether the Interaction Preview is shown first, and says when it is accepted. With `false` the conversation is
   * accepted at once. Default: true.
   */
  preview: v.optional(v.boolean()),
  /** How long the preview is shown, in seconds, from 1 to 60. Default: 5. */
  seconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60))),
});
export type AutoAnswer = v.InferOutput<typeof AutoAnswer>;

/** The same, as modules get it. */
export interface AutoAnswering {
  preview: boolean;
  /** How long the preview is shown. */
  seconds: number;
  /**
   * Resolves in one window of the agent: the one that accepts. It stays the only one until `ended` aborts; if it closes
   * before, another one is asked. In a window whose `ended` aborts first it never resolves.
   */
  claim(invitationId: string, ended: AbortSignal): Promise<void>;
}
