import { formatTime } from '@baton/ui';
import type { Reader } from '@baton/ui';
import { useTexts } from '../texts';
import { dayFinder } from './arrange';
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
  customer: string;
}

/** One line of the transcript. */
export function Row({ row, reader, viewer, interactionId, customer }: RowProps) {
  const { t } = useTexts();
  switch (row.kind) {
    case 'bubble':
      return <BubbleRow bubble={row} reader={reader} interactionId={interactionId} customer={customer} />;
    case 'event': {
      const { id, values } = eventWording(row.event, viewer);
      return (
        <li className="sms-event" part={part('event')}>
          {t(id, values)} · {formatTime(row.event.at, reader)}
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
}

const dayMs = 24 * 60 * 60_000;

function Day({ at, reader: { now, locale, timeZone } }: { at: number; reader: Reader }) {
  const { t } = useTexts();
  const dayOf = dayFinder(timeZone);
  const day = dayOf(at);
  if (day === dayOf(now)) return <span>{t('sms.day.today')}</span>;
  if (day === dayOf(now - dayMs)) return <span>{t('sms.day.yesterday')}</span>;
  const isThisYear = day.slice(0, 4) === dayOf(now).slice(0, 4);
  const format = new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(isThisYear ? {} : { year: 'numeric' }),
  });
  return <span>{format.format(at)}</span>;
}
