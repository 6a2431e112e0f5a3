import { createManualClock } from '@baton/contracts/testing';
import { parse } from '@formatjs/icu-messageformat-parser';
import { createTexts } from './create-texts';
import type { Catalogue } from './parser';
import { setMessageParser } from './parser';
import { bestMatch, directionOf } from './translations';

const english = { close: parse('Close'), count: parse('{count, plural, one {# message} other {# messages}}') };
const shared = { back: parse('Back') };
const german = { close: parse('Schließen'), count: parse('{count, plural, one {# Nachricht} other {# Nachrichten}}') };
const never = () => new Promise<never>(() => undefined);

function inLanguage(locale: string, de: () => Promise<{ default: Catalogue }>, overrides = {}) {
  const clock = createManualClock();
  const texts = createTexts({ locale, catalogues: [english], translations: [{ de }], overrides, clock });
  return { texts, clock };
}

beforeEach(() => setMessageParser(undefined));

test('the language of the locale is fetched, and speaks with its own numbers', async () => {
  const { texts, clock } = inLanguage('de', async () => ({ default: german }));
  await texts.ready;
  expect(texts.t('close')).toBe('Schließen');
  expect(texts.t('count', { count: 1200 })).toBe('1.200 Nachrichten');
  expect(texts.language).toBe('de');
  expect(clock.pending()).toBe(0);
});

test.each([
  ['de-AT', 'Schließen', 'de-AT'],
  ['pt', 'Close', 'en-GB'],
  ['en-AU', 'Close', 'en-AU'],
])('%s reads "%s", in %s', async (locale, word, language) => {
  const { texts } = inLanguage(locale, async () => ({ default: german }));
  await texts.ready;
  expect(texts.t('close')).toBe(word);
  expect(texts.language).toBe(language);
});

test('nothing is fetched, and nothing waited for, in a language that is at hand', async () => {
  const fetch = jest.fn(never);
  const { texts, clock } = inLanguage('en-GB', fetch);
  await texts.ready;
  expect(fetch).not.toHaveBeenCalled();
  expect(clock.pending()).toBe(0);
});

test('a language that cannot be fetched gives way to English, and says why', async () => {
  const { texts, clock } = inLanguage('de', () => Promise.reject(new Error('Loading chunk de failed')));
  await expect(texts.ready).rejects.toThrow(/words for "de" did not come.*Loading chunk de failed.*Check/);
  expect(texts.t('count', { count: 1200 })).toBe('1,200 messages');
  expect(texts.language).toBe('en-GB');
  expect(clock.pending()).toBe(0);
});

test('a language that hangs is waited for 5 s, and not used when it comes later', async () => {
  let come: (chunk: { default: Catalogue }) => void = () => undefined;
  const { texts, clock } = inLanguage('de', () => new Promise((resolve) => (come = resolve)));
  const settled = jest.fn();
  const ready = texts.ready.catch(settled);
  clock.advance(4999);
  await Promise.resolve();
  expect(settled).not.toHaveBeenCalled();
  clock.advance(1);
  await ready;
  expect(settled).toHaveBeenCalledWith(expect.objectContaining({ message: expect.stringContaining('within 5000 ms') }));
  come({ default: german });
  await new Promise((resolve) => setImmediate(resolve));
  expect(texts.t('close')).toBe('Close');
});

test('two rooms of words come both or not at all', async () => {
  const texts = createTexts({
    locale: 'de',
    catalogues: [english, shared],
    translations: [{ de: async () => ({ default: german }) }, { de: () => Promise.reject(new Error('gone')) }],
  });
  await expect(texts.ready).rejects.toThrow('gone');
  expect([texts.t('close'), texts.t('back')]).toEqual(['Close', 'Back']);
});

test("a host's own words go before ours in every language", async () => {
  const { texts } = inLanguage('de', async () => ({ default: german }), { close: 'Zumachen' });
  await texts.ready;
  expect([texts.t('close'), texts.t('count', { count: 1 })]).toEqual(['Zumachen', '1 Nachricht']);
});

test('a host can bring a whole language of its own', async () => {
  const { texts } = inLanguage('pl', never, {
    close: 'Zamknij',
    count: '{count, plural, one {# wiadomość} few {# wiadomości} many {# wiadomości} other {# wiadomości}}',
  });
  await texts.ready;
  expect([texts.t('close'), texts.t('count', { count: 5 }), texts.language]).toEqual(['Zamknij', '5 wiadomości', 'pl']);
});

test.each([
  ['de', 'de'],
  ['DE-at', 'de'],
  ['zh-Hant-TW', 'zh-Hant'],
  ['ar-u-nu-latn', 'ar'],
  ['den', undefined],
])('%s is served by %s', (locale, tag) => {
  expect(bestMatch(locale, ['de', 'zh-Hant', 'ar'])).toBe(tag);
});

test.each([
  ['ar', 'rtl'],
  ['ar-MA', 'rtl'],
  ['he', 'rtl'],
  ['ur', 'rtl'],
  ['az-Arab', 'rtl'],
  ['de', 'ltr'],
  ['zh', 'ltr'],
] as const)('%s runs %s', (locale, dir) => {
  expect(directionOf(locale)).toBe(dir);
});
