import type { CommandOf } from '@baton/contracts';
import { revokeInvitations } from './answers';
import type { Draft } from './draft';
import { refuse } from './inputs';
import type { Refusal } from './inputs';
import { askAgain } from './queues';
import type { AgentRecord } from './state';
import { get, without } from './state';

/** Sets an agent ready or not ready on a media channel. Either ends their after-call work. */
export function setChannelState(
  draft: Draft,
  agentId: string,
  command: CommandOf<'setChannelState'>,
): Refusal | undefined {
  const agent = get(draft.state.agents, agentId);
  if (!agent.sms) return refuse('unsupported', `${agent.name} does not handle ${command.channel}`);
  const reason = command.state === 'notReady' ? command.reason : undefined;
  if (agent.sms.state === command.state && agent.sms.reason === reason && !agent.wrapUp) return undefined;
  draft.put('agents', agentId, {
    ...without(agent, 'wrapUp'),
    version: draft.cursor,
    sms: { channel: 'sms', state: command.state, ...(reason && { reason }), since: draft.at },
  });
  if (command.state === 'ready') askAgain(draft, agentId);
  else revokeInvitations(draft, agentId, 'notReady');
  return undefined;
}

/** After-call work is over: the agent is as ready as before it. */
export function endWrapUp(draft: Draft, agent: AgentRecord): void {
  draft.put('agents', agent.id, without(agent, 'wrapUp'));
  askAgain(draft, agent.id);
}
