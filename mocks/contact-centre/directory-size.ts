import { agentRecord } from './agent-record';
import { generatedAgent, generatedId, isGenerated } from './generated-agents';
import { presenceOf } from './presence';
import { signOut } from './sessions';
import type { AgentRecord, CentreState } from './state';
import { idsOf, sizeOf } from './table';
import type { Transaction } from './transaction';

/** Number of agents and pools in the directory. */
export function directorySize({ agents, pools, directory }: CentreState): number {
  return sizeOf(agents) + sizeOf(pools) - directory.removed.length;
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
  const added = Array.from({ length: Math.max(0, wanted - generated) }, (_, place) =>
    newAgent(tx, generated + 1 + place, seed),
  );
  tx.putAll(
    'agents',
    added.map((agent) => [agent.id, agent]),
  );
  for (let number = generated; number > wanted; number -= 1) {
    signOut(tx, generatedId(number));
    tx.remove('agents', generatedId(number));
  }
}

function newAgent(tx: Transaction, number: number, seed: number): AgentRecord {
  const record = agentRecord(generatedAgent(number, seed), tx.at, tx.cursor, []);
  return { ...record, presence: { ...presenceOf(tx.state, record), since: record.presence.since } };
}
