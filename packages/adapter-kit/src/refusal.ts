import type { Known, RoutingErrorCode, TargetProblem } from '@baton/contracts';

/**
 * Refuses the command or read of the calling handler: nothing has changed in the product.
 *
 * @param message for details and logs, not for agents
 * @param target with `target_unavailable`: why the target is unavailable
 * @throws always
 */
export function refuse(code: Known<RoutingErrorCode>, message: string, target?: Known<TargetProblem>): never {
  throw new Refusal(code, message, target);
}

/** Thrown by `refuse`. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: Known<RoutingErrorCode>,
    message: string,
    readonly target?: Known<TargetProblem>,
  ) {
    super(message);
  }
}
