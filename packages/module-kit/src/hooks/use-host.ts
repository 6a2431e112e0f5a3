import { useSyncExternalStore } from 'react';
import { useStore } from '@baton/ui';
import type { DesktopState, HostContext, Preferences } from '@baton/contracts';
import { useCopy } from '../mount/copy-context';

/** The context that the host has given to this module. */
export function useHost(): HostContext {
  return useCopy().host;
}

/**
 * A part of the live desktop state. The component renders again when the part has changed. Pass `isEqual` when `select`
 * makes new objects.
 */
export function useDesktop<T>(select: (state: DesktopState) => T, isEqual?: (before: T, after: T) => boolean): T {
  return useStore(useHost().desktop, select, isEqual);
}

/** The agent's preferences. The component renders again when they change. */
export function usePreferences(): Preferences {
  const { preferences } = useHost();
  return useSyncExternalStore(preferences.subscribe, preferences.get);
}

/** The element that menus and other overlays are rendered into: in the module's shadow root, beside its content. */
export function useOverlays(): HTMLElement {
  return useCopy().overlays;
}

/** The document that the module is in. It may not be the host's own, and changes when the host moves the module. */
export function usePage(): Document {
  const { page } = useCopy();
  return useSyncExternalStore(page.subscribe, page.get);
}
