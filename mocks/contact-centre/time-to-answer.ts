import type { CommandOf } from '@baton/contracts';
import type { Draft } from './draft';
import { offerMs } from './limits';
import type { AgentRecord } from './state';
import { get } from './state';

/** An agent wants more time for every offer from now on; what is offered already keeps its deadline. */
export function setTimeToAnswer(draft: Draft, agentId: string, { factor }: CommandOf<'setTimeToAnswer'>): void {
  draft.put('agents', agentId, { ...get(draft.state.agents, agentId), timeToAnswer: factor });
}

/** When an offer to an agent runs out; null for one who has no limit. */
export function deadlineFor({ timeToAnswer = 1 }: AgentRecord, at: number): number | null {
  return timeToAnswer === 0 ? null : at + offerMs * timeToAnswer;
}
