import { useLayoutEffect } from 'react';
import type { RefObject } from 'react';
import { holdsFocus } from '@baton/ui';
import type { Place } from '../window/place';

/** Passes focus on where the composer and what stands in its place take turns. Nothing else gets or loses it. */
export function useFocusKept(place: Place, hadFocus: RefObject<boolean>): void {
  useLayoutEffect(() => {
    if (hadFocus.current) place.focus();
    hadFocus.current = false;
    return () => {
      // Runs while it is still in the page.
      const element = place.element();
      hadFocus.current = element !== null && holdsFocus(element);
    };
  }, [place, hadFocus]);
}
