import { useEffect } from 'react';
import type { RefObject } from 'react';
import { ancestorsAcrossShadow, viewOf } from '@baton/ui';

/**
 * Brings the row of the conversation in front into sight when another one comes to the front. Under a pointer that rests
 * on the list nothing moves, and the page is never scrolled.
 */
export function useFrontInSight(region: RefObject<HTMLElement | null>, front: string | null): void {
  useEffect(() => {
    const list = region.current;
    const row = list?.querySelector('[aria-current="true"]');
    if (!list || !row || list.matches(':hover')) return;
    const scroller = scrollerOf(row);
    if (!scroller) return;
    const [inside, around] = [row.getBoundingClientRect(), scroller.getBoundingClientRect()];
    const above = around.top - inside.top;
    const below = inside.bottom - around.bottom;
    if (above > 0) scroller.scrollTop -= above;
    else if (below > 0) scroller.scrollTop += below;
  }, [region, front]);
}

/** The element that scrolls a row, in or around the module; none where the page does. */
function scrollerOf(row: Element): Element | undefined {
  return ancestorsAcrossShadow(row).find(
    (element) =>
      element.scrollHeight > element.clientHeight &&
      /auto|scroll/.test(viewOf(element).getComputedStyle(element).overflowY),
  );
}
