import { declineReasons } from '@baton/contracts';
import type { HostContext } from '@baton/contracts';

/**
 * A reason for declining as the sender reads it: the host's label of an id, else the reason as it came. The ids that Baton
 * knows stay as they are, since the text `transfer.declined.reason` has words for them.
 */
export function declineReasonShown({ declining }: Pick<HostContext, 'declining'>, reason: string): string {
  if (declineReasons.some((known) => known === reason)) return reason;
  return declining?.reasons?.find(({ id }) => id === reason)?.label ?? reason;
}
