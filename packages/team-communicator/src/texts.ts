import { useTexts as useModuleTexts } from '@baton/module-kit';
import type { Texts, UiTextId } from '@baton/ui';
import type { catalogue } from './messages';

/** Id of a text of this module, or of one that modules share. */
export type TextId = keyof typeof catalogue | UiTextId;

/** The texts of this module and the shared ones. */
export function useTexts(): Texts<TextId> {
  return useModuleTexts<TextId>();
}
