import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { holdsFocus } from '../focus';

/**
 * Finds a new place for focus when what had it goes away inside the region:
 * the next card, else what had focus before the region, else its heading (IP-09).
 * Call the returned function just before; focus moves when React has rendered.
 */
export function useFocusReturn(
  region: RefObject<HTMLElement | null>,
  heading: RefObject<HTMLElement | null>,
): () => void {
  const before = useRef<HTMLElement>(undefined);
  const homeless = useRef(false);

  useEffect(() => {
    // Leaving tells the innermost element even of other shadow roots; arriving here tells only their hosts.
    const remember = (event: FocusEvent) => {
      const [left] = event.composedPath();
      const isPlace = left instanceof HTMLElement && left !== document.body;
      if (isPlace && !region.current?.contains(left)) before.current = left;
    };
    document.addEventListener('focusout', remember);
    return () => document.removeEventListener('focusout', remember);
  }, [region]);

  useLayoutEffect(() => {
    if (!homeless.current) return;
    homeless.current = false;
    const candidates = [region.current?.querySelector<HTMLElement>('article'), before.current, heading.current];
    candidates.some((element) => element != null && takesFocus(element));
  });

  return useCallback(() => {
    homeless.current = true;
  }, []);
}

function takesFocus(element: HTMLElement): boolean {
  element.focus();
  return holdsFocus(element);
}
