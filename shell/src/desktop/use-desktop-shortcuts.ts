import { useEffect, useSyncExternalStore } from 'react';
import type { RefObject } from 'react';
import { bindings, keysOf, listenToShortcuts } from '@baton/ui';
import type { ShortcutId } from '@baton/ui';
import type { HostContext } from '@baton/contracts';
import { cycleRegions } from './regions';

/** A command's keys for `aria-keyshortcuts` of its control; none when it has none, or the agent has switched shortcuts off. */
export function useKeys(
  { preferences, shortcuts }: Pick<HostContext, 'preferences' | 'shortcuts'>,
  id: ShortcutId,
): string | undefined {
  const chosen = useSyncExternalStore(preferences.subscribe, preferences.get);
  return chosen.shortcuts ? keysOf(bindings(shortcuts), id) : undefined;
}

/** The shortcuts that belong to the shell: region cycling and the help dialog. */
export function useDesktopShortcuts(
  { preferences, shortcuts }: Pick<HostContext, 'preferences' | 'shortcuts'>,
  root: RefObject<HTMLElement | null>,
  onHelp: () => void,
): void {
  useEffect(
    () =>
      listenToShortcuts(document, {
        bindings: bindings(shortcuts),
        enabled: () => preferences.get().shortcuts,
        handlers: {
          'region.next': () => root.current && cycleRegions(root.current, 1),
          'region.previous': () => root.current && cycleRegions(root.current, -1),
          'shortcuts.help': onHelp,
        },
      }),
    [preferences, shortcuts, root, onHelp],
  );
}
