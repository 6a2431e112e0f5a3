import { priceOf } from './price-of';

const prices = { currency: 'EUR', perMessage: { '+44': 7.5, '+4470': 90, '+': 9 } };
const phone = (value: string) => ({ kind: 'phone', value }) as const;

test.each([
  ['once for each message', '+4915700000', 2, 'en-GB', '€0.18'],
  ['by the longest beginning', '+447000123', 1, 'en-GB', '€0.90'],
  ['with parts of a cent where there are some', '+447700900123', 1, 'en-GB', '€0.075'],
  ['without them where they add up', '+447700900123', 2, 'en-GB', '€0.15'],
  ['as the locale writes it', '+447700900123', 2, 'de-DE', '0,15\u00a0€'],
])('a price counts %s', (_, number, messages, locale, price) => {
  expect(priceOf(prices, phone(number), messages, locale)).toBe(price);
});

test('a currency without minor units has none', () => {
  expect(priceOf({ currency: 'JPY', perMessage: { '+': 12 } }, phone('+81312345678'), 2, 'en-GB')).toBe('JP¥24');
});

test('a number that begins with none of them, and what is no number, has no price', () => {
  const british = { currency: 'GBP', perMessage: { '+44': 4 } };
  expect(priceOf(british, phone('+33612345678'), 1, 'en-GB')).toBeUndefined();
  expect(priceOf(british, { kind: 'shortCode', value: '60123' }, 1, 'en-GB')).toBeUndefined();
});
