import { useMemo, useRef } from 'react';
import { isIdempotent, outboxOf } from '@baton/desktop';
import { useDesktop, useHost } from '@baton/module-kit';
import { Button, ExpandIcon } from '@baton/ui';
import { useTexts } from '../texts';
import type { Shown } from '../window/view';
import { arrange } from './arrange';
import { LoadEarlier } from './load-earlier';
import { Row } from './row';
import { useEarlier } from './use-earlier';
import type { EarlierPages } from './use-earlier';
import { useEndFollowed } from './use-end-followed';
import { useReader } from './use-reader';
import { useUnread } from './use-unread';
import type { ReadingPlaces } from './use-end-followed';
import type { SeenMessages } from './use-unread';
import { part } from '../parts';

export interface TranscriptProps {
  shown: Shown;
  seen: SeenMessages;
  places: ReadingPlaces;
  earlierPages: EarlierPages;
}

/** What was said, oldest first; new messages come in at the end. */
export function Transcript({ shown, seen, places, earlierPages }: TranscriptProps) {
  const { messages, interaction } = shown;
  const { id, contact } = interaction;
  const { agent, timeZone } = useHost();
  const { t } = useTexts();
  const log = useRef<HTMLDivElement>(null);
  const reader = useReader();
  const outbox = useDesktop((state) => outboxOf(state, id));
  const sendsOnce = useDesktop((state) => isIdempotent(state, 'sendMessage'));
  const earlier = useEarlier(shown, earlierPages);
  const waiting = outbox.at(-1)?.commandId;
  const last = waiting ?? messages.at(-1)?.index.toString();
  const { atEnd, goToEnd } = useEndFollowed(log, last, waiting, id, places);
  const unread = useUnread(id, messages, atEnd, seen);

  const rows = useMemo(
    () =>
      arrange({
        messages: [...earlier.messages, ...messages],
        outbox,
        isIdempotent: sendsOnce,
        viewer: agent.id,
        timeZone,
        unreadFrom: unread.from,
      }),
    [earlier.messages, messages, outbox, sendsOnce, agent.id, timeZone, unread.from],
  );

  return (
    <div className="sms-transcript">
      <div
        ref={log}
        className="sms-log"
        part={part('transcript')}
        role="log"
        tabIndex={0}
        aria-label={t('sms.log', { customer: contact.name })}
        // SW-01: older messages are put in without being read out.
        aria-live={earlier.quiet ? 'off' : 'polite'}
      >
        <div className="sms-log-content">
          <LoadEarlier earlier={earlier} />
          {rows.length === 0 ? (
            <p className="sms-event" part={part('event')}>
              {t('sms.empty')}
            </p>
          ) : (
            // Safari takes the role from lists without bullets.
            <ol role="list" className="sms-rows">
              {rows.map((row) => (
                <Row
                  key={row.key}
                  row={row}
                  reader={reader}
                  viewer={agent.id}
                  interactionId={id}
                  customer={contact.name}
                />
              ))}
            </ol>
          )}
        </div>
      </div>
      {unread.count > 0 ? (
        <Button size="sm" icon={ExpandIcon} className="sms-new" part={part('new')} onClick={goToEnd}>
          {t('sms.new', { count: unread.count })}
        </Button>
      ) : null}
    </div>
  );
}
