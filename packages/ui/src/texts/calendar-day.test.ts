import { calendarDay } from './calendar-day';
import { daysAgo, formatRelative, formatTime } from './format';

const hour = 3_600_000;
const start = Date.UTC(2027, 0, 1);

/** The hours of 2027 about which a zone changes its clocks. */
function clockChanges(timeZone: string): number[] {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset', year: 'numeric' });
  const days = Array.from({ length: 365 }, (_, day) => start + day * 24 * hour);
  return days.filter((at) => format.format(at) !== format.format(at + 24 * hour));
}

const changes = Intl.supportedValuesOf('timeZone').flatMap((timeZone) =>
  clockChanges(timeZone).map((at) => ({ timeZone, at })),
);

test('zones change their clocks', () => {
  expect(changes.length).toBeGreaterThan(150);
  expect(changes).toContainEqual({ timeZone: 'Europe/London', at: Date.UTC(2027, 2, 28) });
});

test('days follow each other by one in every zone whose clocks change', () => {
  for (const { timeZone, at } of changes) {
    const date = new Intl.DateTimeFormat('sv-SE', { timeZone });
    const numbers = new Map<string, Set<number>>();
    for (let time = at - 60 * hour; time < at + 84 * hour; time += hour / 2) {
      const name = date.format(time);
      numbers.set(name, (numbers.get(name) ?? new Set()).add(calendarDay(time, timeZone)));
    }
    const inOrder = [...numbers.values()].map((days) => [...days]);
    const [first = 0] = inOrder[0] ?? [];
    expect({ timeZone, days: inOrder }).toEqual({ timeZone, days: inOrder.map((_, index) => [first + index]) });
  }
});

describe('on the Monday after the clocks went forward in London', () => {
  const reader = { locale: 'en-GB', timeZone: 'Europe/London' };
  const saturday = Date.UTC(2027, 2, 27, 23, 30);
  const sunday = Date.UTC(2027, 2, 28, 12);

  test.each(['2027-03-28T23:10:00Z', '2027-03-29T12:00:00Z', '2027-03-29T22:50:00Z'])('%s', (iso) => {
    const now = Date.parse(iso);
    expect(daysAgo(sunday, { ...reader, now })).toBe(1);
    expect(daysAgo(saturday, { ...reader, now })).toBe(2);
    expect(formatTime(saturday, { ...reader, now })).toBe('Sat 23:30');
  });
});

test.each([
  // 47 hours are not "yesterday".
  ['2026-11-23T13:00:00Z', '2026-11-25T12:00:00Z', '2 days ago'],
  ['2026-11-24T11:00:00Z', '2026-11-25T12:00:00Z', 'yesterday'],
  // The day on which clocks go back: 24 hours and a half within one day.
  ['2026-10-24T23:10:00Z', '2026-10-25T23:40:00Z', '24 hr ago'],
])('what was at %s is at %s "%s"', (iso, now, text) => {
  const reader = { now: Date.parse(now), locale: 'en-GB', timeZone: 'Europe/London' };
  expect(formatRelative(Date.parse(iso), reader)).toBe(text);
});
