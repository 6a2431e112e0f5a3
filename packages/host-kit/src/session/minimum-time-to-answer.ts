import type { DesktopStore } from '@baton/contracts';

/** WCAG 2.2.1: every agent needs enough time to read an invitation and to decide. */
const minimumMs = 20_000;

/**
 * Reports once when the routing backend gives agents too little time to answer an invitation. Used in development only,
 * and not where the host says that the time cannot be longer.
 */
export function watchMinimumTimeToAnswer(
  store: DesktopStore,
  report: (problem: Error) => void,
  signal: AbortSignal,
): void {
  const check = () => {
    for (const invitation of Object.values(store.getState().invitations)) {
      if (invitation.state !== 'offered' || invitation.expiresAt === null) continue;
      const givenMs = invitation.expiresAt - invitation.offeredAt;
      if (givenMs >= minimumMs) continue;
      stop();
      return report(
        new Error(
          `The routing backend gives agents ${Math.round(givenMs / 1000)} s to answer an invitation. Give them 20 s or more (WCAG 2.2.1, timing adjustable), ` +
            'or pass `timing: { realTimeException: true }` where the time cannot be longer.',
        ),
      );
    }
  };
  const stop = store.subscribe(check);
  signal.addEventListener('abort', stop, { once: true });
  check();
}
