import { useLayoutEffect } from 'react';
import type { RefObject } from 'react';
import { windowSize, zoomOf } from '@baton/ui';

/** Lifts a popover into the top layer and keeps it under its anchor, within the window. */
export function useTopLayer(popover: RefObject<HTMLElement | null>, anchor: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const lifted = popover.current;
    const button = anchor.current;
    if (!lifted || !button) return undefined;

    const place = () => {
      const { left, right, bottom } = button.getBoundingClientRect();
      const { width } = lifted.getBoundingClientRect();
      const room = windowSize(document);
      const wanted = getComputedStyle(button).direction === 'rtl' ? left : right - width;
      const zoom = zoomOf(lifted);
      lifted.style.left = `${Math.max(0, Math.min(wanted, room.width - width)) / zoom}px`;
      lifted.style.setProperty('--b-panel-top', `${bottom / zoom}px`);
      lifted.style.setProperty('--b-panel-room', `${(room.height - bottom) / zoom}px`);
    };

    // Missing in jsdom, where there are no layers.
    lifted.showPopover?.();
    place();
    window.addEventListener('resize', place);
    // In a host it may be another element that scrolls: heard on the way down only.
    window.addEventListener('scroll', place, { capture: true, passive: true });
    return () => {
      window.removeEventListener('resize', place);
      window.removeEventListener('scroll', place, { capture: true });
    };
  }, [popover, anchor]);
}
