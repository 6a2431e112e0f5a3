import { createTexts, uiCatalogue } from '@baton/ui/texts';
import type { Texts as UiTexts, UiTextId } from '@baton/ui/texts';

/** The words of host-kit's own pieces: skeleton, failure card, title. */
export type Texts = UiTexts<UiTextId>;

/** Makes them, with the host's own words before ours. */
export function createHostTexts(locale: string, overrides?: Readonly<Record<string, string>>): Texts {
  return createTexts({ locale, catalogues: [uiCatalogue], ...(overrides === undefined ? {} : { overrides }) });
}
