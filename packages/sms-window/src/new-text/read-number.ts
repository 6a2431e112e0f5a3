import { isSupportedCountry, parsePhoneNumberFromString, validatePhoneNumberLength } from 'libphonenumber-js/min';

/** What an agent has typed as a number: one by E.164, or what is wrong with it. */
export type TypedNumber =
  | { state: 'empty' | 'noCountry' | 'tooShort' | 'tooLong' | 'noNumber' }
  | { state: 'number'; value: string; display: string };

/**
 * Reads a number as it is typed. One without "+" is a number of the country of the locale, as its agents write it.
 *
 * @param locale BCP 47; without a region only numbers with "+" can be read
 */
export function readNumber(typed: string, locale: string): TypedNumber {
  const text = typed.trim();
  if (text === '') return { state: 'empty' };
  if (/\p{L}/u.test(text)) return { state: 'noNumber' };
  const { region = '' } = new Intl.Locale(locale);
  const country = isSupportedCountry(region) ? region : undefined;
  if (!text.startsWith('+') && country === undefined) return { state: 'noCountry' };
  const problem = validatePhoneNumberLength(text, country);
  if (problem === 'TOO_LONG') return { state: 'tooLong' };
  if (problem === 'INVALID_COUNTRY') return { state: 'noCountry' };
  const number = problem === undefined ? parsePhoneNumberFromString(text, country) : undefined;
  if (!number?.isPossible()) return { state: problem === 'NOT_A_NUMBER' && text !== '+' ? 'noNumber' : 'tooShort' };
  return { state: 'number', value: number.number, display: number.formatInternational() };
}
