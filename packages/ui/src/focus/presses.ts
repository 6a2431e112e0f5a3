import type { Clock } from '@baton/contracts';
import { isElement, isRoot } from '../dom';
import { meantAfterMs } from './meant-after';
import { ancestorsAcrossShadow } from './tree';

const lookEveryMs = 100;
/** What is scrolled by hand goes on moving for a while, in milliseconds. */
const scrollMs = 500;
/** A hand is never quite still, in pixels. */
const tremor = 4;

const CONTROLS =
  'a[href], button, input, label, select, summary, textarea, [role="button"], [role="menuitem"], [role="option"], [role="row"]';

/**
 * Lets only such presses of the pointer go on in `area` as were meant for what they hit. Not the rest of a double click
 * whose first press hit something else, or came before `area` was there: what was meant has gone, moved or been covered.
 * Nor a press on a control that has just come under a pointer at rest. Keys and assistive technology press without a
 * pointer, and always go on.
 *
 * @returns how to stop
 */
export function guardPresses(area: HTMLElement, clock: Clock): () => void {
  const page = area.ownerDocument;
  let hit: EventTarget | undefined;
  let rest = { x: NaN, y: NaN };
  /** What is under the pointer, and since when it is without the pointer having gone there. */
  let under: { control: Element | undefined; since: number } = { control: undefined, since: -Infinity };
  let scrolledAt = -Infinity;
  let isStopped = false;
  let stopLooking = () => undefined as void;

  const onFirstPress = (event: MouseEvent) => {
    if (event.detail <= 1) [hit] = event.composedPath();
  };
  const onPress = (event: MouseEvent) => {
    if (event.detail === 0) return;
    if (event.type === 'mousedown') {
      onMove(event);
      look();
      const isRest = event.detail > 1 && (hit === undefined || !event.composedPath().includes(hit));
      isStopped = isRest || (under.control !== undefined && clock.now() - under.since < meantAfterMs);
    }
    if (!isStopped) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onMove = (event: MouseEvent) => {
    const { clientX: x, clientY: y } = event;
    if (Math.abs(x - rest.x) <= tremor && Math.abs(y - rest.y) <= tremor) return;
    rest = { x, y };
    under = { control: controlOf(event.composedPath()), since: -Infinity };
    stopLooking();
    stopLooking = clock.setTimeout(keepLooking, lookEveryMs);
  };
  const onWheel = () => {
    scrolledAt = clock.now();
  };
  const onLeave = () => {
    stopLooking();
    rest = { x: NaN, y: NaN };
  };

  function keepLooking() {
    look();
    stopLooking = clock.setTimeout(keepLooking, lookEveryMs);
  }

  function look() {
    const control = controlAt(area, rest);
    if (control === under.control) return;
    const now = clock.now();
    under = { control, since: now - scrolledAt < scrollMs ? -Infinity : now };
  }

  page.addEventListener('mousedown', onFirstPress, true);
  area.addEventListener('mousedown', onPress, true);
  area.addEventListener('click', onPress, true);
  area.addEventListener('mousemove', onMove, true);
  area.addEventListener('wheel', onWheel, { capture: true, passive: true });
  area.addEventListener('mouseleave', onLeave);
  return () => {
    stopLooking();
    page.removeEventListener('mousedown', onFirstPress, true);
    area.removeEventListener('mousedown', onPress, true);
    area.removeEventListener('click', onPress, true);
    area.removeEventListener('mousemove', onMove, true);
    area.removeEventListener('wheel', onWheel, true);
    area.removeEventListener('mouseleave', onLeave);
  };
}

function controlAt(area: HTMLElement, { x, y }: { x: number; y: number }): Element | undefined {
  const root = area.getRootNode();
  // Missing in test environments, which have no layout either.
  if (!isRoot(root) || !('elementFromPoint' in root)) return undefined;
  return Number.isNaN(x) ? undefined : controlOf(ancestorsAcrossShadow(root.elementFromPoint(x, y)));
}

function controlOf(path: readonly EventTarget[]): Element | undefined {
  for (const place of path) if (isElement(place) && place.matches(CONTROLS)) return place;
  return undefined;
}
