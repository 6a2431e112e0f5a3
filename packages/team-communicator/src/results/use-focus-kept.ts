import { useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
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
export function useFocusKept(grid: RefObject<HTMLElement | null>, keys: readonly string[], onLost: () => void): FocusKept {
  const [key, setKey] = useState<string>();
  const before = useRef<readonly string[]>(keys);

  // Before paint, so that focus is never seen outside.
  useLayoutEffect(() => {
    const order = before.current;
    before.current = keys;
    if (key === undefined || keys.includes(key) || !grid.current) return;
    const gone = order.indexOf(key);
    const heir = order.slice(gone + 1).find((next) => keys.includes(next)) ?? order.slice(0, Math.max(gone, 0)).findLast((previous) => keys.includes(previous));
    const row = heir === undefined ? undefined : rowsIn(grid.current)[keys.indexOf(heir)];
    if (row) row.focus();
    else onLost();
  });

  return { key, enter: setKey, leave: () => setKey(undefined) };
}
