import { calendarDay } from '@baton/ui';
import type { Notice } from '@baton/contracts';

/** Entries of one day about one conversation, or about none. */
export interface NoticeGroup {
  id: string;
  /** When the newest of them was. */
  at: number;
  customer: string | undefined;
  notices: readonly Notice[];
}

/** Groups entries by day and conversation. Their order stays: given newest first, so are the groups, and the entries in each. */
export function groupNotices(notices: readonly Notice[], timeZone: string): readonly NoticeGroup[] {
  const groups = new Map<string, NoticeGroup & { notices: Notice[] }>();
  for (const notice of notices) {
    const id = `${calendarDay(notice.at, timeZone)}.${notice.interactionId ?? ''}`;
    // A kind that this version does not know may have a customer, too.
    const customer = 'customer' in notice && typeof notice.customer === 'string' ? notice.customer : undefined;
    const group = groups.get(id) ?? { id, at: notice.at, customer, notices: [] };
    group.notices.push(notice);
    group.customer ??= customer;
    groups.set(id, group);
  }
  return [...groups.values()];
}
