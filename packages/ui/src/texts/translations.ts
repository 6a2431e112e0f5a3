import type { Catalogue } from './parser';

/** The other languages of a catalogue by BCP 47 tag; each is fetched when it is asked for. */
export type Translations = Readonly<Record<string, () => Promise<{ default: Catalogue }>>>;

/** How to fetch what there is in the language of `locale`, in the order of `from`. */
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

/** The scripts that run from right to left, of those that Unicode's data names as the usual one of a living language. */
const rightToLeft = ['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'];

/** Which way the script of a locale runs. Not asked of `Intl`, since not every browser knows `getTextInfo`. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  const { script } = new Intl.Locale(locale).maximize();
  return script !== undefined && rightToLeft.includes(script) ? 'rtl' : 'ltr';
}
