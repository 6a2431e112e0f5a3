import { useEffect } from 'react';
import { isKnown, targetKey } from '@baton/contracts';
import type { RoutingErrorCode, KnownTargetRef } from '@baton/contracts';
import { isLive, transferUnderWay } from '@baton/desktop';
import { useDesktop, useHost, usePage } from '@baton/module-kit';
import { focusedElement, useCommand } from '@baton/ui';
import { useTexts } from '../texts';
import type { Place } from '../window/place';
import type { Problem } from '../window/use-problem';
import type { Shown } from '../window/view';
import { failureTexts } from './failures';
import { commandAgain } from './transfer-context';
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
  const { run: redirect } = useCommand(async (target: KnownTargetRef, redirected: string) => {
    const isPending = () => transferUnderWay(desktop.getState(), id)?.state === 'pending';
    // It has ended while the agent was looking for someone else.
    if (!isPending()) return start(target);
    composer.focus();
    const result = await commands.redirectTransfer({ transferId: redirected, target });
    const now = transferUnderWay(desktop.getState(), id);
    // Its own outcome is shown, or will follow.
    if (result.ok || now?.state !== 'pending' || isOver.has(result.error.code)) return;
    // The snapshot has shown what the answer did not.
    if (targetKey(now.target) === targetKey(target)) return;
    const { code, target: problem, reference: ref } = result.error;
    report({
      title: {
        id: code === 'target_unavailable' && problem ? failureTexts(problem).title : 'sms.transfer.redirectFailed',
        values: { target: target.name },
      },
      help: { id: 'sms.transfer.redirectFailed.help', values: { target: now.target.name, ref } },
    });
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
    const result = await commands.cancelTransfer({ transferId: transfer.id });
    if (result.ok || alreadyOver.has(result.error.code)) return;
    // The outcome of the cancel is unknown, but the transfer is over, and its own outcome is shown.
    if (transferUnderWay(desktop.getState(), id)?.commandId !== transfer.commandId) return;
    cancelAsked.delete(transfer.commandId);
    report({
      title: { id: 'sms.transfer.cancelFailed' },
      help: { id: 'sms.transfer.cancelFailed.help', values: { ref: result.error.reference } },
    });
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

/** Refusals which mean that the transfer has already ended. Its outcome is shown, or will follow. */
const isOver: ReadonlySet<RoutingErrorCode> = new Set(['too_late', 'gone']);
const alreadyOver: ReadonlySet<RoutingErrorCode> = new Set([...isOver, 'not_found', 'conflict', 'invalid_state']);
