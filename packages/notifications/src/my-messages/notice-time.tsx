import { useHost } from '@baton/module-kit';
import { formatDateTime, formatTime } from '@baton/ui';
import { part } from '../parts';

/** The time of day when something happened, under a heading with its day; in full on hover. */
export function NoticeTime({ at, now }: { at: number; now: number }) {
  const { locale, timeZone } = useHost();
  const reader = { now, locale, timeZone };
  return (
    <time
      className="notice-time"
      part={part('notice-time')}
      dateTime={new Date(at).toISOString()}
      title={formatDateTime(at, reader)}
    >
      {formatTime(at, reader)}
    </time>
  );
}
