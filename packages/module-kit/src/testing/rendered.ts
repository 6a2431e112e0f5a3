import { act } from '@testing-library/react';
import { createManualClock as createClock } from '@baton/contracts/testing';
import type { ManualClock } from '@baton/contracts/testing';
import { createTestHost as createHost, testStart } from '@baton/host-kit/testing';
import type { TestHost, TestHostOptions } from '@baton/host-kit/testing';

export type { ManualClock };

/** A clock that stands still until a test advances it. React has rendered when `advance` returns. */
export function createManualClock(start = testStart): ManualClock {
  return createClock(start, (timer) => act(timer));
}

/** A test host. React has rendered when a change returns. */
export function createTestHost(options: TestHostOptions = {}): TestHost {
  return createHost({ act: (change) => act(change), ...options });
}
