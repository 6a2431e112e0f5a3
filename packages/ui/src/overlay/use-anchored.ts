import { useLayoutEffect } from 'react';
import type { RefObject } from 'react';
import { viewOf } from '../dom';
import { placeBeside } from './place-beside';
import type { Placement } from './place-beside';

/**
 * Shows a manual popover beside its anchor, while there is one: in the browser's top layer, where neither a host's
 * z-index nor its overflow hides it, and without making the rest of the page inert. It follows the anchor when something
 * scrolls, the window is resized or the content around the anchor changes.
 *
 * @param placement the same object in each render
 */
export function useAnchored(
  overlay: RefObject<HTMLElement | null>,
  anchor: HTMLElement | null,
  placement: Placement,
): void {
  const isShown = anchor !== null;
  // Separate from the placing, so that content of the popover keeps focus when the anchor changes.
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
      // An anchor that was removed has no place to follow.
      if (anchor.isConnected) placeBeside(element, anchor, placement);
    };
    place();

    const view = viewOf(anchor);
    const root = anchor.getRootNode();
    // Captured, since scroll events do not bubble; those inside a shadow root do not leave it.
    for (const target of [root, view]) target.addEventListener('scroll', place, { capture: true, passive: true });
    view.addEventListener('resize', place);
    const observer = new MutationObserver(place);
    observer.observe(root, { childList: true, characterData: true, subtree: true });
    return () => {
      observer.disconnect();
      view.removeEventListener('resize', place);
      for (const target of [root, view]) target.removeEventListener('scroll', place, { capture: true });
    };
  }, [overlay, anchor, placement]);
}
