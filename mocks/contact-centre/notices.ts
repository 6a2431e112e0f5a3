import type { CommandOf, NoticeContent } from '@baton/contracts';
import type { Transaction } from './transaction';
import { isGenerated } from './generated-agents';
import { refuse } from './inputs';
import type { Input, Refusal } from './inputs';
import { maxNotices } from './limits';
import { find, idsOf } from './table';

/** Puts an entry into an agent's My Messages. The oldest ones are dropped. */
export function postNotice(tx: Transaction, agentId: string, content: NoticeContent): void {
  const facts = { id: tx.nextId('notice'), version: tx.cursor, at: tx.at, read: false };
  const kept = (find(tx.state.notices, agentId) ?? []).slice(1 - maxNotices);
  tx.put('notices', agentId, [...kept, { ...content, ...facts }]);
}

/** Posts a notice of the contact centre to agents. */
export function tellAgents(
  tx: Transaction,
  {
    agentIds = idsOf(tx.state.index.signedInAgents).filter((id) => !isGenerated(id)),
    notice,
  }: Extract<Input, { kind: 'notice' }>,
): Refusal | undefined {
  const unknown = agentIds.find((id) => !find(tx.state.agents, id)?.signedIn);
  if (unknown) return refuse('not_found', `No agent "${unknown}" is signed in`);
  for (const id of agentIds) postNotice(tx, id, notice);
  return undefined;
}

/** Marks entries of the agent's My Messages as read; unknown ids are ignored. */
export function markNoticesRead(tx: Transaction, agentId: string, { noticeIds }: CommandOf<'markNoticesRead'>): void {
  const notices = find(tx.state.notices, agentId) ?? [];
  const changed = notices.some((notice) => !notice.read && noticeIds.includes(notice.id));
  if (!changed) return;
  tx.put(
    'notices',
    agentId,
    notices.map((notice) =>
      !notice.read && noticeIds.includes(notice.id) ? { ...notice, read: true, version: tx.cursor } : notice,
    ),
  );
}

/** Removes entries of the agent's My Messages; unknown ids are ignored. */
export function deleteNotices(tx: Transaction, agentId: string, { noticeIds }: CommandOf<'deleteNotices'>): void {
  const notices = find(tx.state.notices, agentId) ?? [];
  const kept = notices.filter(({ id }) => !noticeIds.includes(id));
  if (kept.length < notices.length) tx.put('notices', agentId, kept);
}
