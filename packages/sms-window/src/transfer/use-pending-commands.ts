import { targetKey } from '@baton/contracts';
import type { KnownTargetRef, PendingTransfer, RoutingErrorCode } from '@baton/contracts';
import { transferUnderWay } from '@baton/desktop';
import { useHost } from '@baton/module-kit';
import type { Problem } from '../window/use-problem';
import { failureTexts } from './failures';

/** What a sender does with a pending transfer. Both resolve to what the agent has to be told, if anything went wrong. */
export interface PendingCommands {
  cancel(transfer: PendingTransfer): Promise<Problem | undefined>;
  /** Offers it to another target. Where it has ended meanwhile, a new transfer begins. */
  redirect(transferId: string, target: KnownTargetRef): Promise<Problem | undefined>;
}

/** The commands for the pending transfer of a conversation. Its outcome arrives in the desktop state. */
export function usePendingCommands(interactionId: string): PendingCommands {
  const { commands, desktop } = useHost();
  const underWay = () => transferUnderWay(desktop.getState(), interactionId);

  return {
    async cancel({ id, commandId }) {
      const result = await commands.cancelTransfer({ transferId: id });
      if (result.ok || alreadyOver.has(result.error.code)) return undefined;
      // The outcome of the cancel is unknown, but the transfer is over, and its own outcome is shown.
      if (underWay()?.commandId !== commandId) return undefined;
      return {
        title: { id: 'sms.transfer.cancelFailed' },
        help: { id: 'sms.transfer.cancelFailed.help', values: { ref: result.error.reference } },
      };
    },
    async redirect(transferId, target) {
      if (underWay()?.state !== 'pending') {
        // A refusal is kept by the desktop, as that of any transfer.
        await commands.startTransfer({ interactionId, target });
        return undefined;
      }
      const result = await commands.redirectTransfer({ transferId, target });
      const now = underWay();
      // Its own outcome is shown, or will follow.
      if (result.ok || now?.state !== 'pending' || isOver.has(result.error.code)) return undefined;
      // The snapshot has shown what the answer did not.
      if (targetKey(now.target) === targetKey(target)) return undefined;
      const { code, target: problem, reference: ref } = result.error;
      return {
        title: {
          id: code === 'target_unavailable' && problem ? failureTexts(problem).title : 'sms.transfer.redirectFailed',
          values: { target: target.name },
        },
        help: { id: 'sms.transfer.redirectFailed.help', values: { target: now.target.name, ref } },
      };
    },
  };
}

/** Refusals which mean that the transfer has already ended. Its outcome is shown, or will follow. */
const isOver: ReadonlySet<RoutingErrorCode> = new Set(['too_late', 'gone']);
const alreadyOver: ReadonlySet<RoutingErrorCode> = new Set([...isOver, 'not_found', 'conflict', 'invalid_state']);
