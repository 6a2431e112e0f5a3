import { useId, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { SettingsPage } from '../settings/settings-page';
import { useLightDismiss } from './light-dismiss';
import { MessagesPage } from './messages-page';
import { useTopLayer } from './top-layer';
import { part } from '../parts';

/** My Messages as a non-modal panel under its button. Esc closes it, and so does turning to something else. */
export function MessagesPanel({
  anchor,
  onEscape,
  onLeave,
}: {
  /** The button and its panel. */
  anchor: RefObject<HTMLElement | null>;
  onEscape(): void;
  onLeave(): void;
}) {
  const headingId = useId();
  const panel = useRef<HTMLElement>(null);
  const [page, setPage] = useState<'messages' | 'settings'>('messages');

  useTopLayer(panel, anchor);
  useLightDismiss(anchor, onLeave);

  return (
    <section
      ref={panel}
      popover="manual"
      className="messages-panel"
      part={part('messages')}
      aria-labelledby={headingId}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onEscape();
      }}
    >
      {page === 'messages' ? (
        <MessagesPage headingId={headingId} onSettings={() => setPage('settings')} />
      ) : (
        <SettingsPage headingId={headingId} onBack={() => setPage('messages')} />
      )}
    </section>
  );
}
