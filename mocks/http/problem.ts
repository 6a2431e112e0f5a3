import { newReference } from '@baton/contracts';
import type { Problem, Random, RoutingErrorCode } from '@baton/contracts';
import type { Refusal } from '../contact-centre/inputs';

/** HTTP status of each refusal, unless something more exact fits. */
export const statusOf: Readonly<Record<RoutingErrorCode, number>> = {
  validation: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  invalid_state: 409,
  conflict: 409,
  too_late: 409,
  gone: 410,
  target_unavailable: 422,
  unsupported: 422,
  rate_limited: 429,
  internal: 500,
  backend_unavailable: 503,
  unknown_outcome: 504,
};

/** When to ask again what is refused for now, in seconds, by status. */
export const retryAfter: Readonly<Record<number, number>> = { 429: 5, 503: 5 };

/** A request that is refused before the contact centre hears of it. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';
  constructor(
    readonly refusal: Refusal,
    readonly status: number = statusOf[refusal.code],
  ) {
    super(refusal.detail);
  }
}

/** Answers a refused request: RFC 9457 problem details, with a reference to look it up by. */
export function problemResponse(
  refusal: Refusal,
  random: Random,
  status = statusOf[refusal.code],
  headers?: Record<string, string>,
): Response {
  const problem: Problem = {
    type: 'about:blank',
    title: refusal.code.replaceAll('_', ' '),
    status,
    reference: newReference(random),
    ...refusal,
  };
  const seconds = retryAfter[status];
  return Response.json(problem, {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(status === 401 && { 'www-authenticate': 'Bearer' }),
      ...(seconds !== undefined && { 'retry-after': String(seconds) }),
      ...headers,
    },
  });
}
