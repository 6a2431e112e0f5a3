import { memo } from 'react';
import type { TranscriptEvent, UnknownMessage } from '@baton/contracts';
import { useHost } from '@baton/module-kit';
import { daysAgo, formatDay, formatTime } from '@baton/ui';
import type { Reader } from '@baton/ui';
import { useTexts } from '../texts';
import type { Bubble, TranscriptRow } from './arrange';
import { eventWording } from './event-wording';
import { isSameRow } from './same-row';
import { part } from '../parts';

export interface LineRowProps {
  row: Exclude<TranscriptRow, Bubble>;
  reader: Reader;
  /** Id of the agent at this desktop. */
  viewer: string;
  customer: string | undefined;
}

/** A line between messages. */
export const LineRow = memo(function LineRow({ row, reader, viewer, customer }: LineRowProps) {
  const { t } = useTexts();
  const host = useHost();
  switch (row.kind) {
    case 'event': {
      const { id, values } = eventWording(row.event, viewer, customer, host);
      const isMoved = hasMoved(row.event);
      return (
        // The announcer says what happens, whichever conversation is in front; the log would say it again.
        <li
          data-index={row.event.index}
          className={isMoved ? 'sms-divider sms-divider-moved' : 'sms-event'}
          part={part('event', isMoved && 'event-moved')}
          aria-live="off"
        >
          <span>{`${t(id, values)} · ${formatTime(row.event.at, reader)}`}</span>
        </li>
      );
    }
    case 'unread':
      return (
        <li className="sms-divider sms-divider-unread" part={part('unread')}>
          <span>{t('sms.unread')}</span>
        </li>
      );
    case 'day':
      return (
        <li className="sms-divider" part={part('day')}>
          <Day at={row.at} reader={reader} />
        </li>
      );
  }
}, isSameRow);

/** Whether the conversation has changed hands. */
function hasMoved(entry: TranscriptEvent | UnknownMessage): boolean {
  return entry.kind === 'event' && (entry.event === 'accepted' || entry.event === 'handedOver');
}

function Day({ at, reader }: { at: number; reader: Reader }) {
  const { t } = useTexts();
  const age = daysAgo(at, reader);
  if (age === 0) return <span>{t('sms.day.today')}</span>;
  if (age === 1) return <span>{t('sms.day.yesterday')}</span>;
  return <span>{formatDay(at, reader)}</span>;
}
