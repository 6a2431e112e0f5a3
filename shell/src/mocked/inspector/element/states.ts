/** States and properties in ARIA's words. */
const told = [
  'expanded',
  'pressed',
  'checked',
  'selected',
  'disabled',
  'invalid',
  'required',
  'readonly',
  'busy',
  'current',
  'haspopup',
  'modal',
  'level',
  'valuetext',
  'valuenow',
  'posinset',
  'setsize',
  'keyshortcuts',
  'live',
  'hidden',
] as const;

/** What HTML says without ARIA. */
const native: Readonly<Record<string, string>> = {
  checked: 'input:is([type="checkbox"], [type="radio"]):checked',
  selected: 'option:checked',
  disabled: ':disabled',
  required: ':required',
  readonly: ':is(input, textarea)[readonly]',
  expanded: 'details[open] > summary:first-of-type',
  modal: 'dialog:modal',
};

/** The states of an element that assistive technology is told, such as `expanded` or `level: 2`. */
export function statesOf(element: Element): string[] {
  return told.flatMap((state) => {
    const value = element.getAttribute(`aria-${state}`) ?? nativeState(element, state);
    if (value === null || value === '') return [];
    return [value === 'true' ? state : `${state}: ${value}`];
  });
}

function nativeState(element: Element, state: (typeof told)[number]): string | null {
  if (state === 'level') return /^h[1-6]$/.test(element.localName) ? element.localName.slice(1) : null;
  const selector = native[state];
  if (selector === undefined) return null;
  try {
    return element.matches(selector) ? 'true' : null;
  } catch {
    // Test environments do not know each selector.
    return null;
  }
}
