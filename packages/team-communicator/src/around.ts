/** An element and all that it stands in, from the inside out and through shadow roots, without the page's body. */
export function around(element: HTMLElement | null): HTMLElement[] {
  const places: HTMLElement[] = [];
  for (let place: Element | null = element; place && place !== place.ownerDocument.body; place = outside(place)) {
    if (place instanceof HTMLElement) places.push(place);
  }
  return places;
}

function outside(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}
