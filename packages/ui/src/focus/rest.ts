import { takesFocus } from './tree';

/** Elements on which some key does something. */
const CONTROLS = [
  'a[href], area[href], button, input, select, textarea, summary, iframe, [contenteditable]',
  ...['button', 'checkbox', 'combobox', 'gridcell', 'link', 'menuitem', 'option', 'radio', 'row', 'searchbox'],
  ...['slider', 'switch', 'tab', 'textbox', 'treeitem'],
].map((selector) => (/^\w+$/.test(selector) ? `[role="${selector}"]` : selector));

const HEADINGS = ['h1', 'h2', 'h3', 'h4'].map((heading) => `${heading}[tabindex]`).join();

/**
 * Moves focus to the first of `places` that takes it and where no key does anything: to a heading of the place, else to
 * the place itself unless it is a control.
 *
 * @param places from the inside out, as `ancestorsAcrossShadow` gives them
 * @returns whether one has taken focus
 */
export function restAt(places: readonly HTMLElement[]): boolean {
  return places.some((place) => candidates(place).some(takesFocus));
}

function candidates(place: HTMLElement): HTMLElement[] {
  if (!place.isConnected || place.closest('[hidden], [inert]')) return [];
  if (!place.matches('[tabindex]')) return [];
  const headings = [...place.querySelectorAll<HTMLElement>(HEADINGS)];
  // The heading must not belong to a place inside this one.
  const heading = headings.find((one) => one.parentElement?.closest('[tabindex]') === place);
  const itself = place.matches(CONTROLS.join()) ? [] : [place];
  return heading ? [heading, ...itself] : itself;
}
