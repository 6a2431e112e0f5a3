import { targetKey } from '@baton/contracts';
import type { LiveTargets, Target, TargetKey } from '@baton/contracts';
import { createListeners } from '@baton/runtime';
import type { DesktopEvent } from './reduce';

/** The store's view of live targets. Modules get `LiveTargets` only. */
interface LiveTargetStore extends LiveTargets {
  /** Applies an event. `hadGap`: whether events were lost before it; `snapshotCursor`: of the newest snapshot, with it. */
  apply(event: DesktopEvent, hadGap: boolean, snapshotCursor: number): void;
}

/** Starts empty. Errors of listeners go to `reportError`. */
export function createLiveTargets(reportError: (error: unknown) => void): LiveTargetStore {
  const values = new Map<TargetKey, Target>();
  const listeners = createListeners<ReadonlySet<TargetKey>>(reportError);

  return {
    get: (key) => values.get(key),
    subscribe: (keys, listener) =>
      listeners.add((changed) => void (keys.some((key) => changed.has(key)) && listener())),
    apply(event, hadGap, snapshotCursor) {
      const changed = new Set<TargetKey>();
      if (event.type === 'frame')
        for (const one of event.frame.events)
          for (const target of one.type === 'targets.changed' ? one.targets : []) {
            const key = targetKey(target);
            if (target.version <= (values.get(key)?.version ?? snapshotCursor)) continue;
            values.set(key, target);
            changed.add(key);
          }
      // After a snapshot the directory is read again, with everything up to its cursor.
      if (event.type === 'snapshot')
        for (const [key, { version }] of values)
          if ((hadGap || version <= snapshotCursor) && values.delete(key)) changed.add(key);
      listeners.notify(changed);
    },
  };
}
