import * as v from 'valibot';
import { Id, Name, Presence, Version } from './agent';

export const targetKinds = ['agent', 'agentGroup', 'skill', 'queue', 'routingPoint'] as const;
export const TargetKind = v.picklist(targetKinds);
export type TargetKind = v.InferOutput<typeof TargetKind>;

/** Names an internal target: enough to invite it, and to say whom one is waiting for. */
export const TargetRef = v.object({ kind: TargetKind, id: Id, name: Name });
export type TargetRef = v.InferOutput<typeof TargetRef>;

/** Why a target cannot be invited: what a directory shows and what a refused invitation says are the same. */
export const targetProblems = [
  'offline',
  /** Signed in, but the backend does not know whether the agent is there. */
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
export type TargetProblem = (typeof targetProblems)[number];

export const unavailableReasons = [
  ...targetProblems,
  /** Pools: no agent but the asking one is signed in, or ready. */
  'noAgents',
  'noneReady',
  'permission',
] as const;
export type UnavailableReason = (typeof unavailableReasons)[number];

/** Whether a target can take an SMS now, as the backend sees it for the asking agent. */
export const SmsAvailability = v.variant('available', [
  v.object({ available: v.literal(true) }),
  v.object({ available: v.literal(false), reason: v.picklist(unavailableReasons) }),
]);
export type SmsAvailability = v.InferOutput<typeof SmsAvailability>;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const common = {
  id: Id,
  name: Name,
  version: Version,
  /** Login, number or pool address: what "Copy address" copies. */
  address: v.pipe(v.string(), v.maxLength(120)),
  sms: SmsAvailability,
};

export const AgentTarget = v.object({
  kind: v.literal('agent'),
  ...common,
  nickname: v.optional(Name),
  presence: Presence,
});
export type AgentTarget = v.InferOutput<typeof AgentTarget>;

/** A target that stands for several agents; offered to its ready agents in turn. */
export const PoolTarget = v.object({
  kind: v.picklist(['agentGroup', 'skill', 'queue', 'routingPoint']),
  ...common,
  /** Without the asking agent, to whom a pool offers nothing of their own. */
  figures: v.object({
    /** Agents ready for SMS. */
    ready: count,
    /** Agents who belong to it. */
    total: count,
    /** Interactions waiting in it; queues only. */
    waiting: v.optional(count),
  }),
});
export type PoolTarget = v.InferOutput<typeof PoolTarget>;

/** An entry of the directory, with what is known of it now. */
export const Target = v.variant('kind', [AgentTarget, PoolTarget]);
export type Target = v.InferOutput<typeof Target>;

/** Key of a target in a map: kind and id, since ids are unique only within a kind. */
export type TargetKey = `${TargetKind}:${string}`;

/** The key under which a target is kept in maps. */
export function targetKey(target: Pick<TargetRef, 'kind' | 'id'>): TargetKey {
  return `${target.kind}:${target.id}`;
}
