import { Problem, newReference } from '@baton/contracts';
import type { Clock, Random, RoutingError, RoutingErrorCode } from '@baton/contracts';
import * as v from 'valibot';
import { retryAfter } from './retry-after';

/** A failure that this side found out. */
export function localError(code: RoutingErrorCode, message: string, random: Random): RoutingError {
  return { code, retryable: isRetryable(code), message, reference: newReference(random) };
}

/**
 * What a refusal says. Something between us and the backend, such as a proxy or a
 * static host, may answer in its stead: then there is no problem document, and after
 * a server error nobody knows whether the backend got the request: as if `unanswered`.
 */
export function errorFromAnswer(
  response: Response,
  body: unknown,
  { clock, random }: { clock: Clock; random: Random },
  unanswered: RoutingErrorCode = 'backend_unavailable',
): RoutingError {
  const retryAfterMs = retryAfter(response, clock);
  return { ...error(response.status, body, random, unanswered), ...(retryAfterMs !== undefined && { retryAfterMs }) };
}

function error(status: number, body: unknown, random: Random, unanswered: RoutingErrorCode): RoutingError {
  const problem = v.safeParse(Problem, body);
  if (problem.success) {
    const { code, title, detail, reference, target } = problem.output;
    return { code, retryable: isRetryable(code), message: detail || title, reference, ...(target && { target }) };
  }
  const message = `HTTP ${status} without a problem document.`;
  if (status === 401) return localError('unauthenticated', message, random);
  if (status === 429) return localError('rate_limited', message, random);
  if (status >= 500) return localError(unanswered, message, random);
  return localError(status < 400 ? senseless(unanswered) : 'backend_unavailable', message, random);
}

/** What an answer means that says nothing, though it is no refusal: a gateway's page, for example. A command may have been taken. */
export function senseless(unanswered: RoutingErrorCode): RoutingErrorCode {
  return unanswered === 'unknown_outcome' ? unanswered : 'internal';
}

function isRetryable(code: RoutingErrorCode): boolean {
  return code === 'backend_unavailable' || code === 'rate_limited';
}
