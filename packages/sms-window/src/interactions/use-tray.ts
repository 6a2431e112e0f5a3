import { useState } from 'react';
import type { DesktopState, InteractionTransfer } from '@baton/contracts';
import { useDesktop } from '@baton/module-kit';
import { shallowEqual } from '@baton/ui';

/**
 * The agent's transfers that are under way, oldest first. While rows may not move, the list stays as it is: what has
 * ended shows how, and what has begun waits.
 *
 * @param held a conversation whose row stays although its transfer has ended
 */
export function useTray(mayMove: boolean, held: string | undefined): readonly InteractionTransfer[] {
  const shown = useDesktop((state) => state.shownTransfers);
  const underWay = useDesktop(transfersUnderWay, shallowEqual);
  const [known, setKnown] = useState(underWay);

  const latest = known.map((transfer) => shown[transfer.interactionId] ?? transfer);
  const kept = latest.filter(
    ({ interactionId: id }) => id === held && !underWay.some(({ interactionId }) => interactionId === id),
  );
  const next = mayMove ? inOrder([...kept, ...underWay]) : latest;
  if (shallowEqual(known, next)) return known;
  setKnown(next);
  return next;
}

function transfersUnderWay({ shownTransfers, interactions }: DesktopState): readonly InteractionTransfer[] {
  return inOrder(
    Object.values(shownTransfers).filter(
      ({ state, interactionId }) => (state === 'pending' || state === 'requesting') && interactions[interactionId],
    ),
  );
}

/** A transfer that was refused has no beginning. */
function inOrder(transfers: readonly InteractionTransfer[]): readonly InteractionTransfer[] {
  const startOf = (transfer: InteractionTransfer) => ('startedAt' in transfer ? transfer.startedAt : -Infinity);
  return transfers.toSorted((a, b) => startOf(a) - startOf(b));
}
