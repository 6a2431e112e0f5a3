import { guardKeys } from '@baton/ui/keys';

/**
 * Adds an element of ours to the host's element. It makes no box, so that what a host says of all its elements (sizes,
 * borders, opacity) has nothing to act on; it says so louder than a style sheet can.
 */
export function addPlace(element: HTMLElement): HTMLElement {
  const place = element.ownerDocument.createElement('div');
  place.style.setProperty('display', 'contents', 'important');
  guardKeys(place);
  element.append(place);
  return place;
}
