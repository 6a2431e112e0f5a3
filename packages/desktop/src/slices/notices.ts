import type { Notice } from '@baton/contracts';
import { change } from '../change';
import type { DesktopFold } from '../fold';
import { keep, put, putNewer } from '../maps';
import type { ById } from '../maps';

/** As many as the backend keeps. */
const maxNotices = 200;

const localPrefix = 'local.';

/** Id of this device's notice about a command, or about something else that has an id: the same in every window. */
export const localNoticeId = (id: string): string => localPrefix + id;

/** Whether a notice lives on this device only. */
export function isLocalNotice(noticeId: string): boolean {
  return noticeId.startsWith(localPrefix);
}

/** Notices that were posted or changed. */
export function withNotices(state: DesktopFold, notices: readonly Notice[]): DesktopFold {
  return change(state, { notices: newest(putNewer(state.notices, notices, (notice) => notice.id)) });
}

/** A notice of this device, in place of what it has said before. */
export function withLocalNotice(state: DesktopFold, notice: Notice): DesktopFold {
  return change(state, { notices: newest(put(state.notices, notice.id, notice)) });
}

/** Marks notices read without touching their version: the backend's word on it is still to come. */
export function withNoticesRead(notices: ById<Notice>, noticeIds: readonly string[]): ById<Notice> {
  const unread = new Set(noticeIds.filter((id) => notices[id]?.read === false));
  if (unread.size === 0) return notices;
  return Object.fromEntries(
    Object.entries(notices).map(([id, notice]) => [id, unread.has(id) ? { ...notice, read: true } : notice]),
  );
}

/**
 * The newest by the time they were posted, which no later event changes: any order keeps the same ones. Texts that were
 * typed and not sent are nowhere else and all stay.
 */
export function newest(notices: ById<Notice>): ById<Notice> {
  const surplus = Object.keys(notices).length - maxNotices;
  if (surplus <= 0) return notices;
  const oldest = Object.values(notices)
    .filter(({ kind }) => kind !== 'draft.kept')
    .sort(byAge)
    .slice(0, surplus);
  const gone = new Set(oldest.map((notice) => notice.id));
  return keep(notices, (_, id) => !gone.has(id));
}

/** Oldest first. */
export function byAge(a: Notice, b: Notice): number {
  return a.at - b.at || (a.id < b.id ? -1 : 1);
}
