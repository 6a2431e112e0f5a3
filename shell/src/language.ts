import * as v from 'valibot';
import { systemClock } from '@baton/host-kit';
import { createTexts, directionOf, uiCatalogue, uiTranslations } from '@baton/ui/texts';
import type { Texts } from '@baton/ui/texts';
import { catalogue, translations } from './messages';

/** How the page speaks. */
export interface Language {
  locale: string;
  dir: 'ltr' | 'rtl';
  /** A language that is not among ours. */
  messages?: Readonly<Record<string, string>>;
}

/** The keys of an address that say so, each with what it may be. */
export const languageKeys = {
  locale: v.pipe(v.string(), v.check(isTag, 'is no BCP 47 language tag, as for example "de-AT" is')),
  dir: v.picklist(['ltr', 'rtl']),
};

/** How an address asks the page to speak. What it asks for in vain is told by its route. */
export function readLanguage(url: URL): Language {
  const asked = v.safeParse(v.partial(v.object(languageKeys)), Object.fromEntries(url.searchParams));
  const { locale = 'en-GB', dir = directionOf(locale) } = asked.success ? asked.output : {};
  return { locale, dir };
}

/** An address of the shell, asking for the same language as the present one, if that is one. */
export function inLanguageOf(url: URL, address: string): string {
  const next = new URL(address, url);
  for (const [name, schema] of Object.entries(languageKeys)) {
    const value = url.searchParams.get(name);
    if (value !== null && v.is(schema, value)) next.searchParams.set(name, value);
  }
  return next.pathname + next.search;
}

/** The shell's own words and those it shares with the modules. */
export function createShellTexts({ locale, messages = {} }: Language): Texts {
  return createTexts({
    locale,
    catalogues: [catalogue, uiCatalogue],
    translations: [translations, uiTranslations],
    overrides: messages,
    clock: systemClock,
  });
}

function isTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}
