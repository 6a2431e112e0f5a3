import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** Keeps an element at least as high as it was when `kept` became true. */
export function useKeptHeight<E extends HTMLElement>(kept: boolean): RefObject<E | null> {
  const element = useRef<E>(null);
  const height = useRef(0);
  useLayoutEffect(() => {
    if (element.current === null) return;
    element.current.style.minBlockSize = kept ? `${height.current}px` : '';
    if (!kept) height.current = element.current.offsetHeight;
  });
  return element;
}
