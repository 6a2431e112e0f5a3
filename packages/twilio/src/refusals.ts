import { refuse } from '@baton/adapter-kit';
import type { Known, RoutingErrorCode } from '@baton/contracts';
import { messageOf } from '@baton/runtime';

/** The HTTP status that the SDK names in its error, where TaskRouter has answered. */
export function statusOf(cause: unknown): number | undefined {
  const [, status] = /\bstatus code (\d{3})\b/.exec(messageOf(cause)) ?? [];
  return status === undefined ? undefined : Number(status);
}

/**
 * Waits for a call of TaskRouter.
 *
 * @param otherwise the code where TaskRouter has said no, for a reason of no other code
 * @throws a refusal where it has said no; anything else leaves the outcome unknown
 */
export async function asked<T>(call: Promise<T>, otherwise: Known<RoutingErrorCode>): Promise<T> {
  try {
    return await call;
  } catch (cause) {
    const status = statusOf(cause);
    if (status === undefined || status >= 500 || status === 408) throw cause;
    return refuse(codes[status] ?? otherwise, messageOf(cause));
  }
}

const codes: Readonly<Record<number, Known<RoutingErrorCode>>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  429: 'rate_limited',
};
