import { useHost, useNow, usePreferences } from '@baton/module-kit';

/** Whether sounds are on and the browser still holds them back, as it does until the agent's first click or key. */
export function useSoundLocked(): boolean {
  const { adapters } = useHost();
  const { sounds } = usePreferences();
  // No event tells when the browser lets sounds through, hence a look every second.
  useNow(1000, sounds);
  return sounds && !adapters.sound.unlocked();
}
