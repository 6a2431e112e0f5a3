import type { Clock, PendingTransfer } from '@baton/contracts';
import { backendNow, isLive } from '@baton/desktop';
import type { DispatchingStore } from '@baton/desktop';

export interface OverdueOptions {
  store: DispatchingStore;
  clock: Clock;
  /** Takes a snapshot; says whether one came. */
  resync(): Promise<boolean>;
}

/**
 * How long after its deadline the outcome of a transfer may take, in milliseconds: as long as a heartbeat, by which a
 * stream that has gone mute is noticed, and more than a network that works needs. Also the pause between two snapshots.
 */
const graceMs = 5000;

/** Timers of browsers take no more than some weeks. */
const longestMs = 3_600_000;

/**
 * Gives pending transfers up whose outcome does not come: asks the backend for a snapshot, and when it knows no more
 * either, tells the agent. Not while the connection is lost; once it is back, the snapshot decides. Stops with the signal.
 */
export function giveUpOverdue({ store, clock, resync }: OverdueOptions, signal: AbortSignal): void {
  let isLooking = false;
  let stopTimer = () => undefined as void;

  const dueIn = (transfer: PendingTransfer) =>
    (transfer.expiresAt ?? Infinity) + graceMs - backendNow(store.getState(), clock);

  /** Those on show; none of those that have been given up. */
  function pending(): PendingTransfer[] {
    return Object.values(store.getState().transfers).filter((transfer) => transfer.state === 'pending');
  }

  function check() {
    if (isLooking) return;
    stopTimer();
    if (!isLive(store.getState())) return;
    const next = Math.min(...pending().map(dueIn));
    if (next <= 0) void look();
    else if (next < Infinity) stopTimer = clock.setTimeout(check, Math.min(next, longestMs));
  }

  async function look() {
    isLooking = true;
    const overdue = pending().filter((transfer) => dueIn(transfer) <= 0);
    const isKnown = await resync();
    if (signal.aborted) return;
    const at = backendNow(store.getState(), clock);
    for (const transfer of isKnown && isLive(store.getState()) ? pending() : []) {
      const { interactionId, commandId } = transfer;
      if (dueIn(transfer) <= 0 && overdue.some((before) => before.commandId === commandId))
        store.dispatch({ type: 'transferOverdue', interactionId, at });
    }
    stopTimer = clock.setTimeout(() => {
      isLooking = false;
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
