import * as v from 'valibot';
import { targetProblems } from '../domain/target';
import type { TargetProblem } from '../domain/target';

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
  'rate_limited',
  'backend_unavailable',
  'unsupported',
  'unknown_outcome',
  'internal',
] as const;

/** Everything that can go wrong with a command or a read: a closed set. */
export type RoutingErrorCode = (typeof routingErrorCodes)[number];

/** A failed command or read. A value, never an exception. */
export interface RoutingError {
  code: RoutingErrorCode;
  /** Whether asking again unchanged may succeed. */
  retryable: boolean;
  /** The backend's own words, for details and logs; not for agents. */
  message: string;
  /** Reference that support can look up. */
  reference: string;
  /** With `target_unavailable`: what is wrong with the target. */
  target?: TargetProblem;
  /** How long the backend wants to be left alone, in milliseconds. */
  retryAfterMs?: number;
}

/** The answer of everything that may fail. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: RoutingError };

/** Body of a refused request: RFC 9457 problem details with our closed `code`. */
export const Problem = v.object({
  type: v.literal('about:blank'),
  title: v.string(),
  status: v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(599)),
  code: v.picklist(routingErrorCodes),
  detail: v.string(),
  reference: v.string(),
  target: v.optional(v.picklist(targetProblems)),
});
export type Problem = v.InferOutput<typeof Problem>;
