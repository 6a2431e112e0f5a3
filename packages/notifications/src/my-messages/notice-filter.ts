import type { Notice } from '@baton/contracts';

/** What the list shows. */
export const noticeFilters = ['all', 'unread', 'problems'] as const;
export type NoticeFilter = (typeof noticeFilters)[number];

/** Whether a notice is shown under a filter. */
export function passes(filter: NoticeFilter, { read, severity }: Notice): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'unread':
      return !read;
    case 'problems':
      return severity === 'problem';
  }
}
