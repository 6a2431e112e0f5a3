import { useEffect } from 'react';
import type { RoutingErrorCode, TargetRef } from '@baton/contracts';
import { isLive, transferEnded, transferUnderWay } from '@baton/desktop';
import { useHost } from '@baton/module-kit';
import { focusedElement, useCommand } from '@baton/ui';
import { useTexts } from '../texts';
import type { Place } from '../window/place';
import type { Problem } from '../window/use-problem';
import type { Shown } from '../window/view';
import { useTargetPick } from './use-target-pick';
import type { TargetPicking } from './use-target-pick';

/** What the agent can do about handing the conversation over. */
export interface TransferControl {
  picking: TargetPicking;
  /** The backend has been asked to cancel and has not answered. */
  cancelling: boolean;
  cancel(): void;
  tryAgain(): void;
  dismiss(): void;
}

export interface TransferSurroundings {
  composer: Place;
  transferButton: Place;
  /** Commands of transfers that this window has asked to cancel. */
  cancelAsked: Set<string>;
  report(problem: Problem): void;
}

/** Starts, cancels, repeats and dismisses the transfer of the conversation shown. What comes of it arrives in the desktop state. */
export function useTransfer(
  { interaction, transfer }: Shown,
  { composer, transferButton, cancelAsked, report }: TransferSurroundings,
): TransferControl {
  const { adapters, commands, desktop } = useHost();
  const { t } = useTexts();
  const { id } = interaction;

  const { run: start } = useCommand((target: TargetRef) => {
    composer.focus();
    return commands.startTransfer({ interactionId: id, target });
  });
  const picking = useTargetPick(interaction, {
    onTarget: start,
    onDismissed() {
      // Team Communicator has brought it back to where it came from.
      if (focusedElement(document) === null) transferButton.focus();
    },
    onFailed: () => report({ title: { id: 'sms.transfer.pickFailed' }, help: { id: 'sms.transfer.pickFailed.help' } }),
  });

  // Another window of the same agent was faster.
  const underWay = transfer !== undefined && !transferEnded(transfer);
  const { open, withdraw } = picking;
  useEffect(() => {
    if (underWay && open) withdraw();
  }, [underWay, open, withdraw]);

  const cancellation = useCommand(async () => {
    // By shortcut, too: what the button cannot do, its keys cannot.
    const state = desktop.getState();
    if (transfer?.state !== 'pending' || !state.capabilities?.cancelPendingTransfer) return;
    // It was taken; its outcome is on its way.
    if (cancelAsked.has(transfer.commandId)) return;
    const obstacle = t('connection.needed');
    if (!isLive(state)) return adapters.announcer.announce(obstacle, { id: obstacle });
    cancelAsked.add(transfer.commandId);
    composer.focus();
    const result = await commands.cancelTransfer({ transferId: transfer.id });
    if (result.ok || alreadyOver.has(result.error.code)) return;
    // Nobody knows what became of the cancel, but the transfer is over: its outcome says enough.
    if (transferUnderWay(desktop.getState(), id)?.commandId !== transfer.commandId) return;
    cancelAsked.delete(transfer.commandId);
    report({
      title: { id: 'sms.transfer.cancelFailed' },
      help: { id: 'sms.transfer.cancelFailed.help', values: { ref: result.error.reference } },
    });
  });

  return {
    picking,
    cancelling: cancellation.busy,
    cancel: cancellation.run,
    tryAgain() {
      if (transfer) start(transfer.target);
    },
    dismiss() {
      composer.focus();
      commands.dismissTransfer(id);
    },
  };
}

/** Refusals which mean that the transfer has ended by itself: its outcome is on its way, or here. */
const alreadyOver: ReadonlySet<RoutingErrorCode> = new Set([
  'too_late',
  'gone',
  'not_found',
  'conflict',
  'invalid_state',
]);
