import { useEffect, useState } from 'react';
import type { RefObject } from 'react';
import type { EventBus } from '@baton/contracts';

/**
 * Whether Team Communicator is open. The layout follows by the attribute
 * `data-team` on `root`, which changes before the bus goes on: whoever hears of
 * it next may already move focus to what has become visible.
 */
export function useTeamOpen(bus: EventBus, root: RefObject<HTMLElement | null>): boolean {
  const [open, setOpen] = useState(false);
  useEffect(
    () =>
      bus.on('panel.changed', (change) => {
        if (change.panel !== 'teamCommunicator') return;
        root.current?.setAttribute('data-team', teamState(change.open));
        setOpen(change.open);
      }),
    [bus, root],
  );
  return open;
}

/** The attribute's value. */
export function teamState(open: boolean): 'open' | 'closed' {
  return open ? 'open' : 'closed';
}
