import { useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { part } from '../parts';
import { BlockedHint } from './blocked-hint';
import { useInFront } from './use-in-front';

/**
 * Pins its content to the corner of the page, in the top layer and without making anything else
 * inert, for as long as there is something to see; says when something `asked` cannot be pressed. Unpinned it stands
 * where it is.
 */
export function Pinned({
  pinned,
  shown,
  asked,
  children,
}: {
  pinned: boolean;
  shown: boolean;
  asked: boolean;
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
      {asked && blocker && <BlockedHint by={blocker} />}
    </div>
  );
}
