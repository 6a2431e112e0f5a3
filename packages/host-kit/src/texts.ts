import { createTexts, uiCatalogue, uiTranslations } from '@baton/ui/texts';
import type { Texts as UiTexts, UiTextId } from '@baton/ui/texts';
import type { Clock } from '@baton/contracts';

/** The words of host-kit's own pieces: skeleton, failure card, title. */
export type Texts = UiTexts<UiTextId>;

/** Makes them, with the host's own words before ours. */
export function createHostTexts(locale: string, clock: Clock, overrides: Readonly<Record<string, string>> = {}): Texts {
  return createTexts({ locale, catalogues: [uiCatalogue], translations: [uiTranslations], overrides, clock });
}
