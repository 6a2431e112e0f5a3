import { createTexts, uiCatalogue, uiTranslations } from '@baton/ui/texts';
import type { Texts as AnyTexts, UiTextId } from '@baton/ui/texts';
import type { Clock } from '@baton/contracts';
import { catalogue, translations } from './messages';

/** The texts of host-kit's skeleton, failure card and title, and the shared ones. */
export type Texts = AnyTexts<keyof typeof catalogue | UiTextId>;

/** Makes the texts; the host's own come first. */
export function createHostTexts(locale: string, clock: Clock, overrides: Readonly<Record<string, string>> = {}): Texts {
  return createTexts({
    locale,
    // As one catalogue, so that the host's replacements of shared texts are checked here; modules check only their own.
    catalogues: [{ ...catalogue, ...uiCatalogue }],
    translations: [translations, uiTranslations],
    overrides,
    clock,
  });
}
