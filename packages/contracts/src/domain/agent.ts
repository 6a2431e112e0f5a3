import * as v from 'valibot';

/** Identifier as the routing backend gives it: opaque, 1–64 characters. */
export const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(64), v.regex(/^[\w:.-]+$/));

/** Milliseconds since the Unix epoch on the backend's clock. */
export const Timestamp = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Position in the contact centre's log. Every change of an entity carries the position that made it. */
export const Version = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A person's or a pool's display name. */
export const Name = v.pipe(v.string(), v.minLength(1), v.maxLength(120));

/** Who somebody is, without what they are doing. */
export const AgentRef = v.object({ id: Id, name: Name });
export type AgentRef = v.InferOutput<typeof AgentRef>;

export const presenceStates = ['ready', 'busy', 'notReady', 'afterCallWork', 'offline', 'unknown'] as const;
export type PresenceState = (typeof presenceStates)[number];

/** What an agent is doing as a whole, over all media channels. */
export const Presence = v.object({
  state: v.picklist(presenceStates),
  /** Why not ready, in the contact centre's own words: "lunch". */
  reason: v.optional(v.pipe(v.string(), v.maxLength(60))),
  /** What keeps a busy agent busy: "on a call". */
  activity: v.optional(v.pipe(v.string(), v.maxLength(60))),
  since: Timestamp,
});
export type Presence = v.InferOutput<typeof Presence>;

/** Media channels that Baton can set ready. */
export const mediaChannels = ['sms'] as const;
export type MediaChannel = (typeof mediaChannels)[number];

/** An agent's readiness on one media channel. */
export const ChannelState = v.object({
  channel: v.picklist(mediaChannels),
  state: v.picklist(['ready', 'notReady']),
  reason: v.optional(v.pipe(v.string(), v.maxLength(60))),
  since: Timestamp,
});
export type ChannelState = v.InferOutput<typeof ChannelState>;

/** The signed-in agent, as the backend knows them. */
export const Agent = v.object({
  ...AgentRef.entries,
  version: Version,
  presence: Presence,
  channels: v.array(ChannelState),
});
export type Agent = v.InferOutput<typeof Agent>;
