import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { useHost, usePage } from '@baton/module-kit';
import { isHtmlElement, takesFocus, writesText } from '@baton/ui';
import type { Departure } from './use-focus-left';

/**
 * Moves focus when the invitation that has it is removed from the region (IP-09): to the next card; else, when the agent
 * has answered the invitation and has not typed since, to what had focus before the region; else to the region's heading,
 * where no key does anything. Call the returned function just before the removal; focus moves after the next render.
 */
export function useFocusReturn(
  region: RefObject<HTMLElement | null>,
  heading: RefObject<HTMLElement | null>,
): (because: Departure) => void {
  const { platform = 'other' } = useHost();
  const page = usePage();
  const origin = useRef<HTMLElement>(undefined);
  const lost = useRef<Departure>(undefined);
  const wrote = useRef(false);

  useEffect(() => {
    // `focusout` gives the innermost element even in other shadow roots; the `relatedTarget` of `focusin` only their host.
    const remember = (event: FocusEvent) => {
      const [left] = event.composedPath();
      const isPlace = isHtmlElement(left) && left !== page.body;
      if (isPlace && !region.current?.contains(left)) origin.current = left;
    };
    // Focus that moved in the middle of a word would send the rest of the word to where it moved.
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
    const mayGoBack = lost.current === 'answered' && !wrote.current;
    lost.current = undefined;
    wrote.current = false;
    const card = region.current?.querySelector<HTMLElement>('article');
    const candidates = [card, mayGoBack ? origin.current : undefined, heading.current];
    candidates.some((element) => element != null && takesFocus(element));
  });

  return useCallback((because) => {
    lost.current = because;
  }, []);
}
