import type { TargetProblem } from '@baton/contracts';
import { targetKey } from '@baton/contracts';
import { listed } from './lists';
import type { AgentRecord, CentreState, InteractionRecord, InvitationRecord, PoolRecord } from './state';
import { get } from './table';

/** Why an agent cannot be offered an SMS now; nothing when they can. */
export function obstacle(state: CentreState, agent: AgentRecord): TargetProblem | undefined {
  if (!agent.signedIn) return 'offline';
  if (!agent.reachable) return 'statusUnknown';
  if (agent.wrapUp) return 'afterCallWork';
  if (!agent.sms) return 'notForSms';
  if (agent.sms.state === 'notReady') return agent.otherMediaReady || agent.activity ? 'notForSms' : 'notReady';
  if (listed(state, 'owned', agent.id).length + listed(state, 'invited', agent.id).length >= agent.capacity)
    return 'atCapacity';
  return undefined;
}

/** Members of a pool who can be offered an SMS now. Those who have been ready longest come first. */
export function ableMembers(state: CentreState, pool: PoolRecord): AgentRecord[] {
  return listed(state, 'signedInMembers', targetKey(pool))
    .map((id) => get(state.agents, id))
    .filter((agent) => !obstacle(state, agent))
    .sort((a, b) => readySince(a) - readySince(b) || (a.id < b.id ? -1 : 1));
}

/** Interactions that an agent owns. */
export function ownedBy(state: CentreState, agentId: string): InteractionRecord[] {
  return listed(state, 'owned', agentId).map((id) => get(state.interactions, id));
}

/** Offers that an agent has yet to answer. */
export function openInvitationsOf(state: CentreState, agentId: string): InvitationRecord[] {
  return listed(state, 'invited', agentId).map((id) => get(state.invitations, id));
}

function readySince(agent: AgentRecord): number {
  return agent.sms?.since ?? 0;
}
