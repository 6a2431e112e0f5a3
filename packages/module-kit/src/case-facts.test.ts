import type { CaseField } from '@baton/contracts';
import { caseFacts } from './case-facts';

const reader = { locale: 'en-GB', timeZone: 'America/Los_Angeles' };
const text = (value: string | number | boolean, field: Omit<CaseField, 'key' | 'label'> = {}) =>
  caseFacts({ one: value }, [{ key: 'one', label: 'One', ...field }], reader)[0]?.text;

test.each([
  ['a text', 'A-48213', {}, 'A-48213'],
  ['markup', '<b>Gold</b>', {}, '<b>Gold</b>'],
  ['a number as it is', 48213, {}, '48213'],
  ['a number', 48213.5, { format: 'number' }, '48,213.5'],
  ['a number that came as a text', '48213.5', { format: 'number' }, '48,213.5'],
  ['no number', 'n/a', { format: 'number' }, 'n/a'],
  ['a sum', 34.5, { format: { currency: 'GBP' } }, '£34.50'],
  ['a day, the same everywhere', '2026-11-19', { format: 'date' }, '19 Nov 2026'],
  ['a point in time', '2026-11-19T02:00:00Z', { format: 'date' }, '18 Nov 2026'],
  ['the same with its time', '2026-11-19T02:00:00Z', { format: 'dateTime' }, '18 Nov 2026, 18:00'],
  ['milliseconds', Date.UTC(2026, 10, 19, 12), { format: 'date' }, '19 Nov 2026'],
  ['a point in time that names no offset', '2026-11-19T02:00', { format: 'dateTime' }, '2026-11-19T02:00'],
  ['digits that are no day', '48213', { format: 'date' }, '48213'],
  ['a day that is none', '2026-13-40', { format: 'date' }, '2026-13-40'],
  ['more digits than a number keeps', '12345678901234567890', { format: 'number' }, '12,345,678,901,234,567,890'],
  ['every digit after the point', '0.12345', { format: 'number' }, '0.12345'],
  [
    'a sum with more digits than a number keeps',
    '12345678901234567.89',
    { format: { currency: 'GBP' } },
    '£12,345,678,901,234,567.89',
  ],
  ['hexadecimal digits', '0x10', { format: 'number' }, '0x10'],
  ['no day', 'soon', { format: 'date' }, 'soon'],
  ['a word', 'GLD', { words: { GLD: 'Gold' } }, 'Gold'],
  ['a value without a word', 'PLT', { words: { GLD: 'Gold' } }, 'PLT'],
  ['true', true, { words: { true: 'Yes' } }, 'Yes'],
  ['a word that all objects have', 'constructor', { words: { GLD: 'Gold' } }, 'constructor'],
  ['true as a sum', true, { format: { currency: 'GBP' } }, 'true'],
] as const)('%s', (_what, value, field, shown) => {
  expect(text(value, field)).toBe(shown);
});

test('the order is the host’s, and what is not there has no fact', () => {
  const fields = ['b', 'missing', 'a', 'empty'].map((key) => ({ key, label: key.toUpperCase() }));
  expect(caseFacts({ a: 1, b: 2, empty: '', other: 3 }, fields, reader).map(({ label }) => label)).toEqual(['B', 'A']);
  expect(caseFacts(undefined, fields, reader)).toEqual([]);
  expect(caseFacts({ a: 1 }, undefined, reader)).toEqual([]);
});

test('what would lead out of the host’s path leads nowhere, and is shown', () => {
  const [fact] = caseFacts(
    { one: '..' },
    [{ key: 'one', label: 'One', link: 'https://crm.example/a/{value}/b' }],
    reader,
  );
  expect(fact).toEqual({ key: 'one', label: 'One', text: '..' });
  expect(caseFacts({}, [{ key: 'constructor', label: 'One' }], reader)).toEqual([]);
});

test.each([
  ['https://crm.example/{value}', '48213', 'https://crm.example/48213'],
  ['https://crm.example/?q={value}&again={value}', 'a b&c', 'https://crm.example/?q=a%20b%26c&again=a%20b%26c'],
  ['https://crm.example/{value}', '$&/../x', 'https://crm.example/%24%26%2F..%2Fx'],
])('%s leads %s to one address of the same host', (link, value, address) => {
  expect(caseFacts({ one: value }, [{ key: 'one', label: 'One', link }], reader)[0]?.url?.href).toBe(address);
});
