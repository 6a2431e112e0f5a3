/** An element and all that it stands in, from the inside out, through shadow roots. */
export function around(element: Element | null): Element[] {
  const places: Element[] = [];
  for (let place = element; place; place = outside(place)) places.push(place);
  return places;
}

function outside(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}
