import type { BackendCapabilities, CommandOf } from '@baton/contracts';
import { revokeInvitations } from './answers';
import type { Transaction } from './transaction';
import { refuse } from './inputs';
import type { Refusal } from './inputs';
import { offerAgain } from './queues';
import type { AgentRecord } from './state';
import { without } from './state';
import { get } from './table';

/** Reasons for Not Ready that an agent can choose. */
export const notReadyReasons: BackendCapabilities['notReadyReasons'] = ['lunch', 'break', 'training'].map((label) => ({
  id: `aux.${label}`,
  label,
}));

/** Sets an agent Ready or Not Ready on a media channel, as they ask. Both end after-call work. */
export function setChannelState(
  tx: Transaction,
  agentId: string,
  command: CommandOf<'setChannelState'>,
): Refusal | undefined {
  const agent = get(tx.state.agents, agentId);
  if (!agent.sms) return refuse('unsupported', `${agent.name} does not handle ${command.channel}`);
  const given = notReadyReasons.find(({ id }) => id === command.reason);
  if (command.reason !== undefined && !given) return refuse('validation', `There is no reason "${command.reason}"`);
  const reason = command.state === 'notReady' ? given?.label : undefined;
  if (agent.sms.state === command.state && agent.sms.reason === reason && !agent.wrapUp) return undefined;
  tx.put('agents', agentId, {
    ...without(agent, 'wrapUp'),
    version: tx.cursor,
    sms: { channel: 'sms', state: command.state, ...(reason && { reason }), since: tx.at, setBy: 'agent' },
  });
  if (command.state === 'ready') offerAgain(tx, agentId);
  else revokeInvitations(tx, agentId, 'notReady');
  return undefined;
}

/** The contact centre itself sets an agent Not Ready who has not answered in time. The reason is none that agents can give. */
export function setNotReadyAsMissed(tx: Transaction, agentId: string): void {
  const agent = get(tx.state.agents, agentId);
  if (agent.sms?.state !== 'ready') return;
  const reason = 'missed invitation';
  tx.put('agents', agentId, {
    ...agent,
    version: tx.cursor,
    sms: { channel: 'sms', state: 'notReady', reason, since: tx.at, setBy: 'backend' },
  });
  revokeInvitations(tx, agentId, 'notReady');
}

/** After-call work is over: the agent is as ready as before. */
export function endWrapUp(tx: Transaction, agent: AgentRecord): void {
  tx.put('agents', agent.id, without(agent, 'wrapUp'));
  offerAgain(tx, agent.id);
}
