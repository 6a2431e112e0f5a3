import { useCallback, useState } from 'react';
import type { DesktopState, TargetRef } from '@baton/contracts';
import { useDesktop } from '@baton/module-kit';
import { shallowEqual } from '@baton/ui';

/** What the list says of a conversation that another has taken over, in place of its row. */
export interface Receipt {
  interactionId: string;
  customer: string | undefined;
  owner: TargetRef;
  /** Its time is over; it goes as soon as things may move. */
  isOver: boolean;
}

/**
 * Conversations that have been transferred while the list was shown.
 *
 * @param mayMove whether rows may change their places
 * @returns the receipts, and a function that says that the time of one is over
 */
export function useReceipts(mayMove: boolean): [receipts: readonly Receipt[], end: (interactionId: string) => void] {
  const interactions = useDesktop((state) => state.interactions);
  const departures = useDesktop((state) => state.departures);
  const [before, setBefore] = useState(interactions);
  const [known, setReceipts] = useState<readonly Receipt[]>([]);

  // While rendering, so that the receipt is there in the same frame in which the row goes.
  let receipts = known;
  if (before !== interactions) {
    setBefore(interactions);
    const gone = Object.values(before).filter(({ id }) => interactions[id] === undefined);
    receipts = [
      ...receipts.filter(({ interactionId }) => interactions[interactionId] === undefined),
      ...gone.flatMap((interaction) => receiptOf(interaction, departures) ?? []),
    ];
  }
  if (mayMove) receipts = receipts.filter(({ isOver }) => !isOver);
  if (!shallowEqual(known, receipts)) setReceipts(receipts);

  const end = useCallback(
    (interactionId: string) =>
      setReceipts((current) =>
        current.map((receipt) => (receipt.interactionId === interactionId ? { ...receipt, isOver: true } : receipt)),
      ),
    [],
  );
  return [receipts, end];
}

function receiptOf(
  { id, contact }: DesktopState['interactions'][string],
  departures: DesktopState['departures'],
): Receipt | undefined {
  const departure = departures[id];
  if (departure?.why !== 'transferred' || departure.to === undefined) return undefined;
  return { interactionId: id, customer: contact.name, owner: departure.to, isOver: false };
}
