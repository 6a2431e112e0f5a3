import { Problem, newReference } from '@baton/contracts';
import type { Clock, Random, RoutingError, RoutingErrorCode } from '@baton/contracts';
import * as v from 'valibot';

/** An error that was detected on the client. */
export function localError(code: RoutingErrorCode, message: string, random: Random): RoutingError {
  return { code, retryable: isRetryable(code), message, reference: newReference(random) };
}

/**
 * The error of a refused request. A proxy or static host may answer instead of the backend: then there is no problem
 * document, and after a server error it is unknown whether the backend got the request, as if it was `unanswered`.
 */
export function errorFromAnswer(
  response: Response,
  body: unknown,
  { clock, random }: { clock: Clock; random: Random },
  unanswered: RoutingErrorCode = 'backend_unavailable',
): RoutingError {
  const delayMs = retryAfterMs(response, clock);
  return {
    ...error(response.status, body, random, unanswered),
    ...(delayMs !== undefined && { retryAfterMs: delayMs }),
  };
}

function error(status: number, body: unknown, random: Random, unanswered: RoutingErrorCode): RoutingError {
  const problem = v.safeParse(Problem, body);
  if (problem.success) {
    const { code, title, detail, reference, target, owner } = problem.output;
    const about = { ...(target && { target }), ...(owner && { owner }) };
    return { code, retryable: isRetryable(code), message: detail || title, reference, ...about };
  }
  const message = `HTTP ${status} without a problem document.`;
  if (status === 401) return localError('unauthenticated', message, random);
  if (status === 429) return localError('rate_limited', message, random);
  if (status >= 500) return localError(unanswered, message, random);
  return localError(status < 400 ? codeOfMalformed(unanswered) : 'backend_unavailable', message, random);
}

/** The code for a malformed answer, such as a gateway's page. A command may have been taken all the same. */
export function codeOfMalformed(unanswered: RoutingErrorCode): RoutingErrorCode {
  return unanswered === 'unknown_outcome' ? unanswered : 'internal';
}

function isRetryable(code: RoutingErrorCode): boolean {
  return code === 'backend_unavailable' || code === 'rate_limited';
}

/** The delay that the header `Retry-After` asks for, given in seconds or as a date (RFC 9110, section 10.2.3). */
export function retryAfterMs(response: Response, clock: Clock): number | undefined {
  const header = response.headers.get('retry-after')?.trim();
  if (!header) return undefined;
  const sentAt = Date.parse(response.headers.get('date') ?? '') || clock.now();
  const ms = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - sentAt;
  return ms > 0 ? ms : undefined;
}
