import type { MockedBackend } from '@baton/mocks/browser';
import { createControl } from '@baton/mocks/browser';
import type { Time } from './play-steps';

/** The time of a page and of the contact centre that it asks. */
export function timeOf({ fetch, advance }: Pick<MockedBackend, 'fetch' | 'advance'>): Time {
  const control = createControl(fetch);
  return {
    async moveTo(ms) {
      const { startedAt, now } = await control.overview();
      if (startedAt + ms > now) await control.advance({ ms: startedAt + ms - now });
    },
    moveBy: advance,
  };
}
