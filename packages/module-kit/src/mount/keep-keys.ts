import { textFieldOf, writesText } from '@baton/ui';
import type { Platform } from '@baton/contracts';

/**
 * Keeps from the host what is typed in a module's text fields, and the keys that a module has acted on. Outside the
 * shadow root such a key press seems to come from a plain element, and a host whose own shortcuts are single keys would
 * take it for one of them. Keys with Ctrl, Alt or Meta that write nothing pass, and so do Esc, Tab and the function
 * keys. A host that
 * wants to know of every press listens while the event goes down (capture).
 */
export function keepKeys(root: HTMLElement, platform: Platform): void {
  const stopOwn = (event: Event) => {
    if (event instanceof KeyboardEvent && (event.defaultPrevented || isTyping(event, platform)))
      event.stopPropagation();
  };
  for (const type of ['keydown', 'keypress', 'keyup']) root.addEventListener(type, stopOwn);
}

function isTyping(event: KeyboardEvent, platform: Platform): boolean {
  if (textFieldOf(event) === undefined) return false;
  const command = event.ctrlKey || event.altKey || event.metaKey;
  return writesText(event, platform) || !(command || /^(?:Escape|Tab|F\d+)$/.test(event.key));
}
