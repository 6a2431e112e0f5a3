import { bindings, keysOf, listenToShortcuts } from '@baton/ui';
import type { Binding, KeyNames, Keyboard, ShortcutId } from '@baton/ui';
import { useLayoutEffect, useMemo } from 'react';
import { useHost, usePage, usePreferences } from './use-host';

/** Handlers by command. Commands without a handler are ignored. */
export type ShortcutHandlers = Partial<Readonly<Record<ShortcutId, () => void>>>;

/** The current bindings: the defaults with the host's changes. */
export function useBindings(): readonly Binding[] {
  const keyboard = useKeyboard();
  return useMemo(() => bindings(keyboard), [keyboard]);
}

/**
 * Returns the keys of a command, to show at its control. Undefined without a binding, or with shortcuts switched off.
 */
export function useKeys(): (id: ShortcutId) => KeyNames | undefined {
  const keyboard = useKeyboard();
  const { shortcuts } = usePreferences();
  return (id) => (shortcuts ? keysOf(keyboard, id) : undefined);
}

/**
 * Handles keyboard commands anywhere in the documents of host and module, while the agent has shortcuts switched on.
 */
export function useShortcuts(handlers: ShortcutHandlers): void {
  const { preferences } = useHost();
  const page = usePage();
  const keyboard = useKeyboard();

  // A layout effect, so that shortcuts work as soon as the content is on the screen.
  useLayoutEffect(() => {
    const options = { keyboard, enabled: () => preferences.get().shortcuts, handlers };
    const stops = [...new Set([page, document])].map((target) => listenToShortcuts(target, options));
    return () => stops.forEach((stop) => stop());
  }, [page, keyboard, preferences, handlers]);
}

function useKeyboard(): Keyboard {
  const { shortcuts, platform } = useHost();
  return useMemo(() => ({ shortcuts, platform }), [shortcuts, platform]);
}
