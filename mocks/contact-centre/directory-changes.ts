import { targetKey } from '@baton/contracts';
import { findTarget } from './directory';
import { setDirectorySize } from './directory-size';
import { refuse } from './inputs';
import type { DirectoryChange, Refusal } from './inputs';
import { setChannelState } from './readiness';
import type { AgentRecord } from './state';
import { without } from './state';
import { find } from './table';
import type { Transaction } from './transaction';

/** Applies a change that no agent has made. */
export function changeDirectory(tx: Transaction, change: DirectoryChange): Refusal | undefined {
  switch (change.type) {
    case 'size':
      setDirectorySize(tx, change);
      return undefined;
    case 'readiness':
      for (const id of change.agentIds) toggleReadiness(tx, id);
      return undefined;
    case 'remove': {
      const { directory } = tx.state;
      const { kind, id } = change.target;
      if (!findTarget(tx.state, change.target)) return refuse('not_found', `No ${kind} "${id}"`);
      tx.set({ directory: { ...directory, removed: [...directory.removed, targetKey(change.target)] } });
      return undefined;
    }
    case 'activity':
    case 'permissions': {
      const agent = find(tx.state.agents, change.agentId);
      if (!agent) return refuse('not_found', `No agent "${change.agentId}"`);
      tx.put('agents', agent.id, changed(agent, change));
      return undefined;
    }
  }
}

function changed(
  agent: AgentRecord,
  change: Extract<DirectoryChange, { type: 'activity' | 'permissions' }>,
): AgentRecord {
  if (change.type === 'permissions') return { ...agent, mayTransferTo: change.mayTransferTo };
  const { activity } = change;
  return { ...without(agent, 'activity'), ...(activity && { activity }) };
}

function toggleReadiness(tx: Transaction, agentId: string): void {
  const agent = find(tx.state.agents, agentId);
  if (!agent?.signedIn || !agent.sms) return;
  const state = agent.sms.state === 'ready' ? 'notReady' : 'ready';
  setChannelState(tx, agentId, { type: 'setChannelState', commandId: '', channel: 'sms', state });
}
