import { useTexts as useAnyTexts } from '@baton/module-kit';
import type { Texts, UiTextId } from '@baton/ui';
import type { catalogue } from './messages';

export type TeamTexts = Texts<keyof typeof catalogue | UiTextId>;

/** The words of this module and the shared ones. */
export function useTexts(): TeamTexts {
  return useAnyTexts();
}
