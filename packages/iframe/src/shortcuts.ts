import type { KeyBinding } from '@baton/contracts';

/** The command that a key press gives, if any. */
export function commandOf(event: KeyboardEvent, bindings: readonly KeyBinding[]): string | undefined {
  const { key, code } = event;
  // AltGr arrives as Ctrl+Alt and is meant to write a character.
  if (event.defaultPrevented || event.isComposing || event.repeat || event.getModifierState('AltGraph'))
    return undefined;
  const held = [event.altKey, event.ctrlKey, event.metaKey, event.shiftKey].map(Number).join('');
  // A Latin letter counts by what it writes, everything else also by where it is.
  const pressed = /^[a-z]$/i.test(key) ? [key] : [key, code];
  return bindings.find(({ presses }) => pressed.some((name) => presses.includes(held + name.toLowerCase())))?.command;
}
