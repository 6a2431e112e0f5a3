import type { Notice } from '@baton/contracts';

/** What the list shows. */
export const noticeFilters = ['all', 'unread', 'problems'] as const;
export type NoticeFilter = (typeof noticeFilters)[number];

/** Whether a notice is shown under a filter. */
export function passes(filter: NoticeFilter, { severity }: Notice, unread: boolean): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'unread':
      return unread;
    case 'problems':
      return severity === 'problem';
  }
}
