import { useId, useRef, useState } from 'react';
import { ErrorState, Skeleton, useAnchored, useDismissOutside } from '@baton/ui';
import type { Placement } from '@baton/ui';
import { onDemand, useOnDemand } from '@baton/module-kit';
import { PanelHeading } from './panel-heading';
import { SettingsPage } from './settings-page';
import { useTexts } from '../texts';
import { part } from '../parts';

export const messagesCode = onDemand(() => import(/* webpackChunkName: "messages" */ './messages-page'));

const placement: Placement = { sides: ['below'], align: 'end', gap: 4 };

/** My Messages as a non-modal panel under its button. Esc, or a press or focus outside, closes it. */
export function MessagesPanel({
  anchor,
  onEscape,
  onLeave,
}: {
  /** The button that opens and closes it. */
  anchor: HTMLElement | null;
  onEscape(): void;
  onLeave(): void;
}) {
  const headingId = useId();
  const panel = useRef<HTMLElement>(null);
  const { t } = useTexts();
  const [page, setPage] = useState<'messages' | 'settings'>('messages');
  const messages = useOnDemand(messagesCode);

  useAnchored(panel, anchor, placement);
  useDismissOutside(panel, anchor, onLeave);

  return (
    <section
      ref={panel}
      popover="manual"
      className="messages-panel"
      tabIndex={-1}
      part={part('messages')}
      aria-labelledby={headingId}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onEscape();
      }}
    >
      {page === 'settings' ? (
        <SettingsPage headingId={headingId} onBack={() => setPage('messages')} />
      ) : messages.state === 'ready' ? (
        <messages.code.MessagesPage headingId={headingId} onSettings={() => setPage('settings')} />
      ) : (
        <>
          <PanelHeading id={headingId} text={t('messages.title')} />
          {messages.state === 'failed' ? (
            <ErrorState title={t('messages.failed')} onRetry={messages.retry} />
          ) : (
            <Skeleton />
          )}
        </>
      )}
    </section>
  );
}
