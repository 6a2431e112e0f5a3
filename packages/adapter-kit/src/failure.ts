import { newReference } from '@baton/contracts';
import type { Random, RoutingError, RoutingErrorCode } from '@baton/contracts';
import { messageOf, surface } from '@baton/runtime';
import { AdapterError } from './adapter-error';
import { Refusal } from './refusal';

/** A failed result. */
export interface Failure {
  ok: false;
  error: RoutingError;
}

/**
 * The failure that follows from an exception of a handler: its refusal, or one with the code `otherwise`. Errors of the
 * adapter are shown in the console, too.
 */
export function failureOf(cause: unknown, otherwise: RoutingErrorCode, random: Random): Failure {
  if (cause instanceof AdapterError) surface(cause);
  const message = messageOf(cause);
  if (!(cause instanceof Refusal)) return failure(otherwise, message, random);
  const { ok, error } = failure(cause.code, message, random);
  const { why } = cause;
  return { ok, error: { ...error, ...(typeof why === 'string' ? { target: why } : why && { owner: why }) } };
}

/** A failed result with the given code. */
export function failure(code: RoutingErrorCode, message: string, random: Random): Failure {
  const retryable = code === 'backend_unavailable' || code === 'rate_limited';
  return { ok: false, error: { code, retryable, message, reference: newReference(random) } };
}
