import { agentIsElsewhere } from '@baton/ui';
import { useEffect } from 'react';
import type { Place } from './place';

/**
 * SW-12: when the element that has focus is taken out of `area`, focus goes to
 * `home`, or to the area itself, rather than to the document's body.
 */
export function useFocusKept(area: Place, home: Place): void {
  useEffect(() => {
    const element = area.element();
    if (!element) return undefined;
    let last: EventTarget | null = null;
    const onFocusIn = (event: FocusEvent) => {
      last = event.target;
    };
    const onRemoval = () => {
      if (!(last instanceof Node) || last.isConnected) return;
      last = null;
      const { activeElement, body } = element.ownerDocument;
      if (agentIsElsewhere()) return;
      if (activeElement === null || activeElement === body) (home.element() ?? element).focus();
    };

    const observer = new MutationObserver(onRemoval);
    observer.observe(element, { childList: true, subtree: true });
    element.addEventListener('focusin', onFocusIn);
    return () => {
      observer.disconnect();
      element.removeEventListener('focusin', onFocusIn);
    };
  }, [area, home]);
}

/** Whether focus is inside the place. */
export function hasFocus(place: Place): boolean {
  const element = place.element();
  const root = element?.getRootNode();
  const focused = root instanceof Document || root instanceof ShadowRoot ? root.activeElement : null;
  return focused !== null && element?.contains(focused) === true;
}
