import * as v from 'valibot';
import { openSet } from '../domain/open-set';
import { TargetProblem, TargetRef } from '../domain/target';

export const routingErrorCodes = [
  'invalid_state',
  'forbidden',
  'not_found',
  'unauthenticated',
  'validation',
  'conflict',
  'too_late',
  'gone',
  'target_unavailable',
  'opted_out',
  'already_open',
  'invalid_number',
  'at_capacity',
  'rate_limited',
  'backend_unavailable',
  'unsupported',
  'unknown_outcome',
  'internal',
] as const;

/** Reason for the failure of a command or a read. */
export const RoutingErrorCode = openSet(routingErrorCodes);
export type RoutingErrorCode = v.InferOutput<typeof RoutingErrorCode>;

/** A failed command or read. A value, never an exception. */
export interface RoutingError {
  code: RoutingErrorCode;
  /** Whether an unchanged retry may succeed. */
  retryable: boolean;
  /** Message of the backend, for details and logs; not for agents. */
  message: string;
  /** Reference that support can look up. */
  reference: string;
  /** With `target_unavailable`: why the target is unavailable. */
  target?: TargetProblem | undefined;
  /** With `already_open`: the agent or queue that owns the conversation. Absent: the backend does not say. */
  owner?: TargetRef | undefined;
  /** The host has provided no token, so nothing was sent. */
  noToken?: true | undefined;
  /** How long to wait before the next request, as the backend asks. */
  retryAfterMs?: number | undefined;
}

/**
 * The result of an operation that may fail. Each case declares the property of the other one as missing, so that code
 * after `if (!result.ok)` also compiles in hosts without strict null checks, where the condition narrows nothing.
 */
export type Result<T> =
  | { ok: true; value: T; error?: undefined }
  | { ok: false; error: RoutingError; value?: undefined };

/** Body of a refused request: RFC 9457 problem details with a `code`. */
export const Problem = v.object({
  type: openSet(['about:blank']),
  title: v.string(),
  status: v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(599)),
  code: RoutingErrorCode,
  detail: v.string(),
  reference: v.string(),
  target: v.optional(TargetProblem),
  owner: v.optional(TargetRef),
});
export type Problem = v.InferOutput<typeof Problem>;
