import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import type { MouseEvent, RefObject } from 'react';
import { useHost } from '@baton/module-kit';
import { handsNow, isElement, isHtmlElement, isShadowRoot, meantAfterMs, viewOf } from '@baton/ui';

/** How often the places of the buttons are measured. */
const measureEveryMs = 50;
/** A smaller difference is no move, since layout rounds. */
const tolerancePx = 2;

interface Point {
  x: number;
  y: number;
}

/** Where a button stands: in the window, and in the content that is scrolled with it. */
interface Place {
  inView: Point;
  inContent: Point;
}

/**
 * Stops pointer clicks on a button that has just appeared or moved: they were meant for what was
 * there before (IP-07). Scrolling, also as far as a button sticks to an edge meanwhile, and the animation with which a
 * card appears, are no moves.
 *
 * @param enabled whether to follow where the buttons are
 * @returns a click handler for the capture phase
 */
export function useArrivalGuard(region: RefObject<HTMLElement | null>, enabled: boolean): (event: MouseEvent) => void {
  const { clock } = useHost();
  /** The number in its series (`detail`) of the last click that was stopped. */
  const stopped = useRef(0);
  const known = useRef(new Map<Element, Place & { since: number }>());

  function measure() {
    if (region.current === null) return;
    const now = handsNow(clock);
    const seen = new Map<Element, Place & { since: number }>();
    for (const button of region.current.querySelectorAll('button')) {
      const before = known.current.get(button);
      const place = placeOf(button, region.current);
      const { inView, inContent } = place;
      const isStill = before !== undefined && isNear(inView, before.inView);
      const isScrolled = before !== undefined && isNear(inContent, before.inContent);
      seen.set(button, {
        // The earlier place is kept, so that a slow drift adds up to a move.
        inView: isStill ? before.inView : inView,
        inContent: isScrolled ? before.inContent : inContent,
        since: isStill || isScrolled || (before && isSlid(button, before, place)) ? before.since : now,
      });
    }
    known.current = seen;
  }

  useLayoutEffect(measure);
  const measureAgain = useEffectEvent(measure);
  useEffect(() => {
    if (!enabled) return undefined;
    let stop: () => void;
    const tick = () => {
      measureAgain();
      stop = clock.setTimeout(tick, measureEveryMs);
    };
    tick();
    return () => stop();
  }, [clock, enabled]);

  return (event) => {
    const button = isElement(event.target) && event.target.closest('button');
    // Keyboards and assistive technology click without a pointer: detail 0.
    // What the agent has opened with their own press was not there by surprise.
    if (event.detail === 0 || !button || button.closest('[role="menu"], [role="dialog"]')) return;
    measure();
    const since = known.current.get(button)?.since ?? handsNow(clock);
    const counts = handsNow(clock) - since >= meantAfterMs;
    // `detail` numbers the clicks of a fast series, of which a Button acts on the first only. When that one was stopped,
    // the next click that counts acts in its place.
    const actsInPlaceOfStopped = event.detail > 1 && stopped.current === event.detail - 1;
    if (counts && !actsInPlaceOfStopped) return;
    event.preventDefault();
    event.stopPropagation();
    if (counts) button.click();
    else stopped.current = event.detail;
  };
}

function isNear(one: Point, other: Point): boolean {
  return Math.abs(one.x - other.x) < tolerancePx && Math.abs(one.y - other.y) < tolerancePx;
}

/**
 * A sticky button that scrolling has taken along for a part of the way only: it went with the scrolling in the window,
 * and against it in the content.
 */
function isSlid(button: Element, before: Place, after: Place): boolean {
  const isBetween = (axis: keyof Point) => {
    const view = after.inView[axis] - before.inView[axis];
    const content = after.inContent[axis] - before.inContent[axis];
    return Math.min(Math.abs(view), Math.abs(content)) < tolerancePx || view < 0 !== content < 0;
  };
  return isBetween('x') && isBetween('y') && isSticky(button);
}

function isSticky(button: Element): boolean {
  for (let outer: Element | null = button; outer !== null; outer = parentOf(outer))
    if (viewOf(outer).getComputedStyle(outer).position === 'sticky') return true;
  return false;
}

/** By offsets inside the region, which unlike a bounding box leave out animations. */
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
