import { useHost } from '@baton/module-kit';
import { isElement, textFieldOf, writesText } from '@baton/ui';
import type { KeyboardEvent, MouseEvent, RefObject } from 'react';

/** Elements that handle a press themselves. */
const pressable = 'a, button, input, label, [role="row"]';

/**
 * Agents open the panel to search: text typed anywhere in it goes to the search field, and so does focus when a press
 * hits no control. Returns the panel's event handlers.
 */
export function useKeysForSearch(search: RefObject<HTMLInputElement | null>): {
  onKeyDown(event: KeyboardEvent): void;
  onMouseDown(event: MouseEvent): void;
} {
  const { platform = 'other' } = useHost();

  return {
    onKeyDown({ nativeEvent, key, target, defaultPrevented }) {
      const field = search.current;
      if (!field || defaultPrevented || textFieldOf(nativeEvent) || !writesText(nativeEvent, platform)) return;
      if (key === ' ' && isElement(target) && target.matches('a, button, input')) return;
      // Before the browser inserts the text, so that it goes to the search field.
      field.focus();
      field.setSelectionRange(field.value.length, field.value.length);
    },
    onMouseDown(event) {
      if (event.defaultPrevented || !isElement(event.target) || event.target.closest(pressable)) return;
      event.preventDefault();
      search.current?.focus();
    },
  };
}
