import { isElement, viewOf } from '@baton/ui';

/**
 * Hides wheel and touch events from the host that scroll something in a module. A dialog that locks the scrolling of its
 * page prevents these events unless their target is inside a scroll container, and it cannot see the containers inside
 * the shadow root.
 */
export function keepWheel(root: HTMLElement): void {
  const hideOwn = (event: Event) => {
    const path = event.composedPath();
    const inside = path.slice(0, path.indexOf(root)).filter(isElement);
    const deltaY = 'deltaY' in event && typeof event.deltaY === 'number' ? event.deltaY : undefined;
    if (inside.some((element) => canScroll(element, deltaY))) event.stopPropagation();
  };
  for (const type of ['wheel', 'touchmove']) root.addEventListener(type, hideOwn, { passive: true });
}

/** Whether an element can scroll further, in the direction of `deltaY` if that is known. */
function canScroll(element: Element, deltaY: number | undefined): boolean {
  const range = element.scrollHeight - element.clientHeight;
  const { overflowY, flexDirection } = viewOf(element).getComputedStyle(element);
  if (range <= 0 || !/^(?:auto|scroll)$/.test(overflowY)) return false;
  if (deltaY === undefined) return true;
  // With column-reverse, scrollTop is 0 at the end and negative above it.
  const above = flexDirection === 'column-reverse' ? range + element.scrollTop : element.scrollTop;
  return deltaY < 0 ? above > 0 : above < range;
}
