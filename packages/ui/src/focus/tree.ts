/** The focused element itself, not the host of the shadow root it is in; `null` when nothing has focus. */
export function focusedElement(page: Document): HTMLElement | null {
  let focused = page.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused instanceof HTMLElement && focused !== page.body && focused !== page.documentElement ? focused : null;
}

/** Whether focus is on the element or in it, also inside a shadow root. */
export function holdsFocus(element: Element): boolean {
  const root = element.getRootNode();
  return (root instanceof ShadowRoot || root instanceof Document) && element.contains(root.activeElement);
}

/** An element and all that it stands in, from the inside out and through shadow roots, without the page's body. */
export function ancestorsAcrossShadow(element: Element | null): HTMLElement[] {
  const ancestors: HTMLElement[] = [];
  for (let place = element; place && place !== place.ownerDocument.body; place = parentAcrossShadow(place)) {
    if (place instanceof HTMLElement) ancestors.push(place);
  }
  return ancestors;
}

/** Gives an element focus. False when it does not take it: it has gone, is hidden, inert or disabled. */
export function takesFocus(element: HTMLElement): boolean {
  element.focus({ preventScroll: true });
  return holdsFocus(element);
}

/** Whether the agent works in another frame of the page: taking focus here would take it from there. */
export function agentIsElsewhere(): boolean {
  return window.parent !== window && !document.hasFocus();
}

function parentAcrossShadow(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}
