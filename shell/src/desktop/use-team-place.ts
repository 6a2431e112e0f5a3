import { useCallback, useEffect, useLayoutEffect, useSyncExternalStore } from 'react';
import type { RefObject } from 'react';
import { holdsFocus } from '@baton/ui';
import type { Baton } from '@baton/host-kit';
import type { Layout } from './use-layout';

/** Whether Team Communicator's place is open, and how the agent opens and closes it. */
export interface TeamPlace {
  open: boolean;
  /** Opens it, or goes to its search field. */
  find(): void;
  close(): void;
}

const team = 'team-communicator';
/** What the place covers in each layout. */
const covered = {
  widest: 'nothing',
  wide: 'nothing',
  medium: 'something',
  narrow: 'conversation',
} as const satisfies Record<Layout, string>;

/**
 * Keeps Team Communicator's place. The layout follows by the attribute `data-team` on `root`, which changes before the
 * bus goes on: what hears of it next may already move focus to what has become visible.
 */
export function useTeamPlace(
  baton: Pick<Baton, 'panel'>,
  root: RefObject<HTMLElement | null>,
  conversation: RefObject<HTMLElement | null>,
  layout: Layout,
): TeamPlace {
  const panel = baton.panel(team);
  const isOpen = useCallback(() => panel.get() !== 'closed', [panel]);
  const open = useSyncExternalStore(panel.subscribe, isOpen);

  useEffect(
    () => panel.subscribe(() => root.current?.setAttribute('data-team', teamState(isOpen()))),
    [panel, root, isOpen],
  );

  useLayoutEffect(() => void baton.panel(team, { covers: () => covered[layout] }), [baton, layout]);

  // Before anything is painted: what has just been covered still has its focus.
  useLayoutEffect(() => {
    const isWrittenIn = conversation.current !== null && holdsFocus(conversation.current);
    if (layout === 'narrow' && isOpen() && isWrittenIn) panel.close();
  }, [layout, conversation, panel, isOpen]);

  return { open, find: panel.open, close: panel.close };
}

/** The attribute's value. */
export function teamState(open: boolean): 'open' | 'closed' {
  return open ? 'open' : 'closed';
}
