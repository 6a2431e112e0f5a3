import { useTexts as useModuleTexts } from '@baton/module-kit';
import type { Texts, UiTextId, Values } from '@baton/ui';
import type { catalogue } from './messages';

/** Id of a text of this module, or of one that modules share. */
export type TextId = keyof typeof catalogue | UiTextId;

/** A text with the values that it is filled with. */
export interface Wording {
  id: TextId;
  values?: Values;
}

/** The texts of this module and the shared ones. */
export function useTexts(): Texts<TextId> {
  return useModuleTexts<TextId>();
}
