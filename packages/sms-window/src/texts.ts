import type { UiTextId, Values } from '@baton/ui';
import { useTexts as useAnyTexts } from '@baton/module-kit';
import type { Texts } from '@baton/ui';
import type { catalogue } from './messages';

/** Id of a text that this module can show. */
export type TextId = keyof typeof catalogue | UiTextId;

/** A sentence to be said: what, and with which names in it. */
export interface Wording {
  id: TextId;
  values?: Values;
}

/** The words of this module and those of all. */
export function useTexts(): Texts<TextId> {
  return useAnyTexts<TextId>();
}
