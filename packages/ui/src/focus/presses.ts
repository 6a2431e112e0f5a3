import type { Clock } from '@baton/contracts';
import { isElement, isRoot } from '../dom';
import { handsNow, meantAfterMs } from './meant-after';
import { ancestorsAcrossShadow } from './tree';

/** How often the control under a resting pointer is looked up. */
const checkEveryMs = 100;
/** How long after a turn of the wheel content may still be scrolling. */
const scrollMs = 500;
/** A smaller movement does not count, since no hand is quite still. */
const tremorPx = 4;

const CONTROLS =
  'a[href], button, input, label, select, summary, textarea, [role="button"], [role="menuitem"], [role="option"], [role="row"]';

/**
 * Stops presses of the pointer in `area` that were not meant for what they hit: the second press of a double click whose
 * first one hit something else, which has since gone, moved or been covered; and a press on a control that has just come
 * under a resting pointer. Keys and assistive technology click without a pointer, and are never stopped.
 *
 * @returns stops
 */
export function guardPresses(area: HTMLElement, clock: Clock): () => void {
  const page = area.ownerDocument;
  /** What the first press of a double click hit. */
  let hit: EventTarget | undefined;
  let rest = { x: NaN, y: NaN };
  /** The control under the pointer, and when it came there; `-Infinity` if the pointer moved to it. */
  let under: { control: Element | undefined; since: number } = { control: undefined, since: -Infinity };
  let scrolledAt = -Infinity;
  let isStopped = false;
  let stopChecking = () => undefined as void;

  const onFirstPress = (event: MouseEvent) => {
    if (event.detail <= 1) [hit] = event.composedPath();
  };
  const onPress = (event: MouseEvent) => {
    if (event.detail === 0) return;
    if (event.type === 'mousedown') {
      onMove(event);
      check();
      const isRest = event.detail > 1 && (hit === undefined || !event.composedPath().includes(hit));
      isStopped = isRest || (under.control !== undefined && handsNow(clock) - under.since < meantAfterMs);
    }
    if (!isStopped) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onMove = (event: MouseEvent) => {
    const { clientX: x, clientY: y } = event;
    if (Math.abs(x - rest.x) <= tremorPx && Math.abs(y - rest.y) <= tremorPx) return;
    rest = { x, y };
    under = { control: controlOf(event.composedPath()), since: -Infinity };
    stopChecking();
    stopChecking = clock.setTimeout(keepChecking, checkEveryMs);
  };
  const onWheel = () => {
    scrolledAt = handsNow(clock);
  };
  const onLeave = () => {
    stopChecking();
    rest = { x: NaN, y: NaN };
  };

  function keepChecking() {
    check();
    stopChecking = clock.setTimeout(keepChecking, checkEveryMs);
  }

  function check() {
    const control = controlAt(area, rest);
    if (control === under.control) return;
    const now = handsNow(clock);
    under = { control, since: now - scrolledAt < scrollMs ? -Infinity : now };
  }

  page.addEventListener('mousedown', onFirstPress, true);
  area.addEventListener('mousedown', onPress, true);
  area.addEventListener('click', onPress, true);
  area.addEventListener('mousemove', onMove, true);
  area.addEventListener('wheel', onWheel, { capture: true, passive: true });
  area.addEventListener('mouseleave', onLeave);
  return () => {
    stopChecking();
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
