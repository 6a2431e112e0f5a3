import { useId, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { ErrorState, Skeleton } from '@baton/ui';
import { useLightDismiss } from './light-dismiss';
import { PanelHeading } from './panel-heading';
import { useTopLayer } from './top-layer';
import type { Pages } from './use-pages';
import { useWords } from '../texts';
import { part } from '../parts';

/** My Messages as a non-modal panel under its button. Esc closes it, and so does turning to something else. */
export function MessagesPanel({
  anchor,
  pages,
  onEscape,
  onLeave,
}: {
  /** The button and its panel. */
  anchor: RefObject<HTMLElement | null>;
  pages: Pages;
  onEscape(): void;
  onLeave(): void;
}) {
  const headingId = useId();
  const panel = useRef<HTMLElement>(null);
  const { t } = useWords();
  const [page, setPage] = useState<'messages' | 'settings'>('messages');

  useTopLayer(panel, anchor);
  useLightDismiss(anchor, onLeave);

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
      {pages.state !== 'ready' ? (
        <>
          <PanelHeading id={headingId} text={t('messages.title')} />
          {pages.state === 'failed' ? <ErrorState title={t('messages.failed')} onRetry={pages.retry} /> : <Skeleton />}
        </>
      ) : page === 'messages' ? (
        <pages.MessagesPage headingId={headingId} onSettings={() => setPage('settings')} />
      ) : (
        <pages.SettingsPage headingId={headingId} onBack={() => setPage('messages')} />
      )}
    </section>
  );
}
