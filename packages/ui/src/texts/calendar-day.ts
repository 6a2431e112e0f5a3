const dayMs = 24 * 60 * 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** The number of the calendar day of a time in a time zone. Consecutive days have consecutive numbers, whether they have 23, 24 or 25 hours. */
export function calendarDay(at: number, timeZone: string): number {
  const known = formats.get(timeZone);
  const format =
    known ?? new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: 'numeric', day: 'numeric' });
  if (known === undefined) formats.set(timeZone, format);
  const [month = 1, day = 1, year = 1970] = format.format(at).split('/').map(Number);
  return Date.UTC(year, month - 1, day) / dayMs;
}
