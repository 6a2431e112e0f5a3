import { useLayoutEffect, useRef } from 'react';
import type { FocusEvent, RefObject } from 'react';
import { focusedElement } from '../focused-element';

/**
 * Brings focus to `home` when what had it has gone from an area, such as a button to try again once that has worked.
 * Returns what the area has to tell.
 */
export function useFocusKept(home: RefObject<HTMLElement | null>): {
  onFocus(event: FocusEvent): void;
  onBlur(): void;
} {
  const focused = useRef<Element>(undefined);

  // An element that React removes says no goodbye.
  useLayoutEffect(() => {
    if (focused.current === undefined || focused.current.isConnected) return;
    focused.current = undefined;
    if (focusedElement(document) === null) home.current?.focus();
  });

  return {
    onFocus({ target }) {
      focused.current = target;
    },
    onBlur() {
      focused.current = undefined;
    },
  };
}
