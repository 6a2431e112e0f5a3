import { createTexts, uiCatalogue, uiTranslations } from '@baton/ui/texts';
import type { Texts as AnyTexts, UiTextId } from '@baton/ui/texts';
import type { Clock } from '@baton/contracts';
import { catalogue, translations } from './messages';

/** The words of host-kit's own pieces and those it shares: skeleton, failure card, title. */
export type Texts = AnyTexts<keyof typeof catalogue | UiTextId>;

/** Makes them, with the host's own words before ours. */
export function createHostTexts(locale: string, clock: Clock, overrides: Readonly<Record<string, string>> = {}): Texts {
  return createTexts({
    locale,
    // As one: what the host says in place of shared words is checked here, and by no module.
    catalogues: [{ ...catalogue, ...uiCatalogue }],
    translations: [translations, uiTranslations],
    overrides,
    clock,
  });
}
