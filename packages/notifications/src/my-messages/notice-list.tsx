import { useRef, useState } from 'react';
import { useDesktop, useHost, useNow, useStart } from '@baton/module-kit';
import { ChipGroup, EmptyState, formatDay } from '@baton/ui';
import { maxNotices, myMessages } from '@baton/desktop';
import type { TextId } from '../texts';
import { useTexts } from '../texts';
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
  const { t } = useTexts();
  const { commands, locale, timeZone } = useHost();
  const start = useStart();
  const list = useRef<HTMLDivElement>(null);
  const [filter, setFilter] = useState<NoticeFilter>('all');
  const [kept, setKept] = useState<readonly string[]>();
  const inside = useRef({ focus: false, pointer: false });
  const all = useDesktop(myMessages);
  const passing = all.filter((notice) => passes(filter, notice));
  const onShow = all.filter(({ id }) => kept?.includes(id));
  const notices = onShow.length > 0 ? onShow : passing;
  const now = useNow(30_000);

  /** While focus or pointer is in the list, its entries stay and none is added above them; new ones are announced. */
  function hold(change: Partial<typeof inside.current>) {
    inside.current = { ...inside.current, ...change };
    const held = inside.current.focus || inside.current.pointer;
    setKept(held ? notices.map(({ id }) => id) : undefined);
  }

  /** Focus goes to the next entry itself, not to its button: a second press of the same key deletes nothing. */
  function remove(noticeId: string) {
    const index = notices.findIndex(({ id }) => id === noticeId);
    const entries = list.current?.querySelectorAll<HTMLElement>('article') ?? [];
    (entries[index + 1] ?? entries[index - 1])?.focus();
    commands.deleteNotices([noticeId]);
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
      {(start || notices.length === 0) && (
        <EmptyState title={start?.title ?? t(emptyTexts[filter])} body={start?.help} />
      )}
      {notices.length > 0 && (
        <div
          ref={list}
          onFocus={() => hold({ focus: true })}
          onBlur={() => hold({ focus: false })}
          onPointerEnter={({ pointerType }) => hold({ pointer: pointerType === 'mouse' })}
          onPointerLeave={() => hold({ pointer: false })}
        >
          {groupNotices(notices, timeZone).map((group) => (
            <div key={group.id} className="notice-group" part={part('notice-group')}>
              <h3 className="notice-group-title" part={part('notice-group-title')}>
                <span>{formatDay(group.at, { now, locale, timeZone })}</span>
                {group.customer !== undefined && (
                  <>
                    <span>{' · '}</span>
                    <bdi translate="no">{group.customer}</bdi>
                  </>
                )}
              </h3>
              <ul className="notice-list">
                {group.notices.map((notice) => (
                  <NoticeEntry key={notice.id} notice={notice} now={now} onDelete={remove} />
                ))}
              </ul>
            </div>
          ))}
          {all.length >= maxNotices && <p className="notice-oldest">{t('messages.oldest', { count: maxNotices })}</p>}
        </div>
      )}
    </>
  );
}
