import { useEffect, useRef, useState } from 'react';
import { useDesktop, useHost, useNow, useShortcuts, useStart } from '@baton/module-kit';
import { Button, ChipGroup, EmptyState, formatDay } from '@baton/ui';
import { isUnread, maxNotices, myMessages } from '@baton/desktop';
import type { TextId } from '../texts';
import { useTexts } from '../texts';
import { groupNotices } from './notice-groups';
import { NoticeEntry } from './notice-entry';
import { noticeFilters, passes } from './notice-filter';
import type { NoticeFilter } from './notice-filter';
import { part } from '../parts';
import type { Deletion } from './use-deletion';
import { useEntryKeys } from './use-entry-keys';
import { useReadOnLeave } from './use-read-on-leave';

const emptyTexts = {
  all: 'messages.empty',
  unread: 'messages.empty.unread',
  problems: 'messages.empty.problems',
} as const satisfies Record<NoticeFilter, TextId>;

/** The entries by day and conversation, newest first (MM-02). */
export function NoticeList({ deletion }: { deletion: Deletion }) {
  const { t } = useTexts();
  const { commands, locale, timeZone } = useHost();
  const start = useStart();
  const list = useRef<HTMLDivElement>(null);
  const [filter, setFilter] = useState<NoticeFilter>('all');
  const [kept, setKept] = useState<readonly string[]>();
  const [current, setCurrent] = useState<string>();
  /** The entry that has the focus itself, not a control in it. */
  const [focused, setFocused] = useState<string>();
  const [restored, setRestored] = useState<string>();
  const inside = useRef({ focus: false, pointer: false });
  const all = useDesktop(myMessages).filter(({ id }) => !deletion.ids.includes(id));
  const unread = useDesktop((state) => state.markedUnread);
  const passing = all.filter((notice) => passes(filter, notice, isUnread({ markedUnread: unread }, notice)));
  const onShow = all.filter(({ id }) => kept?.includes(id));
  const groups = groupNotices(onShow.length > 0 ? onShow : passing, timeZone);
  const notices = groups.flatMap((group) => group.notices);
  const tabStop = notices.some(({ id }) => id === current) ? current : notices[0]?.id;
  const now = useNow(30_000);
  const onKeyDown = useEntryKeys();
  const { keepUnread } = useReadOnLeave(list, notices);
  useShortcuts(focused === undefined ? {} : { 'messages.delete': () => remove(focused) });

  // It is drawn again only after the deletion was taken back.
  useEffect(() => {
    if (restored !== undefined) entryOf(restored)?.focus();
  }, [restored]);

  /** While focus or pointer is in the list, its entries stay and none is added above them; new ones are announced. */
  function hold(change: Partial<typeof inside.current>) {
    inside.current = { ...inside.current, ...change };
    const held = inside.current.focus || inside.current.pointer;
    setKept(held ? notices.map(({ id }) => id) : undefined);
  }

  const entries = () => [...(list.current?.querySelectorAll<HTMLElement>('article') ?? [])];
  const entryOf = (noticeId: string) => entries().find(({ dataset }) => dataset.notice === noticeId);

  /** Focus goes to the next entry itself, not to its button: a second press of the same key deletes nothing. */
  function remove(noticeId: string) {
    const index = notices.findIndex(({ id }) => id === noticeId);
    (entries()[index + 1] ?? entries()[index - 1])?.focus();
    setRestored(undefined);
    deletion.remove([noticeId]);
  }

  function undo() {
    setKept(undefined);
    setRestored(deletion.ids.at(-1));
    deletion.undo();
  }

  function mark(noticeId: string, as: 'read' | 'unread') {
    if (as === 'read') return commands.markNoticesRead([noticeId]);
    keepUnread(noticeId);
    return commands.markNoticesUnread([noticeId]);
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
          onKeyDown={onKeyDown}
          onFocus={({ target }) => {
            hold({ focus: true });
            setCurrent(target.closest('article')?.dataset.notice);
            setFocused(target.dataset.notice);
          }}
          onBlur={() => {
            hold({ focus: false });
            setFocused(undefined);
          }}
          onPointerEnter={({ pointerType }) => hold({ pointer: pointerType === 'mouse' })}
          onPointerLeave={() => hold({ pointer: false })}
        >
          {groups.map((group) => (
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
                  <NoticeEntry
                    key={notice.id}
                    notice={notice}
                    now={now}
                    isTabStop={notice.id === tabStop}
                    onDelete={remove}
                    onMark={mark}
                  />
                ))}
              </ul>
            </div>
          ))}
          {all.length >= maxNotices && <p className="notice-oldest">{t('messages.oldest', { count: maxNotices })}</p>}
        </div>
      )}
      {deletion.ids.length > 0 && (
        <div className="notice-undo" part={part('notice-undo')}>
          <span>{t('messages.deleted', { count: deletion.ids.length })}</span>
          <Button size="sm" onClick={undo}>
            {t('messages.undo')}
          </Button>
        </div>
      )}
    </>
  );
}
