import * as v from 'valibot';
import type { Language } from '../language';

const Messages = v.record(v.string(), v.string());

/**
 * Brings the words of `en-XA` (long and accented) and `en-XB` (right to left), as any host can bring
 * a language that Baton does not have. The build puts them beside the mocked desktop alone.
 */
export async function withPseudoWords(language: Language): Promise<Language> {
  const { locale } = language;
  if (locale !== 'en-XA' && locale !== 'en-XB') return language;
  const answer = await fetch(`/pseudo/${locale}.json`);
  return {
    ...language,
    messages: v.parse(Messages, await answer.json()),
    dir: locale === 'en-XB' ? 'rtl' : language.dir,
  };
}
