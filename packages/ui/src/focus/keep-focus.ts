import type { Clock } from '@baton/contracts';
import { isElement } from '../dom';
import { restAt } from './rest';
import { guardPresses } from './presses';
import { agentIsElsewhere, ancestorsAcrossShadow, focusedElement } from './tree';

/**
 * Keeps focus from falling to the page's body: when what has it in `area` is taken away, hidden or disabled, focus
 * rests at the nearest place around it where no key presses or writes anything. A press of the pointer that was meant for
 * something else does not take it away either. One keeper stands in each module and in the shell; docs/behaviour/focus.md has the rule.
 *
 * @returns how to stop
 */
export function keepFocus(area: HTMLElement, clock: Clock): () => void {
  const page = area.ownerDocument;
  // What has focus and everything around it: once it has been taken away its place can no longer be found out.
  let places: HTMLElement[] = [];

  const onFocusIn = (event: Event) => {
    const [focused] = event.composedPath();
    places = isElement(focused) ? ancestorsAcrossShadow(focused) : [];
  };
  const check = () => {
    const [focused, ...around] = places;
    const now = focusedElement(page);
    if (focused === undefined || (now !== null && now !== focused)) return;
    const isThere = isUsable(focused);
    if (now === focused && isThere) return;
    places = [];
    // What is there has been left, by a click beside every control: focus is nowhere because the agent wants it so.
    if (!isThere && !agentIsElsewhere(page)) restAt(around);
  };
  const onFocusOut = ({ relatedTarget }: FocusEvent) => {
    // Where focus has gone, and whether its element stays, is known when the event is over.
    if (relatedTarget === null) queueMicrotask(check);
  };

  // Not every browser fires blur for an element that is removed.
  const observer = new MutationObserver((changes) => {
    if (places[0]?.isConnected === false || changes.some(({ type }) => type === 'attributes')) check();
  });
  observer.observe(area, { childList: true, subtree: true, attributeFilter: ['disabled', 'hidden', 'inert'] });
  area.addEventListener('focusin', onFocusIn);
  area.addEventListener('focusout', onFocusOut);
  const letPress = guardPresses(area, clock);
  return () => {
    letPress();
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
