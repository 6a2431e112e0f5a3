import type { Clock, PendingTransfer } from '@baton/contracts';
import { backendNow, isLive } from '@baton/desktop';
import type { DispatchingStore } from '@baton/desktop';

export interface OverdueTransfersOptions {
  store: DispatchingStore;
  clock: Clock;
  /** Takes a snapshot; resolves to whether one came. */
  resync(): Promise<boolean>;
}

/**
 * How late after its deadline the outcome of a transfer may arrive: as long as a heartbeat, which detects a stream that
 * has gone silent, and longer than a working network needs. Also the pause between two snapshots.
 */
const graceMs = 5000;

/** Browser timers cannot run for more than some weeks. */
const longestMs = 3_600_000;

/**
 * Gives up pending transfers whose outcome does not arrive: takes a snapshot, and when that has no outcome either, shows
 * the agent that it is unknown. Waits while the connection is lost. Stops with the signal.
 */
export function giveUpOverdueTransfers({ store, clock, resync }: OverdueTransfersOptions, signal: AbortSignal): void {
  let isChecking = false;
  let stopTimer = () => undefined as void;

  const dueIn = (transfer: PendingTransfer) =>
    (transfer.expiresAt ?? Infinity) + graceMs - backendNow(store.getState(), clock);

  /** Transfers that are shown as pending; none that has been given up. */
  function pending(): PendingTransfer[] {
    return Object.values(store.getState().shownTransfers).filter((transfer) => transfer.state === 'pending');
  }

  function check() {
    if (isChecking) return;
    stopTimer();
    if (!isLive(store.getState())) return;
    const next = Math.min(...pending().map(dueIn));
    if (next <= 0) void giveUp();
    else if (next < Infinity) stopTimer = clock.setTimeout(check, Math.min(next, longestMs));
  }

  async function giveUp() {
    isChecking = true;
    const overdue = pending().filter((transfer) => dueIn(transfer) <= 0);
    const hasSnapshot = await resync();
    if (signal.aborted) return;
    const at = backendNow(store.getState(), clock);
    for (const transfer of hasSnapshot && isLive(store.getState()) ? pending() : []) {
      const { interactionId, commandId } = transfer;
      if (dueIn(transfer) <= 0 && overdue.some((before) => before.commandId === commandId))
        store.dispatch({ type: 'transferOverdue', interactionId, at });
    }
    stopTimer = clock.setTimeout(() => {
      isChecking = false;
      check();
    }, graceMs);
  }

  const stopListening = store.subscribe(check);
  signal.addEventListener(
    'abort',
    () => {
      stopListening();
      stopTimer();
    },
    { once: true },
  );
  check();
}
