import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';

/** Whether an element is narrower than `width` pixels at scale 1. */
export function useNarrow(frame: RefObject<HTMLElement | null>, width: number): boolean {
  const [narrow, setNarrow] = useState(false);

  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const scale = Number.parseFloat(getComputedStyle(element).getPropertyValue('--_scale')) || 1;
    const measure = () => setNarrow(element.clientWidth > 0 && element.clientWidth < width * scale);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame, width]);

  return narrow;
}
