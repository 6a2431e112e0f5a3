import { useHost } from '@baton/module-kit';
import type { SoundName } from '@baton/contracts';

/** Plays a sound once for each occasion. Returns false when the agent has switched off all sounds, or this one. */
export function usePlay(): (sound: SoundName, occasion: string) => boolean {
  const { adapters, preferences } = useHost();
  return (sound, occasion) => {
    const { sounds, mutedSounds, volume } = preferences.get();
    if (!sounds || mutedSounds.includes(sound)) return false;
    adapters.sound.play(sound, { volume, once: `${sound}.${occasion}` });
    return true;
  };
}
