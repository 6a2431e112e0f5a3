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

/** An element and its ancestors, from the inside out and across shadow roots, without the page's body. */
export function ancestorsAcrossShadow(element: Element | null): HTMLElement[] {
  const ancestors: HTMLElement[] = [];
  for (let place = element; place && place !== place.ownerDocument.body; place = parentAcrossShadow(place)) {
    if (isHtmlElement(place)) ancestors.push(place);
  }
  return ancestors;
}

/** Focuses an element. Returns false if it did not take focus: it was removed, is hidden, inert or disabled. */
export function takesFocus(element: HTMLElement): boolean {
  element.focus({ preventScroll: true });
  return holdsFocus(element);
}

/** Whether a page is in a frame and the agent works outside of it: moving focus in it would take focus away from there. */
export function agentIsElsewhere(page: Document): boolean {
  const view = page.defaultView;
  return view !== null && view.parent !== view && !page.hasFocus();
}

function parentAcrossShadow(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (isShadowRoot(root) ? root.host : null);
}
