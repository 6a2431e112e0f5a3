import { useEffect, useSyncExternalStore } from 'react';
import type { RefObject } from 'react';
import { keysOf, listenToShortcuts } from '@baton/ui';
import type { KeyNames, Keyboard, ShortcutId } from '@baton/ui';
import type { HostContext } from '@baton/contracts';
import { cycleRegions } from './regions';

/** A command's keys, for its control; none when it has none, or the agent has switched shortcuts off. */
export function useKeys(context: Pick<HostContext, 'preferences'> & Keyboard, id: ShortcutId): KeyNames | undefined {
  const { subscribe, get } = context.preferences;
  const chosen = useSyncExternalStore(subscribe, get);
  return chosen.shortcuts ? keysOf(context, id) : undefined;
}

/** The shortcuts that belong to the shell: region cycling and the help dialog. */
export function useDesktopShortcuts(
  context: Pick<HostContext, 'preferences'> & Keyboard,
  root: RefObject<HTMLElement | null>,
  onHelp: () => void,
): void {
  useEffect(
    () =>
      listenToShortcuts(document, {
        keyboard: context,
        enabled: () => context.preferences.get().shortcuts,
        handlers: {
          'region.next': () => root.current && cycleRegions(root.current, 1),
          'region.previous': () => root.current && cycleRegions(root.current, -1),
          'shortcuts.help': onHelp,
        },
      }),
    [context, root, onHelp],
  );
}
