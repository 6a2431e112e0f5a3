import { act } from '@testing-library/react';
import { createManualClock as createClock } from '@baton/contracts/testing';
import type { ManualClock } from '@baton/contracts/testing';

/** 2026-03-02 09:00 UTC: a Monday. */
export const testStart = Date.UTC(2026, 2, 2, 9);

/** A clock that stands still until a test moves it; React has rendered when it has been moved. */
export function createManualClock(start = testStart): ManualClock {
  return createClock(start, (timer) => act(timer));
}

export type { ManualClock };
