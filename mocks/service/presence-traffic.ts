import type { CentreState } from '../contact-centre';
import { listed } from '../contact-centre/lists';
import { find, get, idsOf } from '../contact-centre/table';
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
 * person nor the script plays. The same state, time and seed always give the same agents: fewer than `count` where
 * others are drawn, or one is drawn twice.
 */
export function changingAgents(state: CentreState, { count, at, seed, scripted }: TrafficOptions): string[] {
  const candidates = signedIn(state);
  const random = createSeededRandom(seed + at);
  const chosen = new Set<string>();
  // Drawn before it is known who is idle: of 100,000 agents no more are looked at than are drawn.
  for (let draw = 0; draw < count * drawsEach && chosen.size < count; draw += 1) {
    const id = candidates[Math.floor(random.next() * candidates.length)];
    if (id !== undefined && isIdle(state, id) && !scripted.has(id)) chosen.add(id);
  }
  return [...chosen];
}

/** How many draws there are for each agent who is wanted. */
const drawsEach = 4;

/** Kept, because agents sign in and out far less often than their readiness changes. */
const known = new WeakMap<object, readonly string[]>();

function signedIn({ index: { signedInAgents } }: CentreState): readonly string[] {
  const ids = known.get(signedInAgents) ?? idsOf(signedInAgents);
  known.set(signedInAgents, ids);
  return ids;
}

function isIdle(state: CentreState, agentId: string): boolean {
  const { sms, wrapUp, reachable } = get(state.agents, agentId);
  const isPlayed = find(state.commandLog, agentId) !== undefined;
  const isEngaged = [...listed(state, 'owned', agentId), ...listed(state, 'invited', agentId)].length > 0;
  return sms !== undefined && !wrapUp && reachable && !isPlayed && !isEngaged;
}
