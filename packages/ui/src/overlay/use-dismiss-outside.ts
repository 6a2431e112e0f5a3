import { useEffect, useEffectEvent } from 'react';
import type { RefObject } from 'react';
import { ancestorsAcrossShadow } from '../focus';

/**
 * Calls back on a press outside of the overlay and its anchor, and when focus moves there: an open overlay would cover
 * what the agent turns to (FO-02). Focus on an element around the anchor does not count: in browsers in which buttons take
 * no focus, a press on the anchor moves it there.
 */
export function useDismissOutside(
  overlay: RefObject<HTMLElement | null>,
  anchor: HTMLElement | null,
  onOutside: (by: 'press' | 'focus') => void,
): void {
  const dismiss = useEffectEvent(onOutside);

  useEffect(() => {
    if (!anchor) return undefined;
    const isOutside = (event: Event) => {
      const path = event.composedPath();
      return overlay.current !== null && !path.includes(overlay.current) && !path.includes(anchor);
    };
    const onPress = (event: Event) => {
      if (isOutside(event)) dismiss('press');
    };
    const onFocus = (event: Event) => {
      const [focused] = event.composedPath();
      const isAround = ancestorsAcrossShadow(anchor).some((place) => place === focused);
      if (isOutside(event) && !isAround) dismiss('focus');
    };

    const page = anchor.ownerDocument;
    // Focus events between elements of one shadow root do not leave it.
    const roots = new Set<Node>([page, anchor.getRootNode()]);
    page.addEventListener('pointerdown', onPress, true);
    for (const root of roots) root.addEventListener('focusin', onFocus);
    return () => {
      page.removeEventListener('pointerdown', onPress, true);
      for (const root of roots) root.removeEventListener('focusin', onFocus);
    };
  }, [overlay, anchor]);
}
