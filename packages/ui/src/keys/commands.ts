import type { Platform } from '@baton/contracts';
import { isComposing, textFieldOf, writesText } from './text';

/** Commands for what cannot wait until a dialog is answered. */
const urgent = /^preview\./;

/** Whether a key press may give a command. A repeat never does, nor does what writes into a text field or is taken already. */
export function mayCommand(event: KeyboardEvent, platform: Platform): boolean {
  if (event.defaultPrevented || event.repeat || isComposing(event) || event.getModifierState('AltGraph')) return false;
  return textFieldOf(event) === undefined || !writesText(event, platform);
}

/** Whether a command rests: all but the answers to an invitation do while a modal dialog is open, ours or the page's. */
export function rests(command: string, page: Document): boolean {
  return !urgent.test(command) && hasModal(page);
}

function hasModal(root: Document | ShadowRoot): boolean {
  for (const element of root.querySelectorAll('*')) {
    if (isModal(element) || (element.shadowRoot && hasModal(element.shadowRoot))) return true;
  }
  return false;
}

/** Some pages keep their dialogs hidden in the document. */
function isModal(element: Element): boolean {
  return (
    element.matches('dialog:modal') || (element.matches('[aria-modal="true"]') && element.getClientRects().length > 0)
  );
}
