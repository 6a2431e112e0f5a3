import { useEffect } from 'react';
import { isKnown } from '@baton/contracts';
import type { KnownTargetRef } from '@baton/contracts';
import { isLive } from '@baton/desktop';
import { useDesktop, useHost, usePage } from '@baton/module-kit';
import { focusedElement, useCommand } from '@baton/ui';
import { useTexts } from '../texts';
import type { Place } from '../window/place';
import type { Problem } from '../window/use-problem';
import type { Shown } from '../window/view';
import { commandAgain } from './transfer-context';
import { usePendingCommands } from './use-pending-commands';
import { useTargetPick } from './use-target-pick';
import type { TargetPicking } from './use-target-pick';

/** The agent's commands for the transfer of the conversation shown. */
export interface TransferControl {
  picking: TargetPicking;
  /** Asks for a transfer to a target that the agent has chosen here. */
  start(target: KnownTargetRef): void;
  /** The backend has been asked to cancel and has not answered. */
  cancelling: boolean;
  /** Returns the conversation to the agent who has handed it over; undefined where that is not possible. */
  giveBack: (() => void) | undefined;
  cancel(): void;
  /** Asks for someone else to offer the pending transfer to. */
  redirect(): void;
  tryAgain(): void;
  dismiss(): void;
}

export interface TransferOptions {
  composer: Place;
  transferButton: Place;
  /** Commands of transfers that this window has asked to cancel. */
  cancelAsked: Set<string>;
  report(problem: Problem): void;
}

/** Starts, cancels, repeats and dismisses the transfer of the conversation shown. The outcome arrives in the desktop state. */
export function useTransfer(
  { interaction, transfer }: Shown,
  { composer, transferButton, cancelAsked, report }: TransferOptions,
): TransferControl {
  const { adapters, commands, desktop } = useHost();
  const { t } = useTexts();
  const page = usePage();
  const { id } = interaction;

  const { run: start } = useCommand((target: KnownTargetRef) => {
    composer.focus();
    return commands.startTransfer({ interactionId: id, target });
  });
  const remembers = useDesktop((state) => state.capabilities?.recents === true);
  const { receivedFrom } = interaction;
  const returnable =
    useDesktop((state) => state.capabilities?.returnInteraction === true) && receivedFrom !== undefined;
  const { run: giveBack } = useCommand(() => {
    composer.focus();
    return commands.returnInteraction({ interactionId: id });
  });
  const pending = usePendingCommands(id);
  const { run: redirect } = useCommand(async (target: KnownTargetRef, redirected: string) => {
    composer.focus();
    const problem = await pending.redirect(redirected, target);
    if (problem) report(problem);
  });
  const picking = useTargetPick(interaction, {
    onTarget: (target, transferId) => (transferId === undefined ? start(target) : redirect(target, transferId)),
    onDismissed() {
      // Otherwise Team Communicator has returned focus to where it was.
      if (focusedElement(page) === null) transferButton.focus();
    },
    onFailed: () => report({ title: { id: 'sms.transfer.pickFailed' }, help: { id: 'sms.transfer.pickFailed.help' } }),
  });

  // Another window of the same agent has started a transfer.
  const underWay = transfer?.state === 'pending' || transfer?.state === 'requesting';
  const { open, transferId, withdraw } = picking;
  const isForThis = transfer?.state === 'pending' && transfer.id === transferId;
  useEffect(() => {
    if (underWay && open && !isForThis) withdraw();
  }, [underWay, open, isForThis, withdraw]);

  const cancellation = useCommand(async () => {
    // The shortcut gets here while the button is absent or disabled.
    const state = desktop.getState();
    if (transfer?.state !== 'pending' || !state.capabilities?.cancelPendingTransfer) return;
    // The backend has accepted the command; the outcome will follow.
    if (cancelAsked.has(transfer.commandId)) return;
    const obstacle = t('connection.needed');
    if (!isLive(state)) return adapters.announcer.announce(obstacle, { id: obstacle });
    cancelAsked.add(transfer.commandId);
    composer.focus();
    const problem = await pending.cancel(transfer);
    if (!problem) return;
    cancelAsked.delete(transfer.commandId);
    report(problem);
  });

  return {
    picking,
    start(target) {
      if (remembers) void commands.addRecent({ target });
      start(target);
    },
    cancelling: cancellation.busy,
    giveBack: returnable ? giveBack : undefined,
    cancel: cancellation.run,
    redirect() {
      if (transfer?.state === 'pending') picking.ask(transfer.id);
    },
    tryAgain() {
      if (transfer === undefined) return;
      const { target } = transfer;
      const { kind } = target;
      if (commandAgain(desktop.getState(), transfer) === 'returnInteraction') giveBack();
      else if (isKnown(kind)) start({ ...target, kind });
      else picking.ask();
    },
    dismiss() {
      composer.focus();
      commands.dismissTransfer(id);
    },
  };
}
