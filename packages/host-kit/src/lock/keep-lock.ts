import { surface } from '@baton/runtime';
import type { Locking, LockContext } from './lock-context';
import { lockKeys } from './lock-context';

/**
 * Answers `lock.set`, and locks the desktop when the agent has been away. What that takes is loaded when a host has the
 * option, or locks the desktop; a desktop that was locked before a reload shows nothing until then.
 *
 * @returns called when a module has been mounted
 */
export function keepLock(context: LockContext, signal: AbortSignal): () => void {
  const { options, bus, adapters, desktop } = context;
  let locking: Promise<Locking> | undefined;

  const load = () =>
    (locking ??= import(/* webpackChunkName: "lock" */ './lock-desktop')
      .then(({ lockDesktop }) => lockDesktop(context, signal))
      .catch((problem: unknown) => {
        locking = undefined;
        throw problem;
      }));

  bus.respond('lock.set', async ({ locked }) => (await load()).set(locked), { signal });
  const wasLocked = adapters.storage.get(lockKeys.locked) !== undefined;
  if (wasLocked) {
    const nothing = desktop.get();
    desktop.mask(() => nothing);
  }
  const loadNow = () => void load().catch(surface);
  if (options !== undefined || wasLocked) loadNow();
  // Another window has locked it.
  const stopWatching = adapters.storage.watch((key) => key === lockKeys.locked && loadNow());
  signal.addEventListener('abort', stopWatching, { once: true });
  return () => void locking?.then(({ cover }) => cover()).catch(() => undefined);
}
