import { aRefusal } from '@baton/module-kit/testing';
import { createQueryClient, RoutingFailure, valueOf } from './directory-queries';

const random = { next: () => 0.5, id: () => 'id' };

test.each([
  ['what is refused', { code: 'forbidden', message: 'not allowed' }],
  ['a backend that asks for a pause', { code: 'rate_limited', retryable: true, retryAfterMs: 60_000 }],
] as const)('%s is not asked again, and the failure carries what the backend said', async (_what, error) => {
  const refusal = aRefusal(error);
  const queries = createQueryClient(random);
  const queryFn = jest.fn(async () => valueOf(await Promise.resolve(refusal)));
  const failure = await queries.fetchQuery({ queryKey: ['targets'], queryFn }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(RoutingFailure);
  expect(failure).toMatchObject({ error });
  expect(queryFn).toHaveBeenCalledTimes(1);
});

test('what is not answered is asked for three times, after pauses that are spread', () => {
  const { retry, retryDelay } = createQueryClient(random).getDefaultOptions().queries ?? {};
  if (typeof retry !== 'function' || typeof retryDelay !== 'function') throw new Error('Nothing is asked for again.');
  const failure = new RoutingFailure({ code: 'backend_unavailable', retryable: true, message: '', reference: 'ref-1' });
  expect([0, 1, 2].map((failed) => retry(failed, failure))).toEqual([true, true, false]);
  expect([0, 1].map((failed) => retryDelay(failed, failure))).toEqual([750, 1500]);
});
