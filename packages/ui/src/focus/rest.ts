import { takesFocus } from './tree';

/** What a key presses, chooses or writes into. */
const CONTROLS = [
  'a[href], area[href], button, input, select, textarea, summary, iframe, [contenteditable]',
  ...['button', 'checkbox', 'combobox', 'gridcell', 'link', 'menuitem', 'option', 'radio', 'row', 'searchbox'],
  ...['slider', 'switch', 'tab', 'textbox', 'treeitem'],
].map((selector) => (/^\w+$/.test(selector) ? `[role="${selector}"]` : selector));

const HEADINGS = ['h1', 'h2', 'h3', 'h4'].map((heading) => `${heading}[tabindex]`).join();

/**
 * Lets focus rest at the first of `places` that takes it and where no key presses or writes anything: a heading of the
 * place, else the place itself. Places that are controls are left out.
 *
 * @param places from the inside out, as `ancestorsAcrossShadow` gives them
 * @returns whether one has taken it
 */
export function restAt(places: readonly HTMLElement[]): boolean {
  return places.some((place) => candidates(place).some(takesFocus));
}

function candidates(place: HTMLElement): HTMLElement[] {
  if (!place.isConnected || place.closest('[hidden], [inert]')) return [];
  if (!place.matches('[tabindex]')) return [];
  const headings = [...place.querySelectorAll<HTMLElement>(HEADINGS)];
  // Not of a place inside this one.
  const heading = headings.find((one) => one.parentElement?.closest('[tabindex]') === place);
  const itself = place.matches(CONTROLS.join()) ? [] : [place];
  return heading ? [heading, ...itself] : itself;
}
