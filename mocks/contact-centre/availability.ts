import type { TargetProblem } from '@baton/contracts';
import type { AgentRecord, CentreState, PoolRecord } from './state';
import { get } from './state';

/** Why an agent cannot be offered an SMS. */
export type Obstacle = 'offline' | 'notReady' | 'notForSms' | 'atCapacity';

/** What keeps an agent from being offered an SMS now, if anything does. */
export function obstacle(state: CentreState, agent: AgentRecord): Obstacle | undefined {
  if (!agent.signedIn || !agent.reachable) return 'offline';
  if (!agent.sms) return 'notForSms';
  if (agent.sms.state === 'notReady') return agent.otherMediaReady || agent.activity ? 'notForSms' : 'notReady';
  if (agent.wrapUp) return 'notReady';
  if (ownedBy(state, agent.id).length + openInvitationsOf(state, agent.id).length >= agent.capacity)
    return 'atCapacity';
  return undefined;
}

/** The same in the words in which a transfer to the agent is refused. */
export function targetProblem(state: CentreState, agent: AgentRecord): TargetProblem | undefined {
  const why = obstacle(state, agent);
  return why === 'notForSms' ? 'notReady' : why;
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
