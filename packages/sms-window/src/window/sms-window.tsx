import { useCallback, useEffect, useId, useReducer, useRef, useState } from 'react';
import { EmptyState } from '@baton/ui';
import { useRescuedDrafts } from '../drafts/use-rescued-drafts';
import { useTexts } from '../texts';
import type { SeenMessages } from '../transcript/use-unread';
import { Conversation } from './conversation';
import { createPlace } from './place';
import { useAnnouncements } from './use-announcements';
import { hasFocus, useFocusKept } from './use-focus-kept';
import { useTransferRequests } from './use-transfer-requests';
import { useView } from './use-view';
import { part } from '../parts';

/** The window of the conversation in front. */
export function SmsWindow() {
  const { t } = useTexts();
  const headingId = useId();
  const [area] = useState(createPlace);
  const [composer] = useState(createPlace);
  const [cancelAsked] = useState(() => new Set<string>());
  const [seen] = useState<SeenMessages>(() => new Map());

  const focusWanted = useRef(false);
  const [, renew] = useReducer((count: number) => count + 1, 0);
  const wantFocus = useCallback(() => {
    focusWanted.current = true;
    renew();
  }, []);
  const view = useView(
    useCallback(() => hasFocus(area), [area]),
    wantFocus,
  );
  // After every commit: the conversation that the agent wants to write in may not be on screen yet.
  useEffect(() => {
    if (!focusWanted.current || view.kind !== 'open') return;
    focusWanted.current = false;
    composer.focus();
  });

  useFocusKept(area, composer);
  useAnnouncements(cancelAsked);
  useTransferRequests(composer);
  useRescuedDrafts();

  return (
    <section
      ref={area.attach}
      className="sms-window"
      part={part('window')}
      tabIndex={-1}
      aria-labelledby={view.kind === 'empty' ? undefined : headingId}
    >
      {view.kind === 'empty' ? (
        <EmptyState title={t('shell.noConversation')} body={t('shell.noConversation.help')} />
      ) : (
        <Conversation
          key={view.interaction.id}
          view={view}
          headingId={headingId}
          composer={composer}
          cancelAsked={cancelAsked}
          seen={seen}
        />
      )}
    </section>
  );
}
