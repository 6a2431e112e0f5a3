import * as v from 'valibot';
import { Id, Name, Presence, Version } from './agent';
import type { Known, UnknownWord } from './open-set';
import { isKnown, noneOf, openSet } from './open-set';

export const targetKinds = ['agent', 'agentGroup', 'skill', 'queue', 'routingPoint'] as const;
export const TargetKind = openSet(targetKinds);
export type TargetKind = v.InferOutput<typeof TargetKind>;

/** Reference to an internal target, with the name to show. */
export const TargetRef = v.object({ kind: TargetKind, id: Id, name: Name });
export type TargetRef = v.InferOutput<typeof TargetRef>;

// Closed: Baton asks only for kinds that it knows.
export const KnownTargetKind = v.picklist(targetKinds);
export type KnownTargetKind = Known<TargetKind>;

/** Reference to a target of a known kind, which can be invited. */
export const KnownTargetRef = v.object({ ...TargetRef.entries, kind: KnownTargetKind });
export type KnownTargetRef = v.InferOutput<typeof KnownTargetRef>;

/** Why a target cannot be invited; used both by the directory and by refused transfers. */
export const targetProblems = [
  'offline',
  /** Signed in, but the backend does not know whether the agent is present. */
  'statusUnknown',
  'notReady',
  'afterCallWork',
  'notForSms',
  'atCapacity',
  /** The asking agent, who owns the conversation already. */
  'self',
  /** The queue that the conversation belongs to. */
  'ownQueue',
] as const;
export const TargetProblem = openSet(targetProblems);
export type TargetProblem = v.InferOutput<typeof TargetProblem>;

export const unavailableReasons = [
  ...targetProblems,
  /** Pools: no agent but the asking one is signed in, or ready. */
  'noAgents',
  'noneReady',
  'permission',
] as const;
export type UnavailableReason = (typeof unavailableReasons)[number] | UnknownWord;

// Closed: there is nothing besides yes, no and unknown.
/**
 * Whether a target can take an SMS now, for the asking agent. With `unknown` the target can be invited, and the backend's
 * answer decides.
 */
export const SmsAvailability = v.variant('available', [
  v.object({ available: v.literal(true) }),
  v.object({ available: v.literal('unknown') }),
  v.object({ available: v.literal(false), reason: openSet(unavailableReasons) }),
]);
export type SmsAvailability = v.InferOutput<typeof SmsAvailability>;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const common = {
  id: Id,
  name: Name,
  version: Version,
  /** Login, number or pool address. "Copy address" copies it. */
  address: v.pipe(v.string(), v.maxLength(120)),
  sms: SmsAvailability,
};

export const AgentTarget = v.object({
  kind: v.literal('agent'),
  ...common,
  nickname: v.optional(Name),
  /** Absent if the backend does not provide it. */
  presence: v.optional(Presence),
});
export type AgentTarget = v.InferOutput<typeof AgentTarget>;

/** A target that stands for several agents. A transfer is offered to its ready agents in turn. */
export const PoolTarget = v.object({
  // Closed: other kinds are other members of `Target`.
  kind: v.picklist(['agentGroup', 'skill', 'queue', 'routingPoint']),
  ...common,
  /**
   * Without the asking agent, to whom their own conversation is never offered. Absent if the backend does not provide
   * them.
   */
  figures: v.optional(
    v.object({
      /** Agents ready for SMS. */
      ready: v.optional(count),
      /** All members. */
      total: v.optional(count),
      /** Waiting interactions; queues only. */
      waiting: v.optional(count),
    }),
  ),
});
export type PoolTarget = v.InferOutput<typeof PoolTarget>;

const entries = [AgentTarget, PoolTarget] as const;

/** An entry of the directory with its current state. Targets of an unknown kind are shown but cannot be invited. */
export const Target = v.variant('kind', [
  ...entries,
  v.looseObject({ kind: noneOf(entries.map((entry) => entry.entries.kind)), ...common }),
]);
export type Target = v.InferOutput<typeof Target>;

/** A target of a kind that this version knows. */
export type KnownTarget = AgentTarget | PoolTarget;

/** Whether this version knows the kind of a target. */
export function isKnownTarget(target: Target): target is KnownTarget {
  return isKnown(target.kind);
}

/** Key of a target in a map: kind and id, since ids are unique only within a kind. */
export type TargetKey = `${TargetKind}:${string}`;

/** The key under which a target is kept in maps. */
export function targetKey(target: Pick<TargetRef, 'kind' | 'id'>): TargetKey {
  return `${target.kind}:${target.id}`;
}
