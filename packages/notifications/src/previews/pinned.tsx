import { useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { part } from '../parts';

/**
 * Pins its content to the corner of the page, in the top layer and without making anything else
 * inert, for as long as there is something to see. Unpinned it stands where it is.
 */
export function Pinned({ pinned, shown, children }: { pinned: boolean; shown: boolean; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = place.current;
    // Test environments have no popovers.
    if (element === null || !('showPopover' in element)) return;
    element.togglePopover(shown);
  }, [pinned, shown]);

  if (!pinned) return children;
  return (
    <div ref={place} popover="manual" className="previews-pinned" part={part('pinned')}>
      {children}
    </div>
  );
}
