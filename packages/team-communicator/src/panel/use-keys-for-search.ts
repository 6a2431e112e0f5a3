import { useHost } from '@baton/module-kit';
import { textFieldOf, writesText } from '@baton/ui';
import type { KeyboardEvent, MouseEvent, RefObject } from 'react';

/** What takes focus when it is pressed, or gives it to what does. */
const pressable = 'a, button, input, label, [role="row"]';

/**
 * An agent opens the panel to look for a colleague: what is typed anywhere in it goes to the search field, and so does
 * focus when something is pressed that has no use for it. Returns what the panel has to listen to.
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
      if (key === ' ' && target instanceof Element && target.matches('a, button, input')) return;
      // Before the browser writes: it then writes there, as it would have in a text field.
      field.focus();
      field.setSelectionRange(field.value.length, field.value.length);
    },
    onMouseDown(event) {
      if (event.defaultPrevented || !(event.target instanceof Element) || event.target.closest(pressable)) return;
      event.preventDefault();
      search.current?.focus();
    },
  };
}
