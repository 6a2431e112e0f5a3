import { useEffect, useReducer, useState } from 'react';
import type { RefObject } from 'react';
import { useDesktop, usePage } from '@baton/module-kit';
import { offeredInvitations } from '@baton/desktop';
import type { OfferedInvitation } from '@baton/contracts';
import { holdsFocus } from '@baton/ui';

/** Where invitations stand, from the top, and which of them has the card (IP-08). */
export interface Arrangement {
  order: readonly string[];
  card: string | undefined;
}

/**
 * Arranges anew what waits. The card stays as long as its invitation waits; then that with the nearest
 * deadline gets it. The others follow by deadline. While `held`, all that stand keep their places, also
 * those that ended, and new ones join at the end.
 */
export function arrange(before: Arrangement, waiting: readonly OfferedInvitation[], held: boolean): Arrangement {
  const byDeadline = [...waiting]
    .sort((a, b) => (a.expiresAt ?? Infinity) - (b.expiresAt ?? Infinity) || a.offeredAt - b.offeredAt)
    .map(({ id }) => id);
  const card = byDeadline.find((id) => id === before.card) ?? byDeadline[0];
  const first = held ? before.order : byDeadline.filter((id) => id === card);
  return { card, order: [...first, ...byDeadline.filter((id) => !first.includes(id))] };
}

const nothing: Arrangement = { order: [], card: undefined };

/** The arrangement of a region, held while the pointer or the focus is in it. */
export function useArrangement(region: RefObject<HTMLElement | null>): Arrangement & { held: boolean } {
  const waiting = useDesktop(offeredInvitations);
  const [before, setBefore] = useState(nothing);
  const isInside = useIsInside(region, waiting.length > 0);
  const held = isInside() && waiting.length > 0;
  const next = arrange(before, waiting, held);
  const same = next.card === before.card && next.order.join() === before.order.join();
  if (!same) setBefore(next);
  return { ...(same ? before : next), held };
}

/** Tells whether the agent is at the region; while `asked`, renders again when they turn to it or away from it. */
function useIsInside(region: RefObject<HTMLElement | null>, asked: boolean): () => boolean {
  const page = usePage();
  const [, look] = useReducer((count: number) => count + 1, 0);
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
    if (!asked) return undefined;
    page.addEventListener('focusin', look);
    page.addEventListener('focusout', look);
    return () => {
      page.removeEventListener('focusin', look);
      page.removeEventListener('focusout', look);
    };
  }, [page, asked]);

  return () => at.pointer || (at.region !== null && holdsFocus(at.region));
}
