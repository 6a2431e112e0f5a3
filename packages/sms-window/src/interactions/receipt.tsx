import { useEffect } from 'react';
import { isKnown } from '@baton/contracts';
import { useHost } from '@baton/module-kit';
import { Avatar } from '@baton/ui';
import { useTexts } from '../texts';
import { part } from '../parts';
import type { Receipt as ReceiptData } from './use-receipts';

/** How long it is shown, in milliseconds. */
const shownMs = 10_000;

/** Who has a conversation now, where its row was. */
export function Receipt({
  receipt: { interactionId, customer, owner },
  onOver,
}: {
  receipt: ReceiptData;
  onOver(interactionId: string): void;
}) {
  const { clock } = useHost();
  const { t } = useTexts();
  useEffect(() => clock.setTimeout(() => onOver(interactionId), shownMs), [clock, interactionId, onOver]);

  return (
    <div className="interactions-receipt" part={part('receipt')}>
      <span className="interactions-pair">
        <Avatar name={customer ?? ''} />
        <Avatar kind={isKnown(owner.kind) ? owner.kind : 'queue'} name={owner.name} />
      </span>
      <span className="interactions-receipt-text">{t('interactions.receipt', { target: owner.name, customer })}</span>
    </div>
  );
}
