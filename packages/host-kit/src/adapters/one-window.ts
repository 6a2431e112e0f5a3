import type { Clock } from '@baton/contracts';
import { safely } from '@baton/runtime';

/** How long one window keeps the other windows of the profile from doing the same. */
const occasionMs = 2000;

/** Runs `action` in one window of the browser profile only, when all windows call this at about the same time. */
export function inOneWindow(occasion: string, clock: Clock, action: () => void): void {
  // An error of the action must not look like a denied lock, which would run it twice.
  const work = () => safely(action);
  if (!('locks' in navigator)) {
    work();
    return;
  }
  const locked = navigator.locks.request(`baton.${occasion}`, { ifAvailable: true }, (lock) => {
    if (lock === null) return undefined;
    work();
    return new Promise<void>((resolve) => {
      clock.setTimeout(resolve, occasionMs);
    });
  });
  // Cross-site frames may be denied locks. Then every window runs the action: better twice than never.
  locked.catch(() => work());
}
