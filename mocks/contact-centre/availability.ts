import type { TargetProblem } from '@baton/contracts';
import type { AgentRecord, CentreState, PoolRecord } from './state';
import { get } from './state';

/** What keeps an agent from being offered an SMS now, if anything does. */
export function obstacle(state: CentreState, agent: AgentRecord): TargetProblem | undefined {
  if (!agent.signedIn) return 'offline';
  if (!agent.reachable) return 'statusUnknown';
  if (agent.wrapUp) return 'afterCallWork';
  if (!agent.sms) return 'notForSms';
  if (agent.sms.state === 'notReady') return agent.otherMediaReady || agent.activity ? 'notForSms' : 'notReady';
  if (ownedBy(state, agent.id).length + openInvitationsOf(state, agent.id).length >= agent.capacity)
    return 'atCapacity';
  return undefined;
}

/** Members of a pool who can be offered an SMS now, longest ready first. */
export function ableMembers(state: CentreState, pool: PoolRecord): AgentRecord[] {
  return pool.members
    .map((id) => get(state.agents, id))
    .filter((agent) => !obstacle(state, agent))
    .sort((a, b) => readySince(a) - readySince(b) || (a.id < b.id ? -1 : 1));
}

/** Interactions that an agent owns. */
export function ownedBy(state: CentreState, agentId: string) {
  return Object.values(state.interactions).filter(
    ({ owner, state: condition }) => condition !== 'completed' && owner.kind === 'agent' && owner.id === agentId,
  );
}

/** Offers that an agent has yet to answer. */
export function openInvitationsOf(state: CentreState, agentId: string) {
  return Object.values(state.invitations).filter(
    (record) => record.agentId === agentId && record.invitation.state === 'offered',
  );
}

function readySince(agent: AgentRecord): number {
  return agent.sms?.since ?? 0;
}
