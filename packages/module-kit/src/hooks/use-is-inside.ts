import { useEffect, useReducer, useState } from 'react';
import type { RefObject } from 'react';
import { holdsFocus } from '@baton/ui';
import { usePage } from './use-host';

/**
 * Whether the pointer or the focus is in the region, as a function for use while rendering. While `enabled`, the
 * component renders again when that changes.
 */
export function useIsInside(region: RefObject<HTMLElement | null>, enabled = true): () => boolean {
  const page = usePage();
  const [, renderAgain] = useReducer((count: number) => count + 1, 0);
  const [at, setAt] = useState<{ region: HTMLElement | null; pointer: boolean }>({ region: null, pointer: false });

  useEffect(() => {
    const element = region.current;
    if (element === null) return undefined;
    const enter = ({ pointerType }: PointerEvent) => setAt({ region: element, pointer: pointerType === 'mouse' });
    const leave = () => setAt({ region: element, pointer: false });
    setAt({ region: element, pointer: false });
    element.addEventListener('pointerenter', enter);
    element.addEventListener('pointerleave', leave);
    return () => {
      element.removeEventListener('pointerenter', enter);
      element.removeEventListener('pointerleave', leave);
    };
  }, [region]);

  useEffect(() => {
    if (!enabled) return undefined;
    page.addEventListener('focusin', renderAgain);
    page.addEventListener('focusout', renderAgain);
    return () => {
      page.removeEventListener('focusin', renderAgain);
      page.removeEventListener('focusout', renderAgain);
    };
  }, [page, enabled]);

  return () => at.pointer || (at.region !== null && holdsFocus(at.region));
}
