import { isElement } from '@baton/ui';

/**
 * Remembers the scroll positions inside `root`. The browser resets them when a host removes the element from the page
 * and inserts it again, as tab panels do that keep their content.
 *
 * @returns restores the positions
 */
export function keepScroll(root: HTMLElement): () => void {
  const positions = new Map<Element, { top: number; left: number }>();
  const remember = ({ target }: Event) => {
    if (root.isConnected && isElement(target))
      positions.set(target, { top: target.scrollTop, left: target.scrollLeft });
  };
  root.addEventListener('scroll', remember, { capture: true, passive: true });
  return () => {
    for (const [element, { top, left }] of positions) {
      if (root.contains(element)) {
        element.scrollTop = top;
        element.scrollLeft = left;
      } else positions.delete(element);
    }
  };
}
