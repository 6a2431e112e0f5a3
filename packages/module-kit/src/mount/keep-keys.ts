import { isKeyEvent, textFieldOf, writesText } from '@baton/ui';
import type { Platform } from '@baton/contracts';

/**
 * Hides from the host what is typed in a module's text fields, and key presses that the module has handled. Outside the
 * shadow root the event's target is a plain element, so a host with single-key shortcuts would act on it. Keys with
 * Ctrl, Alt or Meta that write nothing are not hidden, nor are Esc, Tab and the function keys. A host that needs every
 * key press listens in the capture phase.
 */
export function keepKeys(root: HTMLElement, platform: Platform): void {
  const hideOwn = (event: Event) => {
    if (isKeyEvent(event) && (event.defaultPrevented || isTyping(event, platform))) event.stopPropagation();
  };
  for (const type of ['keydown', 'keypress', 'keyup']) root.addEventListener(type, hideOwn);
}

function isTyping(event: KeyboardEvent, platform: Platform): boolean {
  if (textFieldOf(event) === undefined) return false;
  const command = event.ctrlKey || event.altKey || event.metaKey;
  return writesText(event, platform) || !(command || /^(?:Escape|Tab|F\d+)$/.test(event.key));
}
