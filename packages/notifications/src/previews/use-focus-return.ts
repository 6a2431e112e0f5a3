import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { useHost, usePage } from '@baton/module-kit';
import { isHtmlElement, takesFocus, writesText } from '@baton/ui';

/**
 * Finds a new place for focus when what had it goes away inside the region (IP-09): the next card; else, when the agent
 * has answered it and has not written on since, what had focus before the region; else the region's heading, where no
 * key presses or writes anything. Call the returned function just before; focus moves when React has rendered.
 */
export function useFocusReturn(
  region: RefObject<HTMLElement | null>,
  heading: RefObject<HTMLElement | null>,
): (because: 'answered' | 'gone') => void {
  const { platform = 'other' } = useHost();
  const page = usePage();
  const before = useRef<HTMLElement>(undefined);
  const lost = useRef<'answered' | 'gone'>(undefined);
  const wrote = useRef(false);

  useEffect(() => {
    // Leaving tells the innermost element even of other shadow roots; arriving here tells only their hosts.
    const remember = (event: FocusEvent) => {
      const [left] = event.composedPath();
      const isPlace = isHtmlElement(left) && left !== page.body;
      if (isPlace && !region.current?.contains(left)) before.current = left;
    };
    // In the middle of a word the rest would go to what had focus before.
    const watch = (event: KeyboardEvent) => {
      wrote.current = writesText(event, platform) && event.key !== ' ';
    };
    const element = region.current;
    page.addEventListener('focusout', remember);
    element?.addEventListener('keydown', watch);
    return () => {
      page.removeEventListener('focusout', remember);
      element?.removeEventListener('keydown', watch);
    };
  }, [page, region, platform]);

  useLayoutEffect(() => {
    if (lost.current === undefined) return;
    const origin = lost.current === 'answered' && !wrote.current ? before.current : undefined;
    lost.current = undefined;
    wrote.current = false;
    const candidates = [region.current?.querySelector<HTMLElement>('article'), origin, heading.current];
    candidates.some((element) => element != null && takesFocus(element));
  });

  return useCallback((because) => {
    lost.current = because;
  }, []);
}
