import { useHost, useNow, usePreferences } from '@baton/module-kit';

/** Whether sounds are on and the browser still holds them back; looked up every second while `watching`. */
export function useSoundLocked(watching: boolean): boolean {
  const { adapters } = useHost();
  const { sounds } = usePreferences();
  // The browser has no event for it.
  useNow(1000, watching && sounds);
  return sounds && !adapters.sound.unlocked();
}
