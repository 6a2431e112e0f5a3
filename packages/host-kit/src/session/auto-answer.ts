import type { AutoAnswer, AutoAnswering, Clock } from '@baton/contracts';

/** How long a window keeps the others from accepting after the invitation has ended: they may learn of it later. */
const afterEndMs = 5000;

/** Auto-answer with what the host has left open, and with one of the agent's windows that accepts. */
export function prepareAutoAnswer(
  { preview = true, seconds = 5 }: AutoAnswer,
  agentId: string,
  clock: Clock,
): AutoAnswering {
  return {
    preview,
    seconds,
    claim: (invitationId, ended) =>
      new Promise((claimed) => {
        // Without locks each window accepts; all but the first are told that it is accepted already.
        if (!('locks' in navigator)) return claimed();
        const held = navigator.locks.request(`baton.auto-answer.${agentId}.${invitationId}`, { signal: ended }, () => {
          claimed();
          return new Promise<void>((release) => {
            ended.addEventListener('abort', () => clock.setTimeout(release, afterEndMs), { once: true });
          });
        });
        // Cross-site frames may be denied locks.
        held.catch(() => !ended.aborted && claimed());
      }),
  };
}
