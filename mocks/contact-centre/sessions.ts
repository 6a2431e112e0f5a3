import type { CommandOf } from '@baton/contracts';
import { revokeInvitations } from './answers';
import { ownedBy } from './availability';
import type { Draft } from './draft';
import { leave, returnToQueue } from './interactions';
import { askAgain } from './queues';
import type { AgentRecord } from './state';
import { find, get, without } from './state';
import { pendingTransferOf, withdrawTransfer } from './transfers';

/** Signs an agent in. Every window asks for it; the first one decides about readiness. */
export function signIn(draft: Draft, agentId: string, { ready }: CommandOf<'signIn'>): void {
  const agent = get(draft.state.agents, agentId);
  if (agent.signedIn) return;
  draft.put('agents', agentId, {
    ...agent,
    version: draft.cursor,
    signedIn: true,
    reachable: true,
    ...(agent.sms && { sms: { channel: 'sms', state: ready ? 'ready' : 'notReady', since: draft.at } }),
  });
  if (ready) askAgain(draft, agentId);
}

/**
 * Signs an agent out in all windows: invitations they have sent are withdrawn,
 * those they have received are revoked, what they own goes to the head of its
 * queue, or leaves if its customer has.
 */
export function signOut(draft: Draft, agentId: string): void {
  if (!get(draft.state.agents, agentId).signedIn) return;
  for (const interaction of ownedBy(draft.state, agentId)) {
    const pending = pendingTransferOf(draft.state, interaction);
    if (pending) withdrawTransfer(draft, pending, { state: 'cancelled' }, 'withdrawn');
  }
  revokeInvitations(draft, agentId, 'offline');
  // Backwards, because each goes before the one before it.
  for (const interaction of ownedBy(draft.state, agentId).reverse()) {
    if (interaction.state === 'ended') leave(draft, interaction);
    else returnToQueue(draft, interaction);
  }
  const { wrapUp: _, activity: __, streamLostAt: ___, ...agent } = get(draft.state.agents, agentId);
  draft.put('agents', agentId, {
    ...agent,
    version: draft.cursor,
    signedIn: false,
    reachable: true,
    otherMediaReady: false,
    ...(agent.sms && { sms: { channel: 'sms', state: 'notReady', since: draft.at } }),
  });
  if (find(draft.state.notices, agentId)?.length) draft.put('notices', agentId, []);
}

/** An agent's last event stream has closed. */
export function streamLost(draft: Draft, agent: AgentRecord): void {
  if (agent.signedIn && agent.streamLostAt === undefined)
    draft.put('agents', agent.id, { ...agent, streamLostAt: draft.at });
}

/** An agent has an event stream again. */
export function streamFound(draft: Draft, agent: AgentRecord): void {
  if (agent.streamLostAt === undefined) return;
  draft.put('agents', agent.id, { ...without(agent, 'streamLostAt'), reachable: true });
  if (!agent.reachable) askAgain(draft, agent.id);
}

/** An agent has been without a stream for too long: they may not be there at all, so offers to them are revoked. */
export function loseSight(draft: Draft, agent: AgentRecord): void {
  draft.put('agents', agent.id, { ...agent, reachable: false });
  revokeInvitations(draft, agent.id, 'statusUnknown');
}
