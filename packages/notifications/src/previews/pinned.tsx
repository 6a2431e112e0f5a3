import { useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { part } from '../parts';
import { BlockedHint } from './blocked-hint';
import { useInFront } from './use-in-front';

/**
 * Pins its content to the corner of the page while `shown`: in the browser's top layer, and without making the rest of
 * the page inert. Where something covers it all the same, a hint says so. Not `pinned`, it renders the content in place.
 */
export function Pinned({
  pinned,
  shown,
  awaitsAnswer,
  children,
}: {
  pinned: boolean;
  shown: boolean;
  /** An invitation waits, so that the agent has to reach the content. */
  awaitsAnswer: boolean;
  children: ReactNode;
}) {
  const place = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = place.current;
    // Test environments have no popovers.
    if (element === null || !('showPopover' in element)) return;
    element.togglePopover(shown);
  }, [pinned, shown]);
  const blocker = useInFront(place, pinned && shown);

  if (!pinned) return children;
  return (
    <div ref={place} popover="manual" className="previews-pinned" part={part('pinned')}>
      {children}
      {awaitsAnswer && blocker && <BlockedHint by={blocker} />}
    </div>
  );
}
