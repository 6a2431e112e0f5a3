import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';
import { usePage } from '@baton/module-kit';
import { viewOf } from '@baton/ui';

/** Whether an element is narrower than `widthPx` at scale 1. */
export function useNarrow(frame: RefObject<HTMLElement | null>, widthPx: number): boolean {
  const page = usePage();
  const [narrow, setNarrow] = useState(false);

  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const scale = Number.parseFloat(getComputedStyle(element).getPropertyValue('--_scale')) || 1;
    const measure = () => setNarrow(element.clientWidth > 0 && element.clientWidth < widthPx * scale);
    measure();
    const observer = new (viewOf(element).ResizeObserver)(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [page, frame, widthPx]);

  return narrow;
}
