import { useLayoutEffect } from 'react';
import type { RefObject } from 'react';
import { windowSize, zoomOf } from '@baton/ui';

/** Lifts a popover into the top layer and keeps it under its anchor, within the window even where the anchor is not. */
export function useTopLayer(popover: RefObject<HTMLElement | null>, anchor: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const lifted = popover.current;
    const button = anchor.current;
    if (!lifted || !button) return undefined;

    const place = () => {
      const { left, right, bottom } = button.getBoundingClientRect();
      const room = windowSize(document);
      const zoom = zoomOf(lifted);
      const set = (name: string, length: number) => lifted.style.setProperty(name, `${length / zoom}px`);
      // As high as it would be with the whole window to itself.
      set('--b-panel-room', room.height);
      const { width, height } = lifted.getBoundingClientRect();
      const wanted = getComputedStyle(button).direction === 'rtl' ? left : right - width;
      const top = within(0, bottom, room.height - height);
      set('left', within(0, wanted, room.width - width));
      set('--b-panel-top', top);
      set('--b-panel-room', room.height - top);
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

function within(least: number, wanted: number, most: number): number {
  return Math.max(least, Math.min(wanted, most));
}
