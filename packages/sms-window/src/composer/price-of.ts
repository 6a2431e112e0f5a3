import type { ContactAddress, MessagePrices } from '@baton/contracts';

/** What so many messages to an address cost, in words of the locale; undefined when the host gives no price. */
export function priceOf(
  { currency, perMessage }: MessagePrices,
  { kind, value }: ContactAddress,
  messages: number,
  locale: string,
): string | undefined {
  if (kind !== 'phone') return undefined;
  const beginnings = Object.keys(perMessage).filter((beginning) => value.startsWith(beginning));
  const price = perMessage[beginnings.reduce((a, b) => (b.length > a.length ? b : a), '')];
  if (price === undefined) return undefined;
  const digits = new Intl.NumberFormat(locale, { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
  const minorUnits = price * messages;
  // Many prices are parts of a cent.
  const extraDigits = Number.isInteger(minorUnits) ? 0 : 2;
  const format = { style: 'currency', currency, maximumFractionDigits: (digits ?? 2) + extraDigits } as const;
  return new Intl.NumberFormat(locale, format).format(minorUnits / 10 ** (digits ?? 2));
}
