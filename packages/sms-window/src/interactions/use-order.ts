import { useState } from 'react';
import { useDesktop } from '@baton/module-kit';
import { shallowEqual } from '@baton/ui';
import { inOrder, keepPlaces, withLeft } from './order';

/**
 * The order of the list, which stays as it is while rows may not move.
 *
 * @param left conversations that have left and keep their places
 */
export function useOrder(mayMove: boolean, left: readonly string[]): readonly string[] {
  const now = useDesktop(inOrder, shallowEqual);
  const [before, setBefore] = useState(now);
  const next = mayMove ? withLeft(before, now, left) : keepPlaces(before, [...now, ...left]);
  if (shallowEqual(before, next)) return before;
  setBefore(next);
  return next;
}
