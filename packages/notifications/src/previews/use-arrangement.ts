import { useState } from 'react';
import type { RefObject } from 'react';
import { useIsInside } from '@baton/module-kit';
import type { OfferedInvitation } from '@baton/contracts';

/** The order of invitations from the top, and which of them is shown as the card (IP-08). */
export interface Arrangement {
  order: readonly string[];
  card: string | undefined;
}

/**
 * The next arrangement. An invitation keeps the card as long as it waits; then the one with the nearest deadline gets
 * it. The others follow by deadline. While `held`, every invitation keeps its place, even after it has ended, and new
 * ones join at the end.
 */
export function arrange(before: Arrangement, waiting: readonly OfferedInvitation[], held: boolean): Arrangement {
  const byDeadline = [...waiting]
    .sort((a, b) => (a.expiresAt ?? Infinity) - (b.expiresAt ?? Infinity) || a.offeredAt - b.offeredAt)
    .map(({ id }) => id);
  const card = byDeadline.find((id) => id === before.card) ?? byDeadline[0];
  const first = held ? before.order : byDeadline.filter((id) => id === card);
  return { card, order: [...first, ...byDeadline.filter((id) => !first.includes(id))] };
}

const empty: Arrangement = { order: [], card: undefined };

/** The arrangement of a region, held while the pointer or the focus is in it. `open` makes another one the card. */
export function useArrangement(
  region: RefObject<HTMLElement | null>,
  waiting: readonly OfferedInvitation[],
): Arrangement & { held: boolean; open(invitationId: string): void } {
  const [before, setBefore] = useState(empty);
  const isInside = useIsInside(region, waiting.length > 0);
  const held = isInside() && waiting.length > 0;
  const next = arrange(before, waiting, held);
  const same = next.card === before.card && next.order.join() === before.order.join();
  if (!same) setBefore(next);
  return { ...(same ? before : next), held, open: (card) => setBefore((current) => ({ ...current, card })) };
}
