import { isRoot, viewOf } from '@baton/ui/dom';
import { childrenOf, documentIn, isShown, isSlot, shownIn, tools } from './tree';

/** What Tab reaches from the beginning of a page, in that order, across shadow roots and frames. */
export function focusOrder(page: Document): Element[] {
  const modal = [...shownIn(page.documentElement)].findLast(
    (element) => element.ownerDocument === page && isModal(element),
  );
  return inScope([modal ?? page.documentElement]);
}

/** A document, shadow root or slot has an order of its own: positive numbers first, then as it is written. */
function inScope(roots: readonly Element[]): Element[] {
  const places = roots.flatMap(placesIn);
  const positive = places.filter(({ tabIndex }) => tabIndex > 0).sort((a, b) => a.tabIndex - b.tabIndex);
  return [...positive, ...places.filter(({ tabIndex }) => tabIndex === 0)].flatMap(({ elements }) => elements);
}

interface Place {
  tabIndex: number;
  elements: readonly Element[];
}

function placesIn(element: Element): Place[] {
  if (element.matches('[inert]') || element.matches(tools) || !isRendered(element)) return [];
  const inner = documentIn(element);
  if (inner !== undefined) return tabIndexOf(element) < 0 ? [] : [{ tabIndex: 0, elements: focusOrder(inner) }];
  const own = isTabStop(element) ? [element] : [];
  if (element.shadowRoot || isSlot(element)) {
    const tabIndex = element.hasAttribute('tabindex') ? tabIndexOf(element) : 0;
    const itself = element.shadowRoot?.delegatesFocus ? [] : own;
    return tabIndex < 0 ? [] : [{ tabIndex, elements: [...itself, ...inScope(childrenOf(element))] }];
  }
  const inside = childrenOf(element).flatMap(placesIn);
  if (own.length === 0 && inside.length === 0 && scrolls(element)) return [{ tabIndex: 0, elements: [element] }];
  return [...(own.length === 0 ? [] : [{ tabIndex: tabIndexOf(element), elements: own }]), ...inside];
}

function isTabStop(element: Element): boolean {
  return tabIndexOf(element) >= 0 && !element.matches(':disabled') && isShown(element) && !isPassedOver(element);
}

const tabIndexOf = (element: Element) => ('tabIndex' in element ? Number(element.tabIndex) : -1);

/** Of radio buttons with one name Tab reaches the chosen one, or the first. */
function isPassedOver(element: Element): boolean {
  const root = element.getRootNode();
  const name = element.getAttribute('name');
  if (!element.matches('input[type="radio"]') || name === null || !isRoot(root)) return false;
  const group = [...root.querySelectorAll('input[type="radio"]:enabled')].filter(
    (radio) => radio.getAttribute('name') === name && radio.closest('form') === element.closest('form'),
  );
  return element !== (group.find((radio) => radio.matches(':checked')) ?? group[0]);
}

/** Browsers let the keyboard reach what scrolls and holds nothing that can have focus. */
function scrolls(element: Element): boolean {
  const page = element.ownerDocument;
  if (element === page.documentElement || element === page.body || element.hasAttribute('tabindex')) return false;
  const { overflowX, overflowY } = viewOf(element).getComputedStyle(element);
  const { scrollHeight, clientHeight, scrollWidth, clientWidth } = element;
  return (
    (/auto|scroll/.test(overflowY) && scrollHeight > clientHeight) ||
    (/auto|scroll/.test(overflowX) && scrollWidth > clientWidth)
  );
}

/** Whether it or anything in it may be shown: what is in an element may be visible although the element is not. */
function isRendered(element: Element): boolean {
  return viewOf(element).getComputedStyle(element).display !== 'none';
}

function isModal(element: Element): boolean {
  try {
    return element.matches('dialog:modal');
  } catch {
    // Test environments do not know the selector.
    return false;
  }
}
