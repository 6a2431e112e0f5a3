import { uiCatalogue } from './catalogue';
import { createTexts } from './create-texts';
import { formatDateTime, formatDuration, formatRelative, formatTime } from './format';

const texts = createTexts({ locale: 'en-GB', catalogues: [uiCatalogue] });
const reader = { now: Date.parse('2026-11-24T12:00:00Z'), locale: 'en-GB', timeZone: 'Europe/London' };
const at = (iso: string) => Date.parse(iso);

test.each([
  ['2026-11-24T10:41:00Z', '10:41'],
  ['2026-11-23T23:59:00Z', 'Mon 23:59'],
  ['2026-11-18T10:41:00Z', 'Wed 10:41'],
  ['2026-11-17T10:41:00Z', '17 Nov'],
  ['2025-11-17T10:41:00Z', '17 Nov 2025'],
  ['2026-11-26T10:41:00Z', '26 Nov'],
])('the time %s reads "%s"', (iso, text) => {
  expect(formatTime(at(iso), reader)).toBe(text);
});

test("midnight is the reader's own", () => {
  const evening = at('2026-11-23T23:30:00Z');
  expect(formatTime(evening, { ...reader, timeZone: 'Europe/Berlin' })).toBe('00:30');
});

test('an absolute time has everything', () => {
  // ICU versions differ in the comma.
  expect(formatDateTime(at('2026-11-24T10:41:00Z'), reader)).toMatch(/^Tuesday,? 24 November 2026 at 10:41$/);
});

test.each([
  [-5_000, '0 s'],
  [40_900, '40 s'],
  [60_000, '1 min'],
  [4 * 60_000 + 59_000, '4 min'],
  [60 * 60_000, '1 h'],
  [65 * 60_000, '1 h 5 min'],
  [48 * 3_600_000 - 1, '47 h 59 min'],
  [48 * 3_600_000, '2 days'],
])('%d ms last "%s"', (ms, text) => {
  expect(formatDuration(ms, texts)).toBe(text);
});

test.each([
  [-5_000, 'now'],
  [59_000, 'now'],
  [4 * 60_000, '4 min ago'],
  [3 * 3_600_000, '3 hr ago'],
  [26 * 3_600_000, 'yesterday'],
])('%d ms ago reads "%s"', (age, text) => {
  expect(formatRelative(reader.now - age, reader)).toBe(text);
});
