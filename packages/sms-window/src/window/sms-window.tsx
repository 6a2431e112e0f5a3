import { useCallback, useEffect, useId, useReducer, useRef, useState } from 'react';
import { useDesktop, useStart } from '@baton/module-kit';
import { EmptyState, holdsFocus } from '@baton/ui';
import { useTypedAside } from '../composer/use-typed-aside';
import { useTypedOn } from '../composer/use-typed-on';
import { useTexts } from '../texts';
import type { EarlierPages } from '../transcript/use-earlier';
import type { ReadingPlaces } from '../transcript/use-reading';
import { Conversation } from './conversation';
import { emptyHelp } from './empty-help';
import { createPlace } from './place';
import { useAnnouncements } from './use-announcements';
import { useNewTexts } from './use-new-texts';
import type { Problems } from './use-problem';
import { useTransferRequests } from './use-transfer-requests';
import { useView } from './use-view';
import { part } from '../parts';

/** The window of the conversation in front. */
export function SmsWindow() {
  const { t } = useTexts();
  const start = useStart();
  const help = useDesktop(emptyHelp);
  const headingId = useId();
  const [area] = useState(createPlace);
  const [composer] = useState(createPlace);
  const [cancelAsked] = useState(() => new Set<string>());
  const [problems] = useState<Problems>(() => new Map());
  const [places] = useState<ReadingPlaces>(() => new Map());
  const [earlierPages] = useState<EarlierPages>(() => new Map());

  const [detailsOpen, setDetailsOpen] = useState(false);

  /** The conversation that the agent wants to write in. */
  const focusWanted = useRef<string>(undefined);
  const [, renew] = useReducer((count: number) => count + 1, 0);
  const wantFocus = useCallback((interactionId?: string) => {
    focusWanted.current = interactionId;
    renew();
  }, []);
  const [view, onTyped, stands] = useView(
    useCallback(() => {
      const element = area.element();
      return element !== null && holdsFocus(element);
    }, [area]),
    wantFocus,
  );
  // After every commit: it may not be on screen yet, and another one still is.
  useEffect(() => {
    if (view.kind !== 'open' || view.interaction.id !== focusWanted.current) return;
    focusWanted.current = undefined;
    composer.focus();
  });

  const shown = view.kind === 'empty' ? undefined : view.interaction.id;
  const [fronts, setFronts] = useState<{ last?: string; count: number }>({ count: 0 });
  if (shown !== undefined && shown !== fronts.last) setFronts({ last: shown, count: fronts.count + 1 });

  useAnnouncements(cancelAsked);
  useNewTexts();
  useTransferRequests(wantFocus);
  const typeOn = useTypedOn();
  const canWrite = view.kind !== 'empty' && view.interaction.state !== 'ended';
  const typedAside = useTypedAside(canWrite ? view.interaction.id : undefined, composer);

  return (
    <section
      ref={area.attach}
      className="sms-window"
      part={part('window')}
      tabIndex={-1}
      aria-labelledby={headingId}
      onInput={onTyped}
      {...typedAside}
    >
      {view.kind === 'empty' ? (
        <EmptyState
          titleId={headingId}
          title={start?.title ?? t('sms.noConversation')}
          body={start ? start.help : help && t(help)}
        />
      ) : (
        <Conversation
          key={view.interaction.id}
          view={view}
          stands={stands}
          headingId={headingId}
          composer={composer}
          cancelAsked={cancelAsked}
          problems={problems}
          isFirst={fronts.count <= 1}
          places={places}
          earlierPages={earlierPages}
          detailsOpen={detailsOpen}
          onDetails={() => setDetailsOpen(!detailsOpen)}
          onComposerTakenAway={() => typeOn(view.interaction)}
        />
      )}
    </section>
  );
}
