import type { Presence } from '@baton/contracts';
import { ownedBy } from './availability';
import type { Draft } from './draft';
import type { AgentRecord, CentreState } from './state';

/** What an agent is doing as a whole follows from the rest of what is known of them. */
export function presenceOf(state: CentreState, agent: AgentRecord): Omit<Presence, 'since'> {
  if (!agent.signedIn) return { state: 'offline' };
  if (!agent.reachable) return { state: 'unknown' };
  if (agent.wrapUp) return { state: 'afterCallWork' };
  if (agent.activity) return { state: 'busy', activity: agent.activity };
  if (agent.sms?.state === 'ready') {
    return ownedBy(state, agent.id).length < agent.capacity
      ? { state: 'ready' }
      : { state: 'busy', activity: 'on SMS' };
  }
  if (agent.otherMediaReady) return { state: 'ready' };
  return agent.sms?.reason ? { state: 'notReady', reason: agent.sms.reason } : { state: 'notReady' };
}

/** Brings every agent's presence up to date with what the step has done. */
export function updatePresence(draft: Draft): void {
  for (const agent of Object.values(draft.state.agents)) {
    const presence = presenceOf(draft.state, agent);
    const known = agent.presence;
    if (presence.state === known.state && presence.reason === known.reason && presence.activity === known.activity)
      continue;
    draft.put('agents', agent.id, { ...agent, version: draft.cursor, presence: { ...presence, since: draft.at } });
  }
}
