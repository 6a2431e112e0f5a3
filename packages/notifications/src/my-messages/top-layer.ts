import { useLayoutEffect } from 'react';
import type { RefObject } from 'react';

/** Lifts a popover into the top layer and keeps it under its anchor, within the window. */
export function useTopLayer(popover: RefObject<HTMLElement | null>, anchor: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const lifted = popover.current;
    const button = anchor.current;
    if (!lifted || !button) return undefined;

    const place = () => {
      const { left, right, bottom } = button.getBoundingClientRect();
      const width = lifted.offsetWidth;
      const wanted = getComputedStyle(button).direction === 'rtl' ? left : right - width;
      lifted.style.left = `${Math.max(0, Math.min(wanted, document.documentElement.clientWidth - width))}px`;
      lifted.style.setProperty('--b-panel-top', `${bottom}px`);
    };

    // Missing in jsdom, where there are no layers.
    lifted.showPopover?.();
    place();
    window.addEventListener('resize', place);
    window.addEventListener('scroll', place, { passive: true });
    return () => {
      window.removeEventListener('resize', place);
      window.removeEventListener('scroll', place);
    };
  }, [popover, anchor]);
}
