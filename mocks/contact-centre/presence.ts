import type { Presence } from '@baton/contracts';
import { affectedAgents } from './affected';
import type { Transaction } from './transaction';
import { listed } from './lists';
import type { AgentRecord, CentreState } from './state';
import { get } from './table';

/** An agent's presence, derived from the rest of their record. */
export function presenceOf(state: CentreState, agent: AgentRecord): Omit<Presence, 'since'> {
  if (!agent.signedIn) return { state: 'offline' };
  if (!agent.reachable) return { state: 'unknown' };
  if (agent.wrapUp) return { state: 'afterCallWork', ...agent.wrapUp };
  if (agent.activity) return { state: 'busy', activity: agent.activity };
  if (agent.sms?.state === 'ready') {
    return listed(state, 'owned', agent.id).length < agent.capacity
      ? { state: 'ready' }
      : { state: 'busy', activity: 'on SMS' };
  }
  if (agent.otherMediaReady) return { state: 'ready' };
  return agent.sms?.reason ? { state: 'notReady', reason: agent.sms.reason } : { state: 'notReady' };
}

/** Updates the presence of the affected agents. */
export function updatePresence(tx: Transaction): void {
  for (const id of affectedAgents(tx.before, tx.state)) {
    const agent = get(tx.state.agents, id);
    const presence = presenceOf(tx.state, agent);
    const known = agent.presence;
    const stays =
      presence.state === known.state && presence.reason === known.reason && presence.activity === known.activity;
    if (stays && presence.until === known.until) continue;
    const since = stays ? known.since : tx.at;
    tx.put('agents', agent.id, { ...agent, version: tx.cursor, presence: { ...presence, since } });
  }
}
