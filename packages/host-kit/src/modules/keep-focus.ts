/** Whether the focus is in `element`, seen from where that stands. */
export function hasFocus(element: HTMLElement): boolean {
  const root = element.getRootNode();
  return (root instanceof Document || root instanceof ShadowRoot) && element.contains(root.activeElement);
}

/** What had the focus goes: its place keeps it for what comes, until it moves on. */
export function keepFocus(element: HTMLElement): void {
  if (!element.hasAttribute('tabindex')) {
    element.tabIndex = -1;
    element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
  }
  element.focus();
}
