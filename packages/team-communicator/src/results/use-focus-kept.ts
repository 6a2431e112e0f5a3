import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { focusedElement } from '../focused-element';
import { rowsIn } from './rows-in';

/** The row that has focus, kept on a row when that one goes. */
export interface FocusKept {
  /** Key of the row with focus. */
  key: string | undefined;
  enter(key: string): void;
  leave(): void;
}

/**
 * Follows focus among rows. When the focused row disappears, focus goes to the
 * next row that is still there, else to the one before, else `onLost` is called.
 */
export function useFocusKept(
  grid: RefObject<HTMLElement | null>,
  keys: readonly string[],
  onLost: () => void,
): FocusKept {
  const [key, setKey] = useState<string>();
  // An element that React removes says no goodbye, so this still names its row afterwards.
  const focused = useRef<string>(undefined);
  const before = useRef<readonly string[]>(keys);
  const lost = useRef(onLost);

  function follow(next: string | undefined): void {
    focused.current = next;
    setKey(next);
  }

  useEffect(() => {
    lost.current = onLost;
  });

  // Before paint, so that focus is never seen outside.
  useLayoutEffect(() => {
    const order = before.current;
    before.current = keys;
    const element = grid.current;
    if (focused.current === undefined || !element || element.contains(focusedElement(element.ownerDocument))) return;
    const heir = heirOf(focused.current, order, keys);
    const row = heir === undefined ? undefined : rowsIn(element)[keys.indexOf(heir)];
    if (row) row.focus();
    else lost.current();
  });
  useLayoutEffect(
    () => () => {
      if (focused.current !== undefined) lost.current();
    },
    [],
  );

  return { key, enter: follow, leave: () => follow(undefined) };
}

/** The row itself when it is still there, though perhaps in another section; else the nearest that was after, or before it. */
function heirOf(key: string, order: readonly string[], keys: readonly string[]): string | undefined {
  const there = (candidate: string) => keys.includes(candidate);
  const place = Math.max(order.indexOf(key), 0);
  return order.slice(place).find(there) ?? order.slice(0, place).findLast(there);
}
