/**
 * How much larger an element is on the screen than its style says, because a host magnifies its page with CSS `zoom`.
 * What is measured (`getBoundingClientRect`) is divided by it before it is set in `px`.
 */
export function zoomOf(element: Element): number {
  // Newer than some browsers that Baton supports.
  return 'currentCSSZoom' in element ? element.currentCSSZoom : 1;
}

/** Width and height of the page's window without its scroll bars, in pages without a doctype too. */
export function windowSize(page: Document): { width: number; height: number } {
  const { clientWidth, clientHeight } = page.compatMode === 'BackCompat' ? page.body : page.documentElement;
  return { width: clientWidth, height: clientHeight };
}
