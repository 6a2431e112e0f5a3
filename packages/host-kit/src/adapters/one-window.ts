import type { Clock } from '@baton/contracts';
import { hook } from '../hook';

/** How long one window keeps the others of the profile from doing the same, in milliseconds. */
const occasionMs = 2000;

/** Does something in one window of the browser profile only, though all come to it at the same time. */
export function inOneWindow(occasion: string, clock: Clock, doIt: () => void): void {
  // Else work that fails would be taken for a lock that was denied, and be done again.
  const work = () => hook(doIt);
  if (!('locks' in navigator)) {
    work();
    return;
  }
  const alone = navigator.locks.request(`baton.${occasion}`, { ifAvailable: true }, (lock) => {
    if (lock === null) return undefined;
    work();
    return new Promise<void>((resolve) => {
      clock.setTimeout(resolve, occasionMs);
    });
  });
  // A frame of another site may be denied locks: better twice than never.
  alone.catch(() => work());
}
