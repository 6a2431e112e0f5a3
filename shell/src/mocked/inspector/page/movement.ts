import { isElement } from '@baton/ui/dom';
import { ancestorsOf, controlAround, elementAt } from './tree';
import type { Box } from './tree';

/** Something that moved without an animation, as the browser tells of it. */
export interface Moved {
  /** None when it cannot be found any more. */
  element: Element | undefined;
  from: Box;
  to: Box;
  px: number;
}

/** What moved in one frame. */
export interface LayoutShift {
  moved: readonly Moved[];
  /** Whether people did something in the half second before: then they expect it. */
  afterInput: boolean;
}

/** A press that came to something else than what stood there shortly before. */
export interface Swap {
  before: Element;
  after: Element;
  msBeforePress: number;
}

/** How long before a press a change under the pointer counts. */
const swapWithinMs = 500;

/** Reads what a `PerformanceObserver` tells of `layout-shift`, for what moved in a page. */
export function readShift(entry: PerformanceEntry, page: Document): LayoutShift | undefined {
  if (!('sources' in entry) || !Array.isArray(entry.sources)) return undefined;
  const sources: readonly unknown[] = entry.sources;
  const moved = sources.flatMap((source) => readSource(source, page) ?? []);
  return { moved, afterInput: 'hadRecentInput' in entry && entry.hadRecentInput === true };
}

function readSource(source: unknown, page: Document): Moved | undefined {
  if (typeof source !== 'object' || source === null) return undefined;
  const from: unknown = Reflect.get(source, 'previousRect');
  const to: unknown = Reflect.get(source, 'currentRect');
  const node: unknown = Reflect.get(source, 'node');
  if (!isBox(from) || !isBox(to)) return undefined;
  // The browser names no element in a shadow root.
  const element = isElement(node) ? node : elementWith(to, page);
  return { element, from, to, px: Math.round(Math.hypot(to.x - from.x, to.y - from.y)) };
}

/** The element that has a box now: of those under its middle the outermost. */
function elementWith(box: Box, page: Document): Element | undefined {
  const hit = elementAt(page, box.x + box.width / 2, box.y + box.height / 2);
  if (hit === null) return undefined;
  const near = (one: number, other: number) => Math.abs(one - other) < 1.5;
  return [...ancestorsOf(hit)].findLast((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return near(x, box.x) && near(y, box.y) && near(width, box.width) && near(height, box.height);
  });
}

function isBox(value: unknown): value is Box {
  return typeof value === 'object' && value !== null && 'x' in value && 'width' in value;
}

/** Notices when something else comes to stand under a pointer that rests, and is then pressed. */
export function createSwapWatch(): {
  /** The pointer has moved onto an element: what people see there they have had a chance to see. */
  point(element: Element): void;
  /** The page has changed; this is now under the pointer. */
  change(element: Element, now: number): void;
  press(now: number): Swap | undefined;
} {
  let under: Element | undefined;
  let swap: { before: Element; after: Element; at: number } | undefined;
  return {
    point(element) {
      under = controlAround(element);
      swap = undefined;
    },
    change(element, now) {
      const after = controlAround(element);
      if (under !== undefined && under !== after) swap = { before: under, after, at: now };
      under = after;
    },
    press(now) {
      if (swap === undefined || now - swap.at > swapWithinMs) return undefined;
      const { before, after, at } = swap;
      return { before, after, msBeforePress: now - at };
    },
  };
}
