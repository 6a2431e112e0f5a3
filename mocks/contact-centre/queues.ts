import { ableMembers, obstacle } from './availability';
import { affectedPools } from './affected';
import type { Transaction } from './transaction';
import { touch } from './interactions';
import { offer, openInvitationsTo } from './invitations';
import type { QueueRecord } from './state';
import { get } from './table';

/** Offers waiting conversations to ready members, longest ready first. */
export function offerWaiting(tx: Transaction): void {
  for (const key of affectedPools(tx.before, tx.state)) {
    const pool = get(tx.state.pools, key);
    if (pool.kind === 'queue') offerFrom(tx, pool);
  }
}

/** An agent who becomes ready again may be offered conversations that they have passed by. */
export function offerAgain(tx: Transaction, agentId: string): void {
  for (const key of get(tx.state.agents, agentId).pools) {
    const pool = get(tx.state.pools, key);
    if (pool.kind === 'queue') pool.waiting.forEach((id) => forgetPass(tx, id, agentId));
  }
}

function forgetPass(tx: Transaction, interactionId: string, agentId: string): void {
  const interaction = get(tx.state.interactions, interactionId);
  if (!interaction.passedBy.includes(agentId)) return;
  touch(tx, { ...interaction, passedBy: interaction.passedBy.filter((id) => id !== agentId) });
}

function offerFrom(tx: Transaction, queue: QueueRecord): void {
  if (queue.waiting.length === 0) return;
  let able = ableMembers(tx.state, queue);
  for (const id of queue.waiting) {
    if (able.length === 0) return;
    if (openInvitationsTo(tx.state, id).length > 0) continue;
    const interaction = get(tx.state.interactions, id);
    const next = able.find((agent) => !interaction.passedBy.includes(agent.id));
    if (!next) continue;
    offer(tx, interaction, next);
    able = able.filter((agent) => !obstacle(tx.state, agent));
  }
}
