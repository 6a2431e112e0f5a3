const gap = 4;

/** Puts a menu under its anchor, ends aligned in the direction of the text; above when there is no room below. */
export function placeMenu(menu: HTMLElement, anchor: HTMLElement): void {
  const { clientWidth, clientHeight } = document.documentElement;
  const { width, height } = menu.getBoundingClientRect();
  const around = anchor.getBoundingClientRect();
  const rtl = getComputedStyle(anchor).direction === 'rtl';

  const below = around.bottom + gap;
  const above = around.top - gap - height;
  const top = below + height > clientHeight && above >= 0 ? above : Math.min(below, clientHeight - height);
  const left = rtl ? around.left : around.right - width;

  menu.style.top = `${Math.max(0, top)}px`;
  menu.style.left = `${Math.max(0, Math.min(left, clientWidth - width))}px`;
}
