import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import type { MouseEvent, RefObject } from 'react';
import { useHost } from '@baton/module-kit';
import { isElement, isHtmlElement, isShadowRoot, meantAfterMs } from '@baton/ui';

/** How often the buttons are looked at, in milliseconds. */
const lookEveryMs = 50;
/** Layout rounds: a smaller difference is no move, in pixels. */
const tolerance = 2;

interface Point {
  x: number;
  y: number;
}

/** Where a button stands: as the eye sees it, and in the content that its scrollers scroll. */
interface Place {
  inView: Point;
  inContent: Point;
}

/**
 * Stops pointer clicks on a button that has just appeared or moved: they were meant for what was
 * there before (IP-07). Its own entry animation and scrolling are no moves. To be called in the
 * capture phase; looks at the buttons of the region while `watching`.
 */
export function useArrivalGuard(region: RefObject<HTMLElement | null>, watching: boolean): (event: MouseEvent) => void {
  const { clock } = useHost();
  const stopped = useRef(0);
  const known = useRef(new Map<Element, Place & { since: number }>());

  function look() {
    if (region.current === null) return;
    const now = clock.now();
    const seen = new Map<Element, Place & { since: number }>();
    for (const button of region.current.querySelectorAll('button')) {
      const before = known.current.get(button);
      const { inView, inContent } = placeOf(button, region.current);
      const still = before !== undefined && near(inView, before.inView);
      const scrolled = before !== undefined && near(inContent, before.inContent);
      seen.set(button, {
        // The older place is kept, so that a slow drift adds up to a move.
        inView: still ? before.inView : inView,
        inContent: scrolled ? before.inContent : inContent,
        since: still || scrolled ? before.since : now,
      });
    }
    known.current = seen;
  }

  useLayoutEffect(look);
  const keepLooking = useEffectEvent(look);
  useEffect(() => {
    if (!watching) return undefined;
    let stop: () => void;
    const tick = () => {
      keepLooking();
      stop = clock.setTimeout(tick, lookEveryMs);
    };
    tick();
    return () => stop();
  }, [clock, watching]);

  return (event) => {
    const button = isElement(event.target) && event.target.closest('button');
    // Keyboards and assistive technology click without a pointer: detail 0.
    if (event.detail === 0 || !button) return;
    look();
    const since = known.current.get(button)?.since ?? clock.now();
    const counts = clock.now() - since >= meantAfterMs;
    // Clicks that follow each other quickly are numbered; a button heeds the first alone, which may have been stopped.
    const isFirst = event.detail === 1 || stopped.current === event.detail - 1;
    if (counts && (event.detail === 1 || !isFirst)) return;
    event.preventDefault();
    event.stopPropagation();
    if (counts) button.click();
    else stopped.current = event.detail;
  };
}

function near(one: Point, other: Point): boolean {
  return Math.abs(one.x - other.x) < tolerance && Math.abs(one.y - other.y) < tolerance;
}

/** By offsets inside the region: unlike a bounding box they leave out what an animation does. */
function placeOf(button: HTMLElement, region: HTMLElement): Place {
  const inside = { x: 0, y: 0 };
  let outer = button;
  while (outer !== region && isHtmlElement(outer.offsetParent) && region.contains(outer.offsetParent)) {
    inside.x += outer.offsetLeft;
    inside.y += outer.offsetTop;
    outer = outer.offsetParent;
  }
  const { x, y } = outer.getBoundingClientRect();
  const inView = { x: x + inside.x, y: y + inside.y };
  const inContent = { ...inView };
  for (let scroller = parentOf(outer); scroller !== null; scroller = parentOf(scroller)) {
    inContent.x += scroller.scrollLeft;
    inContent.y += scroller.scrollTop;
  }
  return { inView, inContent };
}

/** The parent in the page, also out of a shadow root. */
function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ?? (isShadowRoot(root) ? root.host : null);
}
