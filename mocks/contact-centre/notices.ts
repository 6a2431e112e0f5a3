import type { CommandOf, Notice, NoticeKind, Severity } from '@baton/contracts';
import type { Draft } from './draft';
import { refuse } from './inputs';
import type { Refusal } from './inputs';
import { maxNotices } from './limits';
import { find } from './state';

/** Puts an entry into an agent's My Messages. The oldest ones give way. */
export function postNotice(
  draft: Draft,
  agentId: string,
  kind: NoticeKind,
  severity: Severity,
  interactionId: string,
  names: Record<string, string>,
): void {
  const notice: Notice = {
    id: draft.nextId('notice'),
    version: draft.cursor,
    at: draft.at,
    kind,
    severity,
    interactionId,
    names,
    read: false,
  };
  const kept = (find(draft.state.notices, agentId) ?? []).slice(1 - maxNotices);
  draft.put('notices', agentId, [...kept, notice]);
}

/** Marks entries of the agent's own My Messages as read: all of them, or none. */
export function markNoticesRead(
  draft: Draft,
  agentId: string,
  { noticeIds }: CommandOf<'markNoticesRead'>,
): Refusal | undefined {
  const notices = find(draft.state.notices, agentId) ?? [];
  const unknown = noticeIds.find((id) => !notices.some((notice) => notice.id === id));
  if (unknown) return refuse('not_found', `No notice "${unknown}"`);
  const changed = notices.some((notice) => !notice.read && noticeIds.includes(notice.id));
  if (!changed) return undefined;
  draft.put(
    'notices',
    agentId,
    notices.map((notice) =>
      !notice.read && noticeIds.includes(notice.id) ? { ...notice, read: true, version: draft.cursor } : notice,
    ),
  );
  return undefined;
}
