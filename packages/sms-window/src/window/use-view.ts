import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { useHost } from '@baton/module-kit';
import { handsNow, meantAfterMs } from '@baton/ui';
import { closes, nextView } from './view';
import type { Leaving, View } from './view';

/** How long the window shows who has accepted before it fades, in milliseconds. Typing restarts that time. */
const farewellMs = 600;

/** How long it fades before it closes, in milliseconds: as window.css has it. */
const goingMs = 240;

const empty: View = { kind: 'empty' };
const idOf = (view: View) => (view.kind === 'empty' ? null : view.interaction.id);

/**
 * The view, which follows the desktop state. Emits `window.closed` while the closing window still has focus.
 *
 * @param hasFocus whether focus is inside the window
 * @param onFront another conversation is in front; with its id when the agent brought it there and wants to write
 * @returns the view; a function to call when the agent types, so that no window closes in the middle of a word; and a
 *   function that tells whether a key press was meant for this view: it was not, right after the view has changed by itself
 */
export function useView(
  hasFocus: () => boolean,
  onFront: (writesTo?: string) => void,
): [view: View, onTyped: () => void, stands: () => boolean] {
  const { bus, desktop, clock } = useHost();
  const [view, setView] = useState<View>(empty);
  const typed = useRef<() => void>(undefined);
  const cameAt = useRef(-Infinity);

  const follow = useCallback(() => {
    let current: View = empty;
    let activeId: string | null = null;
    let wanted: string | null = null;
    let cancelFarewell: (() => void) | undefined;

    const show = (next: View) => {
      const before = current;
      if (next === before) return;
      const state = desktop.getState();
      current = next;
      setView(next);
      if (isAnother(before, next)) cameAt.current = next.interaction.id === wanted ? -Infinity : handsNow(clock);
      if (next.kind === 'leaving') wait(next);
      if (closes(before, next, state)) {
        bus.emit('window.closed', { interactionId: before.interaction.id, hadFocus: hasFocus() });
      }
      // Last: the next one is brought to the front then.
      if (idOf(next) !== idOf(before)) bus.emit('window.shown', { interactionId: idOf(next) });
    };
    const update = () => show(nextView(current, activeId, desktop.getState()));
    const wait = (view: Leaving) => {
      cancelFarewell?.();
      cancelFarewell = view.isGoing
        ? clock.setTimeout(leave, goingMs)
        : clock.setTimeout(() => show({ ...view, isGoing: true }), farewellMs);
    };
    typed.current = () => {
      if (current.kind !== 'leaving') return;
      const { isGoing: _, ...stays } = current;
      show(stays);
    };
    const leave = () => {
      cancelFarewell?.();
      show(nextView(empty, activeId, desktop.getState()));
    };

    const stopActive = bus.on('interaction.active', ({ interactionId, focus }) => {
      activeId = interactionId;
      wanted = focus ? interactionId : null;
      // Who opens another conversation by hand need not wait for this one to go.
      if (focus && current.kind === 'leaving') leave();
      else update();
      onFront(focus && interactionId !== null ? interactionId : undefined);
    });
    const stopDesktop = desktop.subscribe(update);
    return () => {
      stopActive();
      stopDesktop();
      cancelFarewell?.();
      if (current.kind !== 'empty') bus.emit('window.shown', { interactionId: null });
    };
  }, [bus, desktop, clock, hasFocus, onFront]);

  // Before the first paint, so that an open conversation does not begin as an empty window.
  useLayoutEffect(follow, [follow]);
  return [
    view,
    useCallback(() => typed.current?.(), []),
    useCallback(() => handsNow(clock) - cameAt.current >= meantAfterMs, [clock]),
  ];
}

function isAnother(before: View, next: View): next is Exclude<View, { kind: 'empty' }> {
  return before.kind !== 'empty' && next.kind !== 'empty' && before.interaction.id !== next.interaction.id;
}
