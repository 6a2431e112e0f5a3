/** The text of an element's children, shadow roots included. */
export function shadowText(element: HTMLElement): string {
  return [...element.children].map((child) => child.shadowRoot?.textContent ?? child.textContent ?? '').join(' ');
}
