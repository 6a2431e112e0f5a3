import type { CaseData, CaseField, CaseValue } from '@baton/contracts';
import type { Reader } from '@baton/ui';

/** A value of the case data as agents read it. */
export interface CaseFact {
  key: string;
  label: string;
  text: string;
  /** Where it leads. */
  url?: URL;
}

/** What a host shows of a conversation's case data, in the host's order. What is not there has no fact. */
export function caseFacts(
  data: CaseData | undefined,
  fields: readonly CaseField[] | undefined,
  reader: Pick<Reader, 'locale' | 'timeZone'>,
): CaseFact[] {
  if (data === undefined || fields === undefined) return [];
  return fields.flatMap((field) => {
    const value = own(data, field.key);
    if (value === undefined || value === '') return [];
    const url = linkTo(field.link, value);
    const text = own(field.words ?? {}, String(value)) ?? formatted(value, field.format, reader);
    return [{ key: field.key, label: field.label, text, ...(url && { url }) }];
  });
}

function formatted(
  value: CaseValue,
  format: CaseField['format'],
  { locale, timeZone }: Pick<Reader, 'locale' | 'timeZone'>,
) {
  if (format === 'date' || format === 'dateTime') {
    const isDay = day.test(String(value));
    const isTime = typeof value === 'number' || isDay || moment.test(String(value));
    const at = new Date(isTime && typeof value !== 'boolean' ? value : NaN);
    if (Number.isNaN(at.getTime())) return String(value);
    // A day without a time is the same day everywhere.
    return new Intl.DateTimeFormat(locale, {
      timeZone: isDay ? 'UTC' : timeZone,
      dateStyle: 'medium',
      ...(format === 'dateTime' && !isDay && { timeStyle: 'short' }),
    }).format(at);
  }
  if (format === undefined || format === 'text' || !isNumber(value)) return String(value);
  const style =
    format === 'number' ? { maximumFractionDigits: 20 } : ({ style: 'currency', currency: format.currency } as const);
  return new Intl.NumberFormat(locale, style).format(value);
}

const day = /^\d{4}-\d\d-\d\d$/;
/** With its offset: without one it would be another point in time on each machine. */
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** Texts stay texts, so that digits past the precision of a number are kept. */
function isNumber(value: CaseValue): value is number | `${number}` {
  return typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value));
}

/** Keys and values are the product's and the customer's own: "constructor" is one as any other. */
function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function linkTo(template: string | undefined, value: CaseValue): URL | undefined {
  // As a step of a path, dots would lead to another page.
  if (template === undefined || value === '.' || value === '..') return undefined;
  const address = template.replaceAll('{value}', () => encodeURIComponent(value));
  return URL.canParse(address) ? new URL(address) : undefined;
}
