import { useEffect, useState } from 'react';
import type { RefObject } from 'react';
import { useHost, usePage } from '@baton/module-kit';
import { focusedElement, isRoot, viewOf } from '@baton/ui';

export type Blocker = 'dialog' | 'fullScreen';

const lookEveryMs = 250;

/**
 * Keeps an open popover in front while `watching`: a dialog or an element in full screen that comes later covers it.
 * Either may block it even so, since browsers make inert whatever is outside. No event tells of any of
 * this in every browser and through shadow roots, hence it is looked at.
 *
 * @returns what keeps it from being pressed
 */
export function useInFront(popover: RefObject<HTMLElement | null>, watching: boolean): Blocker | undefined {
  const { clock } = useHost();
  const page = usePage();
  const [blocker, setBlocker] = useState<Blocker>();

  useEffect(() => {
    const element = popover.current;
    if (!watching || element === null || !('showPopover' in element)) return undefined;
    let stop: () => void;
    const look = () => {
      const wasInFront = takesPointer(element);
      if (!wasInFront) bringToFront(element);
      setBlocker(wasInFront || takesPointer(element) ? undefined : blockerIn(page));
      stop = clock.setTimeout(look, lookEveryMs);
    };
    look();
    return () => {
      stop();
      setBlocker(undefined);
    };
  }, [clock, page, popover, watching]);

  return blocker;
}

/** Whether a press in its middle would come to it. One that is out of the window is not asked. */
function takesPointer(element: HTMLElement): boolean {
  const root = element.getRootNode();
  const { left, top, width, height } = element.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  const { innerWidth, innerHeight } = viewOf(element);
  if (!isRoot(root) || x <= 0 || y <= 0 || x >= innerWidth || y >= innerHeight) return true;
  return element.contains(root.elementFromPoint(x, y));
}

/** A dialog that has opened over what is in full screen has to be closed first, but that is seen by itself. */
function blockerIn(page: Document): Blocker {
  return page.fullscreenElement === null ? 'dialog' : 'fullScreen';
}

/** What is shown last is in front. */
function bringToFront(element: HTMLElement): void {
  const focused = focusedElement(element.ownerDocument);
  element.hidePopover();
  element.showPopover();
  if (focused !== null && element.contains(focused)) focused.focus({ preventScroll: true });
}
