import { useHost } from '@baton/module-kit';
import { isKnownTarget, targetKey } from '@baton/contracts';
import type { KnownTarget, LiveTargets, Target, TargetKey } from '@baton/contracts';
import { shallowEqual, useStore } from '@baton/ui';
import { useMemo } from 'react';
import type { Section } from './sections';

/** The newest values of some targets from the event stream, by key. */
export type LiveValues = Readonly<Record<TargetKey, Target | undefined>>;

/** The live values of the sections' targets. Renders again only when one of these changes. */
export function useLiveValues(sections: readonly Section[]): LiveValues {
  const { desktop } = useHost();
  const store = useMemo(() => storeOf(desktop.targets, sections), [desktop, sections]);
  return useStore(store, (values) => values, shallowEqual);
}

/**
 * Replaces the targets of a page that have a newer live value. A target that did not change stays the same object.
 */
export function withLive(targets: readonly KnownTarget[], live: LiveValues): KnownTarget[] {
  return targets.map((target) => {
    const newer = live[targetKey(target)];
    return newer && isKnownTarget(newer) && newer.version > target.version ? newer : target;
  });
}

function storeOf(live: LiveTargets, sections: readonly Section[]) {
  const keys = sections.flatMap(({ targets }) => targets.map(targetKey));
  return {
    getState: (): LiveValues => Object.fromEntries(keys.map((key) => [key, live.get(key)])),
    subscribe: (listener: () => void) => live.subscribe(keys, listener),
  };
}
