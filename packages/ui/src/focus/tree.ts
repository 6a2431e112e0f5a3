import { isHtmlElement, isRoot, isShadowRoot } from '../dom';

/** The focused element itself, not the host of the shadow root it is in; `null` when nothing has focus. */
export function focusedElement(page: Document): HTMLElement | null {
  let focused = page.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return isHtmlElement(focused) && focused !== page.body && focused !== page.documentElement ? focused : null;
}

/** Whether focus is on the element or in it, also inside a shadow root. */
export function holdsFocus(element: Element): boolean {
  const root = element.getRootNode();
  return isRoot(root) && element.contains(root.activeElement);
}

/** An element and all that it stands in, from the inside out and through shadow roots, without the page's body. */
export function ancestorsAcrossShadow(element: Element | null): HTMLElement[] {
  const ancestors: HTMLElement[] = [];
  for (let place = element; place && place !== place.ownerDocument.body; place = parentAcrossShadow(place)) {
    if (isHtmlElement(place)) ancestors.push(place);
  }
  return ancestors;
}

/** Gives an element focus. False when it does not take it: it has gone, is hidden, inert or disabled. */
export function takesFocus(element: HTMLElement): boolean {
  element.focus({ preventScroll: true });
  return holdsFocus(element);
}

/** Whether the agent works outside of the frame that a page is in: taking focus there would take it from here. */
export function agentIsElsewhere(page: Document): boolean {
  const view = page.defaultView;
  return view !== null && view.parent !== view && !page.hasFocus();
}

function parentAcrossShadow(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (isShadowRoot(root) ? root.host : null);
}
