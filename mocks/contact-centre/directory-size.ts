import { agentRecord } from './agent-record';
import { generatedAgent, generatedId, isGenerated } from './generated-agents';
import { presenceOf } from './presence';
import { signOut } from './sessions';
import type { CentreState } from './state';
import { find, idsOf } from './table';
import type { Transaction } from './transaction';

/** Number of agents and pools in the directory. */
export function directorySize({ agents, pools, directory }: CentreState): number {
  return idsOf(agents).length + idsOf(pools).length - directory.removed.length;
}

/**
 * Adds generated agents, or removes the last of them, until the directory has `size` entries. Those of the scenario
 * stay, and generated agents who leave sign out first.
 */
export function setDirectorySize(tx: Transaction, { size, seed }: { size: number; seed: number }): void {
  const ids = idsOf(tx.state.agents);
  const generated = ids.filter(isGenerated).length;
  const wanted = Math.max(0, size - (directorySize(tx.state) - generated));
  if (wanted === generated) return;
  for (let number = generated + 1; number <= wanted; number += 1) addAgent(tx, number, seed);
  for (let number = generated; number > wanted; number -= 1) {
    signOut(tx, generatedId(number));
    tx.remove('agents', generatedId(number));
  }
}

function addAgent(tx: Transaction, number: number, seed: number): void {
  const record = agentRecord(generatedAgent(number, seed), tx.at, tx.cursor, []);
  if (find(tx.state.agents, record.id)) return;
  const presence = { ...presenceOf(tx.state, record), since: record.presence.since };
  tx.put('agents', record.id, { ...record, presence });
}
