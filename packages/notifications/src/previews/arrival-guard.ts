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
  const arrival = useRef({ inView: '', inPage: '', at: 0 });

  function look() {
    const { x, y, width, height } = card.current?.getBoundingClientRect() ?? new DOMRect();
    const inView = [x, y, width, height].join();
    const inPage = [x + window.scrollX, y + window.scrollY, width, height].join();
    const { current: before } = arrival;
    // What the agent scrolls has not moved.
    const moved = inView !== before.inView && inPage !== before.inPage;
    arrival.current = { inView, inPage, at: moved ? clock.now() : before.at };
  }
  useLayoutEffect(look);

  return (event) => {
    // Keyboards and assistive technology click without a pointer: detail 0.
    if (event.detail === 0) return;
    // Something outside may have pushed it since it was drawn.
    look();
    if (clock.now() - arrival.current.at >= guardMs) return;
    event.preventDefault();
    event.stopPropagation();
  };
}
