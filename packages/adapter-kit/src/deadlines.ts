import type { Clock, Invitation } from '@baton/contracts';

/** How long after a deadline to wait for the product's own report of the end. */
const graceMs = 2_000;

/** The maximum delay of browser timers. */
const maxTimerMs = 2 ** 31 - 1;

/** Watches the deadlines of open invitations. */
export interface Deadlines {
  /** Replaces the watched invitations. */
  watch(invitations: readonly Invitation[]): void;
  stop(): void;
}

/** Calls `expired` with the ids of invitations whose deadline has passed without an end. */
export function createDeadlines(clock: Clock, expired: (ids: string[]) => void): Deadlines {
  let stop: () => void = () => {};

  function watch(invitations: readonly Invitation[]): void {
    stop();
    const watched = invitations.flatMap((invitation) =>
      invitation.state === 'offered' && invitation.expiresAt !== null
        ? [{ id: invitation.id, at: invitation.expiresAt + graceMs }]
        : [],
    );
    if (watched.length === 0) return;
    const next = Math.min(...watched.map(({ at }) => at));
    stop = clock.setTimeout(
      () => {
        const due = watched.filter(({ at }) => at <= clock.now());
        if (due.length > 0) expired(due.map(({ id }) => id));
        else watch(invitations);
      },
      Math.min(next - clock.now(), maxTimerMs),
    );
  }

  return { watch, stop: () => stop() };
}
