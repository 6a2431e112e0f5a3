/** Whether focus is on the element or in it, also inside a shadow root. */
export function holdsFocus(element: Element): boolean {
  const root = element.getRootNode();
  return (root instanceof ShadowRoot || root instanceof Document) && element.contains(root.activeElement);
}
