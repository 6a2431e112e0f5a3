import type { Known, RoutingErrorCode, TargetProblem, TargetRef } from '@baton/contracts';

/**
 * Refuses the command or read of the calling handler: nothing has changed in the product.
 *
 * @param message for details and logs, not for agents
 * @param why with `target_unavailable`: why the target is unavailable; with `already_open`: who owns the conversation
 * @throws always
 */
export function refuse(code: Known<RoutingErrorCode>, message: string, why?: Known<TargetProblem> | TargetRef): never {
  throw new Refusal(code, message, why);
}

/** Thrown by `refuse`: lets an adapter tell a product's refusal from a failure of unknown outcome. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: Known<RoutingErrorCode>,
    message: string,
    readonly why?: Known<TargetProblem> | TargetRef,
  ) {
    super(message);
  }
}
