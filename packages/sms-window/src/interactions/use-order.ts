import { useState } from 'react';
import type { RefObject } from 'react';
import { useDesktop, useIsInside } from '@baton/module-kit';
import { shallowEqual } from '@baton/ui';
import { inOrder, keepPlaces } from './order';

/** The order of the list, which stays as it is while the pointer or the focus is in the region. */
export function useOrder(region: RefObject<HTMLElement | null>): readonly string[] {
  const now = useDesktop(inOrder, shallowEqual);
  const [before, setBefore] = useState(now);
  const isInside = useIsInside(region);
  const next = isInside() ? keepPlaces(before, now) : now;
  if (shallowEqual(before, next)) return before;
  setBefore(next);
  return next;
}
