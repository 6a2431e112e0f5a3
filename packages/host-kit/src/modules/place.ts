import { guardKeys } from '@baton/ui/keys';

/**
 * Adds an element of Baton's to the host's element. It generates no box, so that styles that a host applies to all its
 * elements (sizes, borders, opacity) have no effect on it; `important` outranks the host's style sheets.
 */
export function addPlace(element: HTMLElement): HTMLElement {
  const place = element.ownerDocument.createElement('div');
  place.style.setProperty('display', 'contents', 'important');
  guardKeys(place);
  element.append(place);
  return place;
}

/** Moves focus to the host's element while the focused content in it is replaced, until the agent moves on. */
export function focusElement(element: HTMLElement): void {
  if (!element.hasAttribute('tabindex')) {
    element.tabIndex = -1;
    element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
  }
  element.focus();
}
