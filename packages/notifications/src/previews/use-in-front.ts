import { useEffect, useState } from 'react';
import type { RefObject } from 'react';
import { useHost, usePage } from '@baton/module-kit';
import { focusedElement, isRoot, viewOf } from '@baton/ui';

/** What covers a popover and makes it inert. */
export type Blocker = 'dialog' | 'fullScreen';

const checkEveryMs = 250;

/**
 * Keeps an open popover in front while `enabled`: a dialog or an element in full screen that opens later would cover it.
 * Even in front it cannot be pressed where the browser makes everything outside of them inert. It is checked by a timer,
 * since no event covers all of this in every browser and across shadow roots.
 *
 * @returns what keeps the popover from being pressed
 */
export function useInFront(popover: RefObject<HTMLElement | null>, enabled: boolean): Blocker | undefined {
  const { clock } = useHost();
  const page = usePage();
  const [blocker, setBlocker] = useState<Blocker>();

  useEffect(() => {
    const element = popover.current;
    if (!enabled || element === null || !('showPopover' in element)) return undefined;
    let stop: () => void;
    const check = () => {
      const wasInFront = takesPointer(element);
      if (!wasInFront) bringToFront(element);
      setBlocker(wasInFront || takesPointer(element) ? undefined : blockerIn(page));
      stop = clock.setTimeout(check, checkEveryMs);
    };
    check();
    return () => {
      stop();
      setBlocker(undefined);
    };
  }, [clock, page, popover, enabled]);

  return blocker;
}

/** Whether a press in the middle of an element would reach it; true for one outside of the window. */
function takesPointer(element: HTMLElement): boolean {
  const root = element.getRootNode();
  const { left, top, width, height } = element.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  const { innerWidth, innerHeight } = viewOf(element);
  if (!isRoot(root) || x <= 0 || y <= 0 || x >= innerWidth || y >= innerHeight) return true;
  return element.contains(root.elementFromPoint(x, y));
}

/** `fullScreen` also when a dialog covers that in turn: that the dialog has to be closed first is plain to see. */
function blockerIn(page: Document): Blocker {
  return page.fullscreenElement === null ? 'dialog' : 'fullScreen';
}

/** Opens a popover again: in the top layer, what opened last is in front. */
function bringToFront(element: HTMLElement): void {
  const focused = focusedElement(element.ownerDocument);
  element.hidePopover();
  element.showPopover();
  if (focused !== null && element.contains(focused)) focused.focus({ preventScroll: true });
}
