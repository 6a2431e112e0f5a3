import { useCallback, useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { EventBus } from '@baton/contracts';

/** Whether Team Communicator's place is open, and how the agent opens and closes it. */
export interface TeamPlace {
  open: boolean;
  toggle(): void;
  close(): void;
}

/**
 * Keeps Team Communicator's place. The layout follows by the attribute
 * `data-team` on `root`, which changes before the bus goes on: whoever hears of
 * it next may already move focus to what has become visible.
 *
 * When the module is asked for and cannot come, its place opens all the same:
 * the card that says so, and offers to reload it, stands there. The module that
 * then comes is opened.
 */
export function useTeamPlace(bus: EventBus, root: RefObject<HTMLElement | null>): TeamPlace {
  const [open, setOpen] = useState(false);
  const awaited = useRef(false);

  const show = useCallback(
    (shown: boolean) => {
      root.current?.setAttribute('data-team', teamState(shown));
      setOpen(shown);
    },
    [root],
  );

  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    bus.on(
      'panel.changed',
      ({ panel, open: shown }) => panel === 'teamCommunicator' && !awaited.current && show(shown),
      { signal },
    );
    bus.tap(
      (traffic) => {
        if (traffic.kind !== 'failure' || traffic.error.code !== 'noResponder') return;
        if (traffic.topic !== 'team.open' && traffic.topic !== 'target.pick') return;
        awaited.current = true;
        show(true);
      },
      { signal },
    );
    bus.on(
      'module.ready',
      ({ module }) => {
        if (module !== 'team-communicator' || !awaited.current) return;
        awaited.current = false;
        void bus.request('team.open', {}).catch(() => undefined);
      },
      { signal },
    );
    return () => leaving.abort();
  }, [bus, show]);

  const close = useCallback(() => {
    if (awaited.current) {
      awaited.current = false;
      show(false);
    } else void bus.request('team.close', {}).catch(() => undefined);
  }, [bus, show]);

  return {
    open,
    close,
    toggle: () => (open ? close() : void bus.request('team.open', {}).catch(() => undefined)),
  };
}

/** The attribute's value. */
export function teamState(open: boolean): 'open' | 'closed' {
  return open ? 'open' : 'closed';
}
