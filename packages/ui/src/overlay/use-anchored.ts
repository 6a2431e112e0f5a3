import { useLayoutEffect } from 'react';
import type { RefObject } from 'react';
import { viewOf } from '../dom';
import { placeBeside } from './place-beside';
import type { Placement } from './place-beside';

/**
 * Shows a manual popover beside its anchor, while there is one: in the browser's top layer, where neither a host's
 * z-index nor its overflow hides it, and without taking the rest of the page out of use. It stays at its anchor while
 * things scroll, the window changes or what is around the anchor is drawn anew.
 *
 * @param placement the same object each time
 */
export function useAnchored(
  overlay: RefObject<HTMLElement | null>,
  anchor: HTMLElement | null,
  placement: Placement,
): void {
  const isShown = anchor !== null;
  // Apart from its place: what is in it keeps focus when it gets another anchor.
  useLayoutEffect(() => {
    const element = overlay.current;
    if (!element || !isShown) return undefined;
    // Missing in test environments, which have no layers.
    element.showPopover?.();
    return () => element.hidePopover?.();
  }, [overlay, isShown]);

  useLayoutEffect(() => {
    const element = overlay.current;
    if (!element || !anchor) return undefined;
    const place = () => {
      // Without its anchor it stays where it is.
      if (anchor.isConnected) placeBeside(element, anchor, placement);
    };
    place();

    const view = viewOf(anchor);
    const root = anchor.getRootNode();
    // Heard on the way down, whatever it is that scrolls; scrolling inside a shadow root is not heard outside of it.
    for (const target of [root, view]) target.addEventListener('scroll', place, { capture: true, passive: true });
    view.addEventListener('resize', place);
    const drawn = new MutationObserver(place);
    drawn.observe(root, { childList: true, characterData: true, subtree: true });
    return () => {
      drawn.disconnect();
      view.removeEventListener('resize', place);
      for (const target of [root, view]) target.removeEventListener('scroll', place, { capture: true });
    };
  }, [overlay, anchor, placement]);
}
