import type { Platform } from '@baton/contracts';
import type { KeyBinding } from '@baton/contracts/bridge';
import { mayCommand } from '@baton/ui/keys';

/** The command that a key press triggers, if any. */
export function commandOf(
  event: KeyboardEvent,
  bindings: readonly KeyBinding[],
  platform: Platform,
): string | undefined {
  const { key, code } = event;
  if (!mayCommand(event, platform)) return undefined;
  const held = [event.altKey, event.ctrlKey, event.metaKey, event.shiftKey].map(Number).join('');
  // Latin letters are matched by character only, other keys also by position.
  const pressed = /^[a-z]$/i.test(key) ? [key] : [key, code];
  return bindings.find(({ presses }) => pressed.some((name) => presses.includes(held + name.toLowerCase())))?.command;
}
