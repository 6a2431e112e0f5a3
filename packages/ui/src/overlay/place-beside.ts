import { windowSize, zoomOf } from './on-screen';

/** Side of the anchor. */
export type Side = 'below' | 'above' | 'left' | 'right';

export interface Placement {
  /** The sides to try, in this order. */
  sides: readonly Side[];
  /** Below and above: which ends are aligned, in the direction of the text. The other ends, if it would leave the window. */
  align: 'start' | 'centre' | 'end';
  /** Distance to the anchor, in pixels. */
  gap: number;
  /** Whether a place would cover something important. Such a place is used only if there is no other. */
  isTaken?(box: Box, anchor: HTMLElement): boolean;
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/**
 * Puts an element with `position: fixed` beside its anchor, at the first side with room for it, and always inside the
 * window. Sets `--b-overlay-room` to the height from its place down to the end of the window, for its `max-block-size`.
 */
export function placeBeside(element: HTMLElement, anchor: HTMLElement, placement: Placement): void {
  const { sides, isTaken = () => false } = placement;
  const room = windowSize(anchor.ownerDocument);
  const zoom = zoomOf(element);
  const set = (name: string, length: number) => element.style.setProperty(name, `${length / zoom}px`);

  // Measures the height that it has without a limit by its place.
  set('--b-overlay-room', room.height);
  const { width, height } = element.getBoundingClientRect();
  const within = (at: number, length: number, all: number) => Math.max(0, Math.min(at, all - length));
  const boxes = sides.map((side): Box => {
    const corner = cornerAt(side, anchor, { width, height, windowWidth: room.width }, placement);
    const isUpright = side === 'below' || side === 'above';
    const left = isUpright ? within(corner.left, width, room.width) : corner.left;
    const top = isUpright ? corner.top : within(corner.top, height, room.height);
    return { left, top, right: left + width, bottom: top + height };
  });

  const fitting = boxes.filter(
    ({ left, top, right, bottom }) => left >= 0 && top >= 0 && right <= room.width && bottom <= room.height,
  );
  // `isTaken` may use `elementFromPoint`, which must not find the element itself.
  element.style.pointerEvents = 'none';
  const chosen = fitting.find((box) => !isTaken(box, anchor)) ?? fitting[0] ?? boxes[0];
  element.style.pointerEvents = '';
  if (chosen === undefined) return;
  const top = within(chosen.top, height, room.height);
  set('left', within(chosen.left, width, room.width));
  set('top', top);
  set('--b-overlay-room', room.height - top);
}

function cornerAt(
  side: Side,
  anchor: HTMLElement,
  { width, height, windowWidth }: { width: number; height: number; windowWidth: number },
  { align, gap }: Placement,
): { left: number; top: number } {
  const box = anchor.getBoundingClientRect();
  if (side === 'left' || side === 'right') {
    const left = side === 'left' ? box.left - gap - width : box.right + gap;
    return { left, top: box.top + (box.height - height) / 2 };
  }
  const top = side === 'above' ? box.top - gap - height : box.bottom + gap;
  if (align === 'centre') return { left: box.left + (box.width - width) / 2, top };
  const isRightToLeft = getComputedStyle(anchor).direction === 'rtl';
  const lefts = [box.left, box.right - width];
  const [wanted = 0, other = 0] = (align === 'start') === isRightToLeft ? lefts.toReversed() : lefts;
  const isInside = (left: number) => left >= 0 && left + width <= windowWidth;
  return { left: isInside(other) && !isInside(wanted) ? other : wanted, top };
}
