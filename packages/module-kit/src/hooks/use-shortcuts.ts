import { bindings, keysOf, listenToShortcuts } from '@baton/ui';
import type { Binding, ShortcutId } from '@baton/ui';
import { useLayoutEffect, useMemo } from 'react';
import { useHost } from './use-host';
import { usePreferences } from './use-preferences';

/** What keyboard commands do. A command left out is not heard. */
export type ShortcutHandlers = Partial<Readonly<Record<ShortcutId, () => void>>>;

/** The bindings in force: the defaults with the host's changes. */
export function useBindings(): readonly Binding[] {
  const { shortcuts } = useHost();
  return useMemo(() => bindings(shortcuts), [shortcuts]);
}

/** Gives a command's keys for `aria-keyshortcuts` of its control; none when it has none, or the agent has switched shortcuts off. */
export function useKeys(): (id: ShortcutId) => string | undefined {
  const inForce = useBindings();
  const { shortcuts } = usePreferences();
  return (id) => (shortcuts ? keysOf(inForce, id) : undefined);
}

/** Hears keyboard commands anywhere in the document, while the agent has them switched on. */
export function useShortcuts(handlers: ShortcutHandlers): void {
  const { preferences } = useHost();
  const inForce = useBindings();

  // As soon as what they act on is on the screen.
  useLayoutEffect(
    () => listenToShortcuts(document, { bindings: inForce, enabled: () => preferences.get().shortcuts, handlers }),
    [inForce, preferences, handlers],
  );
}
