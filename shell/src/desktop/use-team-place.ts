import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { holdsFocus, watchDeeds } from '@baton/ui';
import type { DeedWatch } from '@baton/ui';
import type { EventBus } from '@baton/contracts';
import type { Layout } from './use-layout';

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
 *
 * Where it covers something, it comes only while the agent waits for it, and makes way for a conversation that the
 * agent opens or is writing in.
 */
export function useTeamPlace(
  bus: EventBus,
  root: RefObject<HTMLElement | null>,
  conversation: RefObject<HTMLElement | null>,
  layout: Layout,
): TeamPlace {
  const [open, setOpen] = useState(false);
  const awaited = useRef(false);

  const show = useCallback(
    (shown: boolean) => {
      root.current?.setAttribute('data-team', teamState(shown));
      setOpen(shown);
    },
    [root],
  );

  const close = useCallback(() => {
    if (awaited.current) {
      awaited.current = false;
      show(false);
    } else void bus.request('team.close', {}).catch(() => undefined);
  }, [bus, show]);

  const isOpen = useCallback(() => root.current?.getAttribute('data-team') === 'open', [root]);

  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    let asked: DeedWatch | undefined;
    const layoutNow = () => root.current?.getAttribute('data-layout');
    const mayCome = () => layoutNow() === 'wide' || asked?.none() !== false;
    bus.on(
      'panel.changed',
      ({ panel, open: shown }) => {
        if (panel !== 'teamCommunicator' || awaited.current) return;
        if (shown && !mayCome()) close();
        else show(shown);
      },
      { signal },
    );
    bus.tap(
      (traffic) => {
        if (!('topic' in traffic) || (traffic.topic !== 'team.open' && traffic.topic !== 'target.pick')) return;
        if (traffic.kind === 'request') {
          asked?.stop();
          asked = watchDeeds(document);
        } else if (traffic.kind === 'failure' && traffic.error.code === 'noResponder' && mayCome()) {
          awaited.current = true;
          show(true);
        }
      },
      { signal },
    );
    bus.on('interaction.active', ({ focus }) => focus && layoutNow() === 'narrow' && isOpen() && close(), { signal });
    bus.on(
      'module.ready',
      ({ module }) => {
        if (module !== 'team-communicator' || !awaited.current) return;
        awaited.current = false;
        void bus.request('team.open', {}).catch(() => undefined);
      },
      { signal },
    );
    return () => {
      leaving.abort();
      asked?.stop();
    };
  }, [bus, root, show, close, isOpen]);

  // Before anything is painted: what has just been covered still has its focus.
  useLayoutEffect(() => {
    const isWrittenIn = conversation.current !== null && holdsFocus(conversation.current);
    if (layout === 'narrow' && isOpen() && isWrittenIn) close();
  }, [layout, conversation, close, isOpen]);

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
