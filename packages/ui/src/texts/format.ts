import { calendarDay } from './calendar-day';
import type { UiTextId } from './catalogue';
import type { Texts } from './create-texts';

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Where and when the reader is. Times are milliseconds since the Unix epoch. */
export interface Reader {
  /** The present time. */
  now: number;
  /** BCP 47 tag. */
  locale: string;
  /** IANA time zone. */
  timeZone: string;
}

/** A point in time, as short as it can be: today "10:41", in the six days before "Tue 10:41", else "3 Nov" or "3 Nov 2024". */
export function formatTime(at: number, reader: Reader): string {
  const age = daysAgo(at, reader);
  if (age === 0) return format(at, reader, { hour: '2-digit', minute: '2-digit' });
  if (age > 0 && age < 7) return format(at, reader, { weekday: 'short', hour: '2-digit', minute: '2-digit' });
  return format(at, reader, { day: 'numeric', month: 'short', ...yearUnlessThis(at, reader) });
}

/** A day: "Tuesday 3 November", in other years "Tuesday 3 November 2024". */
export function formatDay(at: number, reader: Reader): string {
  return format(at, reader, { weekday: 'long', day: 'numeric', month: 'long', ...yearUnlessThis(at, reader) });
}

/** A point in time in full: "Tuesday 3 November 2026 at 10:41". */
export function formatDateTime(at: number, reader: Omit<Reader, 'now'>): string {
  return format(at, reader, { dateStyle: 'full', timeStyle: 'short' });
}

/** A length of time: "40 s", "4 min", "1 h 5 min", from two days on "2 days". Negative lengths count as none. */
export function formatDuration(ms: number, texts: Texts<UiTextId>): string {
  if (ms < minuteMs) return texts.t('duration.seconds', { seconds: Math.max(0, Math.floor(ms / secondMs)) });
  if (ms < hourMs) return texts.t('duration.minutes', { minutes: Math.floor(ms / minuteMs) });
  if (ms >= 2 * dayMs) return texts.t('duration.days', { days: Math.floor(ms / dayMs) });
  const hours = Math.floor(ms / hourMs);
  const minutes = Math.floor((ms % hourMs) / minuteMs);
  return minutes === 0 ? texts.t('duration.hours', { hours }) : texts.t('duration.hoursMinutes', { hours, minutes });
}

/** How long ago something was: "now", "4 min ago", "yesterday". A time in the future counts as now. */
export function formatRelative(at: number, reader: Reader): string {
  const { now, locale } = reader;
  const age = Math.max(0, now - at);
  const days = daysAgo(at, reader);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  if (age < minuteMs) return relative.format(0, 'second');
  if (age < hourMs) return relative.format(-Math.floor(age / minuteMs), 'minute');
  // The day on which clocks are put back has 25 hours.
  if (age < dayMs || days === 0) return relative.format(-Math.floor(age / hourMs), 'hour');
  return relative.format(-days, 'day');
}

/** How many calendar days ago something was, in the reader's time zone. */
export function daysAgo(at: number, { now, timeZone }: Omit<Reader, 'locale'>): number {
  return calendarDay(now, timeZone) - calendarDay(at, timeZone);
}

function yearUnlessThis(at: number, reader: Reader): Intl.DateTimeFormatOptions {
  const year = { year: 'numeric' } as const;
  return format(at, reader, year) === format(reader.now, reader, year) ? {} : year;
}

function format(at: number, { locale, timeZone }: Omit<Reader, 'now'>, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { timeZone, ...options }).format(at);
}
