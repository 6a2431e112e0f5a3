import { useState } from 'react';
import { useDesktop, useNow } from '@baton/module-kit';
import { ChipGroup, EmptyState } from '@baton/ui';
import { myMessages } from '@baton/desktop';
import type { TextId } from '../texts';
import { useWords } from '../texts';
import { NoticeEntry } from './notice-entry';
import { noticeFilters, passes } from './notice-filter';
import type { NoticeFilter } from './notice-filter';

const emptyTexts = {
  all: 'messages.empty',
  unread: 'messages.empty.unread',
  problems: 'messages.empty.problems',
} as const satisfies Record<NoticeFilter, TextId>;

/** The entries, newest first. */
export function NoticeList() {
  const { t } = useWords();
  const [filter, setFilter] = useState<NoticeFilter>('all');
  const notices = useDesktop(myMessages).filter((notice) => passes(filter, notice));
  const now = useNow(30_000);
  return (
    <>
      <ChipGroup
        label={t('messages.filter')}
        options={noticeFilters.map((value) => ({ value, label: t(`messages.filter.${value}`) }))}
        value={filter}
        onChange={(value) => setFilter(value)}
      />
      {notices.length === 0 ? (
        <EmptyState title={t(emptyTexts[filter])} />
      ) : (
        <ul className="notice-list">
          {notices.map((notice) => (
            <NoticeEntry key={notice.id} notice={notice} now={now} />
          ))}
        </ul>
      )}
    </>
  );
}
