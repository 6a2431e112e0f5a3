import { useState } from 'react';
import { useDesktop } from '@baton/module-kit';
import { offeredInvitations } from '@baton/desktop';
import type { OfferedInvitation } from '@baton/contracts';

/** Open invitations in the order in which this desktop heard of them; the first has the card (IP-08). */
export function useQueue(): readonly OfferedInvitation[] {
  const offered = useDesktop(offeredInvitations);
  const [order, setOrder] = useState<readonly string[]>([]);
  const next = keepOrder(
    order,
    offered.map(({ id }) => id),
  );
  if (next.join() !== order.join()) setOrder(next);
  return next.flatMap((id) => offered.find((invitation) => invitation.id === id) ?? []);
}

/** Those that were there stay in their places, new ones join at the end: no card is ever pushed aside. */
function keepOrder(order: readonly string[], ids: readonly string[]): readonly string[] {
  return [...order.filter((id) => ids.includes(id)), ...ids.filter((id) => !order.includes(id))];
}
