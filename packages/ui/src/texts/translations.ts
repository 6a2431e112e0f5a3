import type { Catalogue } from './parser';

/** The other languages of a catalogue by BCP 47 tag; each is fetched when it is asked for. */
export type Translations = Readonly<Record<string, () => Promise<{ default: Catalogue }>>>;

/** How to fetch the translations for `locale`, in the order of `from`. */
export function translationsFor(locale: string, from: readonly Translations[]): Translations[string][] {
  return from.flatMap((translations) => {
    const tag = bestMatch(locale, Object.keys(translations));
    return (tag === undefined ? undefined : translations[tag]) ?? [];
  });
}

/** The tag among `tags` that serves `locale` best: its own, else the one with the most of its subtags (RFC 4647, lookup). */
export function bestMatch(locale: string, tags: readonly string[]): string | undefined {
  const subtags = locale.split('-');
  for (let length = subtags.length; length > 0; length -= 1) {
    const range = subtags.slice(0, length).join('-').toLowerCase();
    const tag = tags.find((one) => one.toLowerCase() === range);
    if (tag !== undefined) return tag;
  }
  return undefined;
}

/** The scripts from right to left among the usual scripts of living languages in Unicode's data (CLDR). */
const rightToLeft = ['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'];

/** The direction of a locale's script. Not from `Intl`, since not every browser has `getTextInfo`. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  const { script } = new Intl.Locale(locale).maximize();
  return script !== undefined && rightToLeft.includes(script) ? 'rtl' : 'ltr';
}
