import { QueryClient } from '@tanstack/react-query';
import type { Random, Result, RoutingError } from '@baton/contracts';

/** A `RoutingError` as an exception, for react-query, which reports failures that way. */
export class RoutingFailure extends Error {
  override readonly name = 'RoutingFailure';
  constructor(readonly error: RoutingError) {
    super(error.message);
  }
}

/**
 * The value of an answer, for query functions.
 * @throws {RoutingFailure} when the answer is a failure
 */
export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new RoutingFailure(result.error);
}

const attempts = 3;

/** The longest pause before the first retry, in milliseconds; it is doubled for the next one. */
const firstPauseMs = 1000;

/**
 * The queries of one mounted copy of the module. What failed is asked for again after pauses that are spread randomly,
 * unless the backend asks for a pause: then the agent decides.
 */
export function createQueryClient(random: Random): QueryClient {
  const retry = (failed: number, error: unknown) =>
    failed < attempts - 1 &&
    error instanceof RoutingFailure &&
    error.error.retryable &&
    error.error.retryAfterMs === undefined;
  const retryDelay = (failed: number) => (firstPauseMs * 2 ** failed * (1 + random.next())) / 2;
  return new QueryClient({
    defaultOptions: {
      // The desktop state knows whether the contact centre can be reached; the browser's online state may be wrong.
      queries: {
        networkMode: 'always',
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        staleTime: 10_000,
        retry,
        retryDelay,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
