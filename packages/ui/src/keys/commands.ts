import type { Platform } from '@baton/contracts';
import { isComposing, textFieldOf, writesText } from './text';

/** Answers to an invitation, which cannot wait until a dialog is closed. */
const urgent = /^preview\./;

/** Whether a key press may give a command: no repeat, none that writes into a text field, none that was handled already. */
export function mayCommand(event: KeyboardEvent, platform: Platform): boolean {
  if (event.defaultPrevented || event.repeat || isComposing(event) || event.getModifierState('AltGraph')) return false;
  return textFieldOf(event) === undefined || !writesText(event, platform);
}

/** Whether an open modal dialog, Baton's or the page's, suspends a command. Answers to an invitation are never suspended. */
export function isSuspended(command: string, page: Document): boolean {
  return !urgent.test(command) && hasModal(page);
}

function hasModal(root: Document | ShadowRoot): boolean {
  for (const element of root.querySelectorAll('*')) {
    if (isModal(element) || (element.shadowRoot && hasModal(element.shadowRoot))) return true;
  }
  return false;
}

/** By its boxes, too, because some pages keep hidden dialogs in the document. */
function isModal(element: Element): boolean {
  return (
    element.matches('dialog:modal') || (element.matches('[aria-modal="true"]') && element.getClientRects().length > 0)
  );
}
