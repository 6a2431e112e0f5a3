import { useRef, useState } from 'react';
import { useDesktop, useHost, useNow } from '@baton/module-kit';
import { ChipGroup, EmptyState, formatDay } from '@baton/ui';
import { myMessages } from '@baton/desktop';
import type { TextId } from '../texts';
import { useWords } from '../texts';
import { groupNotices } from './notice-groups';
import { NoticeEntry } from './notice-entry';
import { noticeFilters, passes } from './notice-filter';
import type { NoticeFilter } from './notice-filter';
import { part } from '../parts';

const emptyTexts = {
  all: 'messages.empty',
  unread: 'messages.empty.unread',
  problems: 'messages.empty.problems',
} as const satisfies Record<NoticeFilter, TextId>;

/** The entries by day and conversation, newest first (MM-02). */
export function NoticeList() {
  const { t } = useWords();
  const { locale, timeZone } = useHost();
  const [filter, setFilter] = useState<NoticeFilter>('all');
  const [kept, setKept] = useState<readonly string[]>();
  const inside = useRef({ focus: false, pointer: false });
  const all = useDesktop(myMessages);
  const passing = all.filter((notice) => passes(filter, notice));
  const onShow = all.filter(({ id }) => kept?.includes(id));
  const notices = onShow.length > 0 ? onShow : passing;
  const now = useNow(30_000);

  /** What is on show stays, and nothing comes above it, while focus or pointer is there; new entries are announced. */
  function hold(change: Partial<typeof inside.current>) {
    inside.current = { ...inside.current, ...change };
    const held = inside.current.focus || inside.current.pointer;
    setKept(held ? notices.map(({ id }) => id) : undefined);
  }

  return (
    <>
      <ChipGroup
        label={t('messages.filter')}
        options={noticeFilters.map((value) => ({ value, label: t(`messages.filter.${value}`) }))}
        value={filter}
        onChange={(value) => {
          setFilter(value);
          setKept(undefined);
        }}
      />
      {notices.length === 0 ? (
        <EmptyState title={t(emptyTexts[filter])} />
      ) : (
        <div
          onFocus={() => hold({ focus: true })}
          onBlur={() => hold({ focus: false })}
          onPointerEnter={({ pointerType }) => hold({ pointer: pointerType === 'mouse' })}
          onPointerLeave={() => hold({ pointer: false })}
        >
          {groupNotices(notices, timeZone).map((group) => (
            <div key={group.id} className="notice-group" part={part('notice-group')}>
              <h3 className="notice-group-title" part={part('notice-group-title')}>
                {formatDay(group.at, { now, locale, timeZone })}
                {group.customer !== undefined && (
                  <>
                    {' · '}
                    <bdi>{group.customer}</bdi>
                  </>
                )}
              </h3>
              <ul className="notice-list">
                {group.notices.map((notice) => (
                  <NoticeEntry key={notice.id} notice={notice} now={now} />
                ))}
              </ul>
            </div>
          ))}
        </div>
      )}
    </>
  );
}
