import { aRefusal } from '@baton/module-kit/testing';
import { createQueryClient, RoutingFailure, valueOf } from './directory-queries';

test('what is refused is not asked again, and the failure carries what the backend said', async () => {
  const queries = createQueryClient();
  const refusal = aRefusal({ code: 'forbidden', message: 'not allowed' });
  const queryFn = jest.fn(async () => valueOf(await Promise.resolve(refusal)));
  const failure = await queries.fetchQuery({ queryKey: ['targets'], queryFn }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(RoutingFailure);
  expect(failure).toMatchObject({ message: 'not allowed', error: refusal.error });
  expect(queryFn).toHaveBeenCalledTimes(1);
});
