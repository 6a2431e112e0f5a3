import { createControl } from '@baton/mocks/browser';
import type { Time } from './play-steps';

/** The time of the contact centre that answers `ask`. */
export function timeOf(ask: typeof fetch): Time {
  const control = createControl(ask);
  return {
    async moveTo(ms) {
      const { startedAt, now } = await control.overview();
      if (startedAt + ms > now) await control.advance({ ms: startedAt + ms - now });
    },
    async setRate(rate) {
      await control.setRate({ rate });
    },
  };
}
