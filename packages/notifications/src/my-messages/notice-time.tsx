import { useHost } from '@baton/module-kit';
import { formatDateTime, formatRelative, formatTime } from '@baton/ui';
import { useTexts } from '../texts';
import { part } from '../parts';

/** When something happened: how long ago, and the time of day; in full on hover. */
export function NoticeTime({ at, now }: { at: number; now: number }) {
  const { t } = useTexts();
  const { locale, timeZone } = useHost();
  const reader = { now, locale, timeZone };
  return (
    <time
      className="notice-time"
      part={part('notice-time')}
      dateTime={new Date(at).toISOString()}
      title={formatDateTime(at, reader)}
    >
      {t('messages.time', { ago: formatRelative(at, reader), time: formatTime(at, reader) })}
    </time>
  );
}
