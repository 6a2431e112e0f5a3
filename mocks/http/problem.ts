import { newReference } from '@baton/contracts';
import type { Known, Problem, Random, RoutingErrorCode } from '@baton/contracts';
import type { Refusal } from '../contact-centre/inputs';

/** The default HTTP status of each refusal. */
export const statusOf: Readonly<Record<Known<RoutingErrorCode>, number>> = {
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
  opted_out: 422,
  already_open: 409,
  invalid_number: 422,
  at_capacity: 409,
  rate_limited: 429,
  internal: 500,
  backend_unavailable: 503,
  unknown_outcome: 504,
};

/** Value of `Retry-After` by status, in seconds. */
export const retryAfterSeconds: Readonly<Record<number, number>> = { 429: 5, 503: 5 };

/** A request that is refused before it reaches the contact centre. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';
  constructor(
    readonly refusal: Refusal,
    readonly status: number = statusOf[refusal.code],
  ) {
    super(refusal.detail);
  }
}

/** Answers a refused request with RFC 9457 problem details, and a reference for support. */
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
  const seconds = retryAfterSeconds[status];
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
