import { ableMembers } from './availability';
import type { Draft } from './draft';
import { touch } from './interactions';
import { offer, openInvitationsTo } from './invitations';
import type { QueueRecord } from './state';
import { get } from './state';

/** Offers what waits in queues to ready members, longest ready first; what nobody takes goes on waiting. */
export function offerWaiting(draft: Draft): void {
  for (const pool of Object.values(draft.state.pools)) {
    if (pool.kind === 'queue') offerFrom(draft, pool);
  }
}

/** An agent who becomes ready anew is asked again about what they have let go. */
export function askAgain(draft: Draft, agentId: string): void {
  for (const interaction of Object.values(draft.state.interactions)) {
    if (!interaction.passedBy.includes(agentId)) continue;
    touch(draft, { ...interaction, passedBy: interaction.passedBy.filter((id) => id !== agentId) });
  }
}

function offerFrom(draft: Draft, queue: QueueRecord): void {
  for (const id of queue.waiting) {
    if (openInvitationsTo(draft.state, id).length > 0) continue;
    const interaction = get(draft.state.interactions, id);
    const next = ableMembers(draft.state, queue).find((agent) => !interaction.passedBy.includes(agent.id));
    if (next) offer(draft, interaction, next);
  }
}
