import { useCallback, useRef, useState } from 'react';
import { waitingInteractions } from '@baton/desktop';
import { useDesktop, useHost, useIsInside } from '@baton/module-kit';
import { EmptyState } from '@baton/ui';
import { NewText } from '../new-text/new-text';
import { useReader } from '../transcript/use-reader';
import { useTexts } from '../texts';
import { part } from '../parts';
import { ConversationRow } from './conversation-row';
import { Receipt } from './receipt';
import { Tray } from './tray';
import { useFront } from './use-front';
import { useFrontInSight } from './use-front-in-sight';
import { useOrder } from './use-order';
import { useReceipts } from './use-receipts';
import { useRowKeys } from './use-row-keys';
import { useSwitching } from './use-switching';

/** The agent's conversations, who waits longest first: the view `interactions`. */
export function Interactions() {
  const { t } = useTexts();
  const { bus } = useHost();
  const region = useRef<HTMLElement>(null);
  const mayMove = !useIsInside(region)();
  const [receipts, endReceipt] = useReceipts(mayMove);
  const front = useFront();
  const reader = useReader();
  // Before anything is known, the window says so.
  const isKnown = useDesktop(({ agent }) => agent !== undefined);
  const waiting = useDesktop((state) => waitingInteractions(state).length);
  const interactions = useDesktop((state) => state.interactions);
  const places = useOrder(
    mayMove,
    receipts.map(({ interactionId }) => interactionId),
  );
  const order = places.filter((id) => interactions[id] !== undefined);
  const [focused, setFocused] = useState<string>();
  const tabStop = [focused, front, order[0]].find((id) => id !== undefined && id !== null && order.includes(id));

  const open = useCallback(
    (interactionId: string) => {
      void bus.request('interaction.open', { interactionId, focus: true }).catch(() => undefined);
    },
    [bus],
  );
  useSwitching(order, front, open);
  useFrontInSight(region, front);
  const onKeyDown = useRowKeys(order.map((id) => interactions[id]?.contact.name ?? ''));

  const rowOrReceipt = (id: string) => {
    const receipt = receipts.find(({ interactionId }) => interactionId === id);
    if (receipt) return <Receipt receipt={receipt} onOver={endReceipt} />;
    return (
      <ConversationRow
        interactionId={id}
        isInFront={id === front}
        isTabStop={id === tabStop}
        reader={reader}
        onFocus={setFocused}
        onOpen={open}
      />
    );
  };

  return (
    <nav
      ref={region}
      className="interactions"
      part={part('interactions')}
      tabIndex={-1}
      aria-label={t('interactions.title')}
    >
      <h2 className="interactions-heading" part={part('interactions-heading')} tabIndex={-1}>
        <span>{t('interactions.title')}</span>
        {order.length > 0 && (
          <span className="interactions-summary">{t('interactions.summary', { count: order.length, waiting })}</span>
        )}
      </h2>
      <NewText />
      {isKnown && places.length === 0 && (
        <EmptyState title={t('interactions.empty')} body={t('interactions.emptyHelp')} />
      )}
      {/* Safari takes the role from lists without bullets. */}
      <ul role="list" className="interactions-list" onKeyDown={onKeyDown} onBlur={() => setFocused(undefined)}>
        {places.map((id) => (
          <li key={id}>{rowOrReceipt(id)}</li>
        ))}
      </ul>
      <Tray mayMove={mayMove} />
    </nav>
  );
}
