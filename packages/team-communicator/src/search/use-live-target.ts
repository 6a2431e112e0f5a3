import { useHost } from '@baton/module-kit';
import { isKnownTarget, targetKey } from '@baton/contracts';
import type { KnownTarget, LiveTargets } from '@baton/contracts';
import { useStore } from '@baton/ui';
import { useMemo } from 'react';

/** The newest value of a target. Renders again when that changes. */
export function useLiveTarget<T extends KnownTarget | undefined>(target: T): T | KnownTarget {
  const { desktop } = useHost();
  const key = target && targetKey(target);
  const store = useMemo(
    () => ({
      getState: () => key && desktop.targets.get(key),
      subscribe: (listener: () => void) => desktop.targets.subscribe(key ? [key] : [], listener),
    }),
    [desktop, key],
  );
  useStore(store, (value) => value);
  return target && newest(target, desktop.targets);
}

/** The value of a target from the event stream, when that is newer than the page's. */
export function newest(target: KnownTarget, live: LiveTargets, key = targetKey(target)): KnownTarget {
  const value = live.get(key);
  return value && isKnownTarget(value) && value.version > target.version ? value : target;
}
