import { targetKey } from '@baton/contracts';
import { findTarget } from './directory';
import type { Draft } from './draft';
import { refuse } from './inputs';
import type { DirectoryChange, Refusal } from './inputs';
import { find, without } from './state';

/** Carries out a change that no agent has made. */
export function changeDirectory(draft: Draft, change: DirectoryChange): Refusal | undefined {
  if (change.type === 'remove') {
    const { directory } = draft.state;
    if (!findTarget(draft.state, change.target))
      return refuse('not_found', `No ${change.target.kind} "${change.target.id}"`);
    draft.set({ directory: { ...directory, removed: [...directory.removed, targetKey(change.target)] } });
    return undefined;
  }
  const agent = find(draft.state.agents, change.agentId);
  if (!agent) return refuse('not_found', `No agent "${change.agentId}"`);
  if (change.type === 'permissions') draft.put('agents', agent.id, { ...agent, mayTransferTo: change.mayTransferTo });
  else
    draft.put('agents', agent.id, {
      ...without(agent, 'activity'),
      ...(change.activity && { activity: change.activity }),
    });
  return undefined;
}
