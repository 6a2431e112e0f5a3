import { useCallback, useRef, useState } from 'react';
import { waitingInteractions } from '@baton/desktop';
import { useDesktop, useHost } from '@baton/module-kit';
import { EmptyState } from '@baton/ui';
import { useReader } from '../transcript/use-reader';
import { useTexts } from '../texts';
import { part } from '../parts';
import { ConversationRow } from './conversation-row';
import { useFront } from './use-front';
import { useFrontInSight } from './use-front-in-sight';
import { useOrder } from './use-order';
import { useRowKeys } from './use-row-keys';
import { useSwitching } from './use-switching';

/** The agent's conversations, who waits longest first: the view `interactions`. */
export function Interactions() {
  const { t } = useTexts();
  const { bus } = useHost();
  const region = useRef<HTMLElement>(null);
  const order = useOrder(region);
  const front = useFront();
  const reader = useReader();
  // Before anything is known, the window says so.
  const isKnown = useDesktop(({ agent }) => agent !== undefined);
  const waiting = useDesktop((state) => waitingInteractions(state).length);
  const interactions = useDesktop((state) => state.interactions);
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
      {isKnown && order.length === 0 && (
        <EmptyState title={t('interactions.empty')} body={t('interactions.emptyHelp')} />
      )}
      {/* Safari takes the role from lists without bullets. */}
      <ul role="list" className="interactions-list" onKeyDown={onKeyDown} onBlur={() => setFocused(undefined)}>
        {order.map((id) => (
          <li key={id}>
            <ConversationRow
              interactionId={id}
              isInFront={id === front}
              isTabStop={id === tabStop}
              reader={reader}
              onFocus={setFocused}
              onOpen={open}
            />
          </li>
        ))}
      </ul>
    </nav>
  );
}
