import { useSyncExternalStore } from 'react';
import type { Preferences } from '@baton/contracts';
import { useHost } from './use-host';

/** What the agent has set, followed live. */
export function usePreferences(): Preferences {
  const { preferences } = useHost();
  return useSyncExternalStore(preferences.subscribe, preferences.get);
}
