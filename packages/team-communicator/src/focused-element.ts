/** The focused element itself, not the host element of the shadow root it is in; `null` when nothing is focused. */
export function focusedElement(page: Document): HTMLElement | null {
  let focused = page.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused instanceof HTMLElement && focused !== page.body ? focused : null;
}
