import { useEffect, useMemo, useRef, useState } from 'react';
import { isIdempotent, outboxOf } from '@baton/desktop';
import { useDesktop, useHost } from '@baton/module-kit';
import { Button, ExpandIcon } from '@baton/ui';
import { Find } from '../find/find';
import { MarksContext } from '../find/marks';
import type { Marks } from '../find/marks';
import type { FindControl } from '../find/use-find';
import { useTexts } from '../texts';
import type { Interaction } from '@baton/contracts';
import { arrange, isHandOverBefore } from './arrange';
import { consentEvents } from './consent-events';
import { BubbleRow } from './bubble';
import { scrollsItself } from './log';
import { LoadEarlier } from './load-earlier';
import { LastDay } from '../history/last-day-on-demand';
import { LineRow } from './line';
import { useConversation } from './use-conversation';
import { useEarlier } from './use-earlier';
import type { EarlierPages } from './use-earlier';
import { useOnScreen } from './use-on-screen';
import { useQuiet } from './use-quiet';
import { useReader } from './use-reader';
import { useReading } from './use-reading';
import type { ReadingPlaces } from './use-reading';
import { useUnread } from './use-unread';
import { part } from '../parts';

export interface TranscriptProps {
  interaction: Interaction;
  places: ReadingPlaces;
  earlierPages: EarlierPages;
  find: FindControl;
  /** No other conversation was in front before. */
  isFirst: boolean;
}

/** What was said, oldest first; new messages come in at the end. */
export function Transcript({ interaction, places, earlierPages, find, isFirst }: TranscriptProps) {
  const { id, contact, consent, startedAt } = interaction;
  const { adapters, agent, timeZone, readConsent } = useHost();
  const { t } = useTexts();
  const log = useRef<HTMLDivElement>(null);
  const [marks, setMarks] = useState<Marks>();
  const reader = useReader();
  const outbox = useDesktop((state) => outboxOf(state, id));
  const sendsOnce = useDesktop((state) => isIdempotent(state, 'sendMessage'));
  const conversation = useConversation(id);
  const earlier = useEarlier(id, conversation, earlierPages);
  const messages = useMemo(
    () => [...earlier.messages, ...conversation.messages],
    [earlier.messages, conversation.messages],
  );
  const reading = useReading(log, messages, outbox.at(-1)?.commandId, id, places);
  const unread = useUnread(id, conversation.messages, reading.atEnd, useOnScreen(log), isFirst);
  const isMarking = useQuiet(marks);
  const isQuiet =
    useQuiet(reading.isOpening ? undefined : reading.hasEnd ? earlier.messages : reading.shown) ||
    isMarking ||
    earlier.loading;
  const unseen = reading.hasEnd ? 0 : unread.count;

  const ofConsent = useMemo(
    () => consentEvents(messages, consent ? undefined : readConsent),
    [messages, consent, readConsent],
  );
  const rows = useMemo(
    () =>
      arrange({
        messages: reading.shown,
        before: reading.before,
        inHandOver: reading.before !== undefined && isHandOverBefore(messages, reading.before.index),
        hasEnd: reading.hasEnd,
        outbox,
        isIdempotent: sendsOnce,
        viewer: agent.id,
        timeZone,
        consentEvents: ofConsent,
        unreadFrom: unread.from,
      }),
    [
      messages,
      reading.shown,
      reading.before,
      reading.hasEnd,
      outbox,
      sendsOnce,
      agent.id,
      timeZone,
      ofConsent,
      unread.from,
    ],
  );

  // What is not in the page is not read out from it.
  useEffect(() => {
    if (unseen > 0) adapters.announcer.announce(t('sms.new', { count: unseen }), { id: `unseen:${id}` });
  }, [adapters, t, id, unseen]);

  return (
    <div className="sms-transcript">
      {find.isOpen && (
        <Find
          find={find}
          messages={messages}
          earlier={earlier}
          reader={reader}
          log={log}
          bring={reading.bring}
          onMarks={setMarks}
        />
      )}
      <div
        ref={log}
        className="sms-log"
        part={part('transcript')}
        role="log"
        tabIndex={0}
        onKeyDown={(event) => {
          // The browser knows only what is in the page. Where the page scrolls, these keys are the page's.
          if (event.target !== event.currentTarget || event.shiftKey || event.altKey || !log.current) return;
          if ((event.key !== 'Home' && event.key !== 'End') || !scrollsItself(log.current)) return;
          event.preventDefault();
          if (event.key === 'End') reading.goToEnd();
          else reading.goToStart();
        }}
        aria-label={t('sms.log', { customer: contact.name })}
        // SW-01: older messages are put in, and what is found is marked, without being read out.
        aria-live={isQuiet ? 'off' : 'polite'}
      >
        <div className="sms-log-content">
          {reading.isOpening ? null : (
            <LoadEarlier
              more={earlier.more}
              loading={earlier.loading}
              failure={earlier.failure}
              load={earlier.load}
              showOlder={reading.before && reading.showOlder}
            />
          )}
          {!earlier.more && !reading.before && !reading.isOpening && (
            <LastDay interactionId={id} startedAt={startedAt} customer={contact.name} reader={reader} />
          )}
          {rows.length === 0 ? (
            <p className="sms-event" part={part('event')}>
              {t('sms.empty')}
            </p>
          ) : (
            // Safari takes the role from lists without bullets.
            <ol role="list" className="sms-rows">
              <MarksContext value={marks}>
                {rows.map((row) =>
                  row.kind === 'bubble' ? (
                    <BubbleRow key={row.key} row={row} reader={reader} interactionId={id} customer={contact.name} />
                  ) : (
                    <LineRow key={row.key} row={row} reader={reader} viewer={agent.id} customer={contact.name} />
                  ),
                )}
              </MarksContext>
            </ol>
          )}
        </div>
      </div>
      {unread.count > 0 || !reading.hasEnd ? (
        <Button size="sm" icon={ExpandIcon} className="sms-new" part={part('new')} onClick={reading.goToEnd}>
          {unread.count > 0 ? t('sms.new', { count: unread.count }) : t('sms.latest')}
        </Button>
      ) : null}
    </div>
  );
}
