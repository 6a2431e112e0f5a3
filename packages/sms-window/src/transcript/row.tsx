import { memo } from 'react';
import { daysAgo, formatDay, formatTime, shallowEqual } from '@baton/ui';
import type { Reader } from '@baton/ui';
import { useTexts } from '../texts';
import type { TranscriptRow } from './arrange';
import { BubbleRow } from './bubble';
import { eventWording } from './event-wording';
import { part } from '../parts';

export interface RowProps {
  row: TranscriptRow;
  reader: Reader;
  /** Id of the agent at this desktop. */
  viewer: string;
  interactionId: string;
  customer: string | undefined;
}

/** One line of the transcript. Drawn again only when something in it has changed. */
export const Row = memo(
  function Row({ row, reader, viewer, interactionId, customer }: RowProps) {
    const { t } = useTexts();
    switch (row.kind) {
      case 'bubble':
        return <BubbleRow bubble={row} reader={reader} interactionId={interactionId} customer={customer} />;
      case 'event': {
        const { id, values } = eventWording(row.event, viewer, customer);
        return (
          // The announcer says what happens, whichever conversation is in front; the log would say it again.
          <li data-index={row.event.index} className="sms-event" part={part('event')} aria-live="off">
            {`${t(id, values)} · ${formatTime(row.event.at, reader)}`}
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
  },
  (before, after) =>
    shallowEqual({ ...before, row: undefined }, { ...after, row: undefined }) && shallowEqual(before.row, after.row),
);

function Day({ at, reader }: { at: number; reader: Reader }) {
  const { t } = useTexts();
  const age = daysAgo(at, reader);
  if (age === 0) return <span>{t('sms.day.today')}</span>;
  if (age === 1) return <span>{t('sms.day.yesterday')}</span>;
  return <span>{formatDay(at, reader)}</span>;
}
