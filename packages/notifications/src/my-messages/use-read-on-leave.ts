import { useEffect, useEffectEvent, useRef } from 'react';
import type { RefObject } from 'react';
import { useHost, useOnLeave, usePage } from '@baton/module-kit';
import { backendNow, isUnread } from '@baton/desktop';
import type { Notice } from '@baton/contracts';
import { needsAcknowledgement } from './notice-priority';

/**
 * Marks entries as read that stood in sight in the open list, but for those that ask the agent to say so. They are marked when the list is left, so that the agent
 * sees meanwhile which are new.
 *
 * @param list holds an `article` for each of the notices, in their order
 * @returns leaves an entry unread that the agent has marked so in this list
 */
export function useReadOnLeave(
  list: RefObject<HTMLElement | null>,
  notices: readonly Notice[],
): { keepUnread(noticeId: string): void } {
  const { clock, commands, desktop } = useHost();
  const page = usePage();
  const stood = useRef(new Set<string>());
  const kept = useRef(new Set<string>());

  const look = useEffectEvent(() => {
    const element = list.current;
    if (element === null || page.visibilityState !== 'visible') return;
    const { top, bottom } = (element.closest('[popover]') ?? element).getBoundingClientRect();
    element.querySelectorAll('article').forEach((entry, index) => {
      const notice = notices[index];
      if (notice === undefined || stood.current.has(notice.id)) return;
      const rect = entry.getBoundingClientRect();
      const middle = (rect.top + rect.bottom) / 2;
      if (middle >= top && middle <= bottom) stood.current.add(notice.id);
    });
  });

  useEffect(() => look(), [notices]);
  useEffect(() => {
    const root = list.current?.getRootNode() ?? page;
    const onChange = () => look();
    // Scrolling does not bubble.
    root.addEventListener('scroll', onChange, true);
    page.addEventListener('visibilitychange', onChange);
    return () => {
      root.removeEventListener('scroll', onChange, true);
      page.removeEventListener('visibilitychange', onChange);
    };
  }, [list, page]);

  useOnLeave(() => {
    const state = desktop.getState();
    const read = Object.values(state.notices).filter(
      (notice) =>
        stood.current.has(notice.id) &&
        !kept.current.has(notice.id) &&
        isUnread(state, notice) &&
        !needsAcknowledgement(notice, backendNow(state, clock)),
    );
    if (read.length > 0) commands.markNoticesRead(read.map(({ id }) => id));
  });

  return { keepUnread: (noticeId) => void kept.current.add(noticeId) };
}
