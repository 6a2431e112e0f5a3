import type { EventFrame, Snapshot } from '@baton/contracts';
import type { DesktopFold } from './fold';
import { applyFrame } from './frame';
import { applyLocalEvent } from './local';
import type { LocalEvent } from './local-events';
import { applySnapshot } from './snapshot';

/** Everything that can change the desktop state. `receivedAt` is this device's clock, in ms. */
export type DesktopEvent =
  | { type: 'frame'; frame: EventFrame; receivedAt: number }
  | { type: 'snapshot'; snapshot: Snapshot; receivedAt: number }
  | LocalEvent;

/**
 * The only writer of the desktop state. Pure: same state and event, same result;
 * what does not change stays the same object, up to the whole state.
 *
 * Frames may come twice, late and in any order, before or after a snapshot that
 * contains them: the result is the same as of each frame once, in order.
 */
export function reduce(state: DesktopFold, event: DesktopEvent): DesktopFold {
  switch (event.type) {
    case 'frame':
      return applyFrame(state, event.frame, event.receivedAt);
    case 'snapshot':
      return applySnapshot(state, event.snapshot, event.receivedAt);
    default:
      return applyLocalEvent(state, event);
  }
}
