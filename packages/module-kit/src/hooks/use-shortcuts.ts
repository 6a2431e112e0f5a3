import { bindings, keysOf, listenToShortcuts } from '@baton/ui';
import type { Binding, KeyNames, Keyboard, ShortcutId } from '@baton/ui';
import { useLayoutEffect, useMemo } from 'react';
import { useHost } from './use-host';
import { usePreferences } from './use-preferences';

/** What keyboard commands do. A command left out is not heard. */
export type ShortcutHandlers = Partial<Readonly<Record<ShortcutId, () => void>>>;

/** The bindings in force: the defaults with the host's changes. */
export function useBindings(): readonly Binding[] {
  const keyboard = useKeyboard();
  return useMemo(() => bindings(keyboard), [keyboard]);
}

/** Gives a command's keys, for its control; none when it has none, or the agent has switched shortcuts off. */
export function useKeys(): (id: ShortcutId) => KeyNames | undefined {
  const keyboard = useKeyboard();
  const { shortcuts } = usePreferences();
  return (id) => (shortcuts ? keysOf(keyboard, id) : undefined);
}

/** Hears keyboard commands anywhere in the document, while the agent has them switched on. */
export function useShortcuts(handlers: ShortcutHandlers): void {
  const { preferences } = useHost();
  const keyboard = useKeyboard();

  // As soon as what they act on is on the screen.
  useLayoutEffect(
    () => listenToShortcuts(document, { keyboard, enabled: () => preferences.get().shortcuts, handlers }),
    [keyboard, preferences, handlers],
  );
}

function useKeyboard(): Keyboard {
  const { shortcuts, platform } = useHost();
  return useMemo(() => ({ shortcuts, platform }), [shortcuts, platform]);
}
