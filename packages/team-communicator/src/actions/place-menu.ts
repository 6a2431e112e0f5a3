import { windowSize, zoomOf } from '@baton/ui';

const gap = 4;

/** Puts a menu under its anchor, ends aligned in the direction of the text; above when there is no room below. */
export function placeMenu(menu: HTMLElement, anchor: HTMLElement): void {
  const room = windowSize(document);
  const { width, height } = menu.getBoundingClientRect();
  const around = anchor.getBoundingClientRect();
  const rtl = getComputedStyle(anchor).direction === 'rtl';

  const below = around.bottom + gap;
  const above = around.top - gap - height;
  const top = below + height > room.height && above >= 0 ? above : Math.min(below, room.height - height);
  const left = rtl ? around.left : around.right - width;

  const zoom = zoomOf(menu);
  menu.style.top = `${Math.max(0, top) / zoom}px`;
  menu.style.left = `${Math.max(0, Math.min(left, room.width - width)) / zoom}px`;
}
