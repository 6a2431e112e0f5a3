import { useEffect, useEffectEvent } from 'react';
import type { RefObject } from 'react';
import { ancestorsAcrossShadow } from '../focus';

/**
 * Calls back when the agent turns to something that is neither in the overlay nor in its anchor, by pointer or by
 * focus: what stays open would cover what they turned to (FO-02). Focus that comes to something around the anchor is
 * left to the anchor: where buttons take no focus, a press on it leads there.
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
    // Focus that moves inside a shadow root is not heard outside of it.
    const roots = new Set<Node>([page, anchor.getRootNode()]);
    page.addEventListener('pointerdown', onPress, true);
    for (const root of roots) root.addEventListener('focusin', onFocus);
    return () => {
      page.removeEventListener('pointerdown', onPress, true);
      for (const root of roots) root.removeEventListener('focusin', onFocus);
    };
  }, [overlay, anchor]);
}
