import type { CentreState } from '../contact-centre';
import { listed } from '../contact-centre/lists';
import { find, get } from '../contact-centre/table';
import { createSeededRandom } from '../testing/seeded-random';

export interface TrafficOptions {
  /** Number of agents. */
  readonly count: number;
  /** Milliseconds after the start. */
  readonly at: number;
  readonly seed: number;
  /** Agents whom the script plays. */
  readonly scripted: ReadonlySet<string>;
}

/**
 * Chooses agents whose readiness changes: agents with SMS who are signed in and have nothing to do, and whom neither a
 * person nor the script plays. The same state, time and seed always give the same agents.
 */
export function changingAgents(state: CentreState, { count, at, seed, scripted }: TrafficOptions): string[] {
  const candidates = listed(state, 'signedInAgents').filter((id) => isIdle(state, id) && !scripted.has(id));
  const random = createSeededRandom(seed + at);
  const chosen = new Set<string>();
  for (let draw = 0; draw < count; draw += 1) {
    const id = candidates[Math.floor(random.next() * candidates.length)];
    if (id !== undefined) chosen.add(id);
  }
  return [...chosen];
}

function isIdle(state: CentreState, agentId: string): boolean {
  const { sms, wrapUp, reachable } = get(state.agents, agentId);
  const isPlayed = find(state.commandLog, agentId) !== undefined;
  const isEngaged = [...listed(state, 'owned', agentId), ...listed(state, 'invited', agentId)].length > 0;
  return sms !== undefined && !wrapUp && reachable && !isPlayed && !isEngaged;
}
