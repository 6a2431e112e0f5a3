import { bindings, listenToShortcuts } from '@baton/ui';
import type { Binding, ShortcutId } from '@baton/ui';
import { useEffect, useMemo } from 'react';
import { useHost } from './use-host';

/** What keyboard commands do. A command left out is not heard. */
export type ShortcutHandlers = Partial<Readonly<Record<ShortcutId, () => void>>>;

/** The bindings in force: the defaults with the host's changes. */
export function useBindings(): readonly Binding[] {
  const { shortcuts } = useHost();
  return useMemo(() => bindings(shortcuts), [shortcuts]);
}

/** Hears keyboard commands anywhere in the document, while the agent has them switched on. */
export function useShortcuts(handlers: ShortcutHandlers): void {
  const { preferences } = useHost();
  const inForce = useBindings();

  useEffect(
    () => listenToShortcuts(document, { bindings: inForce, enabled: () => preferences.get().shortcuts, handlers }),
    [inForce, preferences, handlers],
  );
}
