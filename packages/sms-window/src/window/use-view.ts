import { useCallback, useLayoutEffect, useState } from 'react';
import { useHost } from '@baton/module-kit';
import { closes, nextView } from './view';
import type { View } from './view';

/** How long the window says who accepted before it closes, in milliseconds. */
export const farewellMs = 600;

const empty: View = { kind: 'empty' };

/**
 * What the window shows, followed live. Tells on the bus when a window closes,
 * while it still has its focus.
 *
 * @param hasFocus whether focus is inside the window
 * @param onFocusWanted the agent brought a conversation to the front and wants to write
 */
export function useView(hasFocus: () => boolean, onFocusWanted: () => void): View {
  const { bus, desktop, clock } = useHost();
  const [view, setView] = useState<View>(empty);

  const follow = useCallback(() => {
    let current: View = empty;
    let activeId: string | null = null;
    let cancelFarewell: (() => void) | undefined;

    const show = (next: View) => {
      const before = current;
      if (next === before) return;
      const state = desktop.getState();
      current = next;
      setView(next);
      if (next.kind === 'leaving') cancelFarewell = clock.setTimeout(leave, farewellMs);
      if (closes(before, next, state)) {
        bus.emit('window.closed', { interactionId: before.interaction.id, hadFocus: hasFocus() });
      }
    };
    const update = () => show(nextView(current, activeId, desktop.getState()));
    const leave = () => {
      cancelFarewell?.();
      show(nextView(empty, activeId, desktop.getState()));
    };

    const stopActive = bus.on('interaction.active', ({ interactionId, focus }) => {
      activeId = interactionId;
      // Who opens another conversation by hand need not wait for this one to go.
      if (focus && current.kind === 'leaving') leave();
      else update();
      if (focus) onFocusWanted();
    });
    const stopDesktop = desktop.subscribe(update);
    return () => {
      stopActive();
      stopDesktop();
      cancelFarewell?.();
    };
  }, [bus, desktop, clock, hasFocus, onFocusWanted]);

  // Before the first paint, so that an open conversation does not begin as an empty window.
  useLayoutEffect(follow, [follow]);
  return view;
}
