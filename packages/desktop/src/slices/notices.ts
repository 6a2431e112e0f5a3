import type { Notice, Snapshot } from '@baton/contracts';
import type { Deletion, DesktopFold } from '../fold';
import { change, drop, get, isNewer, keep, put, putNewer, rebase } from '../immutable';
import type { ById } from '../immutable';

/** How many entries My Messages holds, which is the backend's limit. As many deletions of this device's are remembered. */
export const maxNotices = 200;

const localPrefix = 'local.';

/** Id of this device's notice about the entity or command `id`: the same in every window. */
export const localNoticeId = (id: string): string => localPrefix + id;

/** Whether a notice lives on this device only. */
export function isLocalNotice(noticeId: string): boolean {
  return noticeId.startsWith(localPrefix);
}

/** Notices that were posted or changed. */
export function withNotices(state: DesktopFold, notices: readonly Notice[]): DesktopFold {
  const undeleted = notices.filter(({ id }) => !isDeleted(state, id));
  return change(state, { notices: newest(putNewer(state.notices, undeleted, (notice) => notice.id)) });
}

/** Adds or replaces a notice of this device. One that the agent has deleted stays away. */
export function withLocalNotice(state: DesktopFold, notice: Notice): DesktopFold {
  if (isDeleted(state, notice.id)) return state;
  return change(state, { notices: newest(put(state.notices, notice.id, notice)) });
}

/** Removes a notice for good. */
export function withoutNotice(state: DesktopFold, noticeId: string, deletion: Deletion): DesktopFold {
  if (!isNewer(deletion.version, get(state.internals.deletedNotices, noticeId))) return state;
  const deletedNotices = newestDeletions(put(state.internals.deletedNotices, noticeId, deletion));
  return change(state, {
    notices: drop(state.notices, noticeId),
    internals: change(state.internals, { deletedNotices }),
  });
}

/** Whether the notice is in My Messages, or was deleted there. */
export function wasPosted(state: DesktopFold, noticeId: string): boolean {
  return get(state.notices, noticeId) !== undefined || isDeleted(state, noticeId);
}

/** Applies the snapshot's My Messages. It may still contain deleted ones. */
export function withSnapshotNotices(state: DesktopFold, { notices, cursor }: Snapshot): DesktopFold {
  const listed = new Set(notices.map(({ id }) => id));
  const local = Object.values(state.notices).filter(({ id }) => isLocalNotice(id));
  const undeleted = [...notices.filter(({ id }) => !isDeleted(state, id)), ...local];
  const deletedNotices = keep(
    state.internals.deletedNotices,
    ({ version, at }, id) => at !== undefined || version > cursor || listed.has(id),
  );
  return change(state, {
    notices: newest(rebase(state.notices, undeleted, cursor, (notice) => notice.id)),
    internals: change(state.internals, { deletedNotices }),
  });
}

/** Marks notices read. Their version stays: the backend's update is still to come. */
export function withNoticesRead(notices: ById<Notice>, noticeIds: readonly string[]): ById<Notice> {
  const unread = new Set(noticeIds.filter((id) => notices[id]?.read === false));
  if (unread.size === 0) return notices;
  return Object.fromEntries(
    Object.entries(notices).map(([id, notice]) => [id, unread.has(id) ? { ...notice, read: true } : notice]),
  );
}

/** Marks notices unread. Without the marks of notices that have left. */
export function withMarkedUnread(
  { agent, notices, markedUnread }: DesktopFold,
  { noticeIds, at }: { noticeIds: readonly string[]; at: number },
): DesktopFold['markedUnread'] {
  const unmarked = noticeIds.filter((id) => get(markedUnread, id) === undefined);
  if (unmarked.length === 0) return markedUnread;
  // Before the first snapshot it is not known which have left.
  const current = agent === undefined ? markedUnread : keep(markedUnread, (_, id) => get(notices, id) !== undefined);
  return { ...current, ...Object.fromEntries(unmarked.map((id) => [id, { at }])) };
}

/**
 * The newest by the time they were posted, which no later event changes: events in any order keep the same ones.
 * Unsent texts all stay, because they exist nowhere else.
 */
function newest(notices: ById<Notice>): ById<Notice> {
  const surplus = Object.keys(notices).length - maxNotices;
  if (surplus <= 0) return notices;
  const oldest = Object.values(notices)
    .filter(({ kind }) => kind !== 'draft.kept')
    .sort(byAge)
    .slice(0, surplus);
  const surplusIds = new Set(oldest.map((notice) => notice.id));
  return keep(notices, (_, id) => !surplusIds.has(id));
}

/** Oldest first. */
export function byAge(a: Notice, b: Notice): number {
  return a.at - b.at || (a.id < b.id ? -1 : 1);
}

function isDeleted({ internals }: DesktopFold, noticeId: string): boolean {
  return get(internals.deletedNotices, noticeId) !== undefined;
}

function newestDeletions(deletions: ById<Deletion>): ById<Deletion> {
  const times = Object.values(deletions).flatMap(({ at }) => at ?? []);
  if (times.length <= maxNotices) return deletions;
  const oldest = times.sort((a, b) => b - a)[maxNotices - 1] ?? 0;
  return keep(deletions, ({ at = oldest }) => at >= oldest);
}
