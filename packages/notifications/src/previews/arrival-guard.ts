import { useLayoutEffect, useRef } from 'react';
import type { MouseEvent, RefObject } from 'react';
import { useHost } from '@baton/module-kit';

const guardMs = 500;

/**
 * Stops pointer clicks on a card that has just appeared or moved: they were
 * meant for what was there before (IP-07). To be called in the capture phase.
 */
export function useArrivalGuard(card: RefObject<HTMLElement | null>): (event: MouseEvent) => void {
  const { clock } = useHost();
  const arrival = useRef({ place: '', at: 0 });

  useLayoutEffect(() => {
    const { x, y, width, height } = card.current?.getBoundingClientRect() ?? new DOMRect();
    const place = [x, y, width, height].join();
    if (place !== arrival.current.place) arrival.current = { place, at: clock.now() };
  });

  return (event) => {
    // Keyboards and assistive technology click without a pointer: detail 0.
    if (event.detail === 0 || clock.now() - arrival.current.at >= guardMs) return;
    event.preventDefault();
    event.stopPropagation();
  };
}
