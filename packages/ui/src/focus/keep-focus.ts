import type { Clock } from '@baton/contracts';
import { isElement } from '../dom';
import { restAt } from './rest';
import { guardPresses } from './presses';
import { agentIsElsewhere, ancestorsAcrossShadow, focusedElement } from './tree';

/**
 * Keeps focus from falling to the page's body: when the focused element in `area` is removed, hidden or disabled, focus
 * moves to the nearest place around it where no key does anything. Presses of the pointer that were meant for something
 * else are stopped, so that they do not move focus either. Called once by each module and by the shell.
 *
 * @returns stops
 */
export function keepFocus(area: HTMLElement, clock: Clock): () => void {
  const page = area.ownerDocument;
  // The focused element and its ancestors, which cannot be found any more once it has been removed.
  let places: HTMLElement[] = [];

  const onFocusIn = (event: Event) => {
    const [focused] = event.composedPath();
    places = isElement(focused) ? ancestorsAcrossShadow(focused) : [];
  };
  const check = () => {
    const [focused, ...around] = places;
    const current = focusedElement(page);
    if (focused === undefined || (current !== null && current !== focused)) return;
    const canHaveFocus = isUsable(focused);
    if (current === focused && canHaveFocus) return;
    places = [];
    // A usable element has lost focus by a click beside all controls, which the agent wanted.
    if (!canHaveFocus && !agentIsElsewhere(page)) restAt(around);
  };
  const onFocusOut = ({ relatedTarget }: FocusEvent) => {
    // After the event it is known where focus is, and whether the element was removed.
    if (relatedTarget === null) queueMicrotask(check);
  };

  // Not every browser fires blur for an element that is removed.
  const observer = new MutationObserver((changes) => {
    if (places[0]?.isConnected === false || changes.some(({ type }) => type === 'attributes')) check();
  });
  observer.observe(area, { childList: true, subtree: true, attributeFilter: ['disabled', 'hidden', 'inert'] });
  area.addEventListener('focusin', onFocusIn);
  area.addEventListener('focusout', onFocusOut);
  const stopGuarding = guardPresses(area, clock);
  return () => {
    stopGuarding();
    observer.disconnect();
    area.removeEventListener('focusin', onFocusIn);
    area.removeEventListener('focusout', onFocusOut);
  };
}

/** Whether an element could take focus. */
function isUsable(element: HTMLElement): boolean {
  if (!element.isConnected || element.matches(':disabled')) return false;
  if (ancestorsAcrossShadow(element).some((place) => place.matches('[inert], [hidden]'))) return false;
  // Missing in test environments, which have no layout either.
  return !('checkVisibility' in element) || element.checkVisibility();
}
