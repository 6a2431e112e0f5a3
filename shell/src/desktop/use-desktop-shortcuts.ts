import { useEffect } from 'react';
import type { RefObject } from 'react';
import { bindings, listenToShortcuts } from '@baton/ui';
import type { HostContext } from '@baton/contracts';
import { cycleRegions } from './regions';

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
