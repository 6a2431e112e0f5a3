import type { DesktopStore } from '@baton/contracts';

/** Less is not enough for everybody to read an invitation and to decide (WCAG 2.2.1), in milliseconds. */
const leastMs = 20_000;

/**
 * Complains, once, about a routing backend whose invitations end too soon. For those who
 * set it up: hosts call it in development only, and not where the time cannot be longer.
 */
export function watchLeastTime(store: DesktopStore, complain: (problem: Error) => void, signal: AbortSignal): void {
  const check = () => {
    for (const invitation of Object.values(store.getState().invitations)) {
      if (invitation.state !== 'offered' || invitation.expiresAt === null) continue;
      const given = invitation.expiresAt - invitation.offeredAt;
      if (given >= leastMs) continue;
      stop();
      return complain(
        new Error(
          `The routing backend gives agents ${Math.round(given / 1000)} s to answer an invitation. Give them 20 s or more (WCAG 2.2.1, timing adjustable), ` +
            'or pass `timing: { realTimeException: true }` where the time cannot be longer.',
        ),
      );
    }
  };
  const stop = store.subscribe(check);
  signal.addEventListener('abort', stop, { once: true });
  check();
}
