import type { Clock } from '@baton/contracts';

/** The browser's own time. */
export const systemClock: Pick<Clock, 'setTimeout'> = {
  setTimeout(callback, ms) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};
