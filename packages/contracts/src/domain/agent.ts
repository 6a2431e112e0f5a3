import * as v from 'valibot';
import type { UnknownWord } from './open-set';
import { openSet } from './open-set';
import { Privileges } from './privileges';

/** One line of at most `length` UTF-16 code units, without control characters and lone surrogates. */
export const Line = (length: number) =>
  v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(length),
    // Without the `u` flag, which JSON Schema does not support.
    // oxlint-disable-next-line no-control-regex -- control characters are what it excludes
    v.regex(/^(?:[^\u0000-\u001f\u007f-\u009f\ud800-\udfff]|[\ud800-\udbff][\udc00-\udfff])+$/),
  );

/**
 * Identifier as the routing backend gives it: opaque, 1–256 code units, without control characters and lone surrogates.
 * Products use logins with "@", names of queues, numbers with "+", ARNs of 145 characters.
 */
export const Id = Line(256);

/** Milliseconds since the Unix epoch on the backend's clock. */
export const Timestamp = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Position in the contact centre's log. Every value of an entity has the position of the step that made it. */
export const Version = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A person's or a pool's display name. */
export const Name = v.pipe(v.string(), v.minLength(1), v.maxLength(120));

/** Identity of an agent, without their state. */
export const AgentRef = v.object({ id: Id, name: Name });
export type AgentRef = v.InferOutput<typeof AgentRef>;

export const presenceStates = ['ready', 'busy', 'notReady', 'afterCallWork', 'offline', 'unknown'] as const;
export type PresenceState = (typeof presenceStates)[number] | UnknownWord;

/** State of an agent as a whole, over all media channels. */
export const Presence = v.object({
  state: openSet(presenceStates),
  /** Why not ready: the label of the reason. */
  reason: v.optional(v.pipe(v.string(), v.maxLength(60))),
  /** What a busy agent does: "on a call". */
  activity: v.optional(v.pipe(v.string(), v.maxLength(60))),
  since: Timestamp,
  /** When it ends by itself, as after-call work does in some products. Absent: it does not, or not known. */
  until: v.optional(Timestamp),
});
export type Presence = v.InferOutput<typeof Presence>;

/** Media channels that Baton can set ready. */
export const mediaChannels = ['sms'] as const;
export type MediaChannel = (typeof mediaChannels)[number];

/** An agent's readiness on one media channel. */
export const ChannelState = v.object({
  channel: openSet(mediaChannels),
  /** An agent in a state that this version does not know counts as not ready. */
  state: openSet(['ready', 'notReady']),
  /** Why not ready: the label of the given reason. */
  reason: v.optional(v.pipe(v.string(), v.maxLength(60))),
  /** How many conversations the agent can have on this channel at a time. Absent: not known. */
  capacity: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  since: Timestamp,
  /** Who set this state. Agents are told of what they have not set themselves. Absent: not known. */
  setBy: v.optional(openSet(['agent', 'backend'])),
});
export type ChannelState = v.InferOutput<typeof ChannelState>;

/** The signed-in agent, as the backend knows them. */
export const Agent = v.object({
  ...AgentRef.entries,
  version: Version,
  presence: Presence,
  channels: v.array(ChannelState),
  /** What their role allows, where the backend keeps that. Absent: everything that the host does not withhold. */
  privileges: v.optional(Privileges),
});
export type Agent = v.InferOutput<typeof Agent>;
