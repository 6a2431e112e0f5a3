import type { CommandOf } from '@baton/contracts';
import { revokeInvitations } from './answers';
import { ownedBy } from './availability';
import type { Transaction } from './transaction';
import { leave, returnToQueue } from './interactions';
import { offerAgain } from './queues';
import type { AgentRecord } from './state';
import { without } from './state';
import { find, get } from './table';
import { concludeTransfer, pendingTransferOf } from './transfers';

/** Signs an agent in. Every window asks for it; the first one decides about readiness. */
export function signIn(tx: Transaction, agentId: string, { ready }: CommandOf<'signIn'>): void {
  const agent = get(tx.state.agents, agentId);
  if (agent.signedIn) return;
  tx.put('agents', agentId, {
    ...agent,
    version: tx.cursor,
    signedIn: true,
    reachable: true,
    ...(agent.sms && { sms: { channel: 'sms', state: ready ? 'ready' : 'notReady', since: tx.at } }),
  });
  if (ready) offerAgain(tx, agentId);
}

/**
 * Signs an agent out in all windows. Invitations that they sent are withdrawn,
 * those that they received are revoked. Their conversations go to the head of
 * their queues; ended ones leave.
 */
export function signOut(tx: Transaction, agentId: string): void {
  if (!get(tx.state.agents, agentId).signedIn) return;
  for (const interaction of ownedBy(tx.state, agentId)) {
    const pending = pendingTransferOf(tx.state, interaction);
    if (pending) concludeTransfer(tx, pending, { happens: 'senderSignedOut' });
  }
  revokeInvitations(tx, agentId, 'offline');
  // Backwards, because each goes to the head of the queue.
  for (const interaction of ownedBy(tx.state, agentId).reverse()) {
    if (interaction.state === 'ended') leave(tx, interaction);
    else returnToQueue(tx, interaction);
  }
  const { wrapUp: _, activity: __, streamLostAt: ___, ...agent } = get(tx.state.agents, agentId);
  tx.put('agents', agentId, {
    ...agent,
    version: tx.cursor,
    signedIn: false,
    reachable: true,
    otherMediaReady: false,
    ...(agent.sms && { sms: { channel: 'sms', state: 'notReady', since: tx.at } }),
  });
  if (find(tx.state.notices, agentId)?.length) tx.put('notices', agentId, []);
}

/** An agent's last event stream has closed. */
export function streamLost(tx: Transaction, agent: AgentRecord): void {
  if (agent.signedIn && agent.streamLostAt === undefined) tx.put('agents', agent.id, { ...agent, streamLostAt: tx.at });
}

/** An agent has an event stream again. */
export function streamFound(tx: Transaction, agent: AgentRecord): void {
  if (agent.streamLostAt === undefined) return;
  tx.put('agents', agent.id, { ...without(agent, 'streamLostAt'), reachable: true });
  if (!agent.reachable) offerAgain(tx, agent.id);
}

/** An agent has been without a stream for too long, and may be absent: offers to them are revoked. */
export function markUnreachable(tx: Transaction, agent: AgentRecord): void {
  tx.put('agents', agent.id, { ...agent, reachable: false });
  revokeInvitations(tx, agent.id, 'statusUnknown');
}
