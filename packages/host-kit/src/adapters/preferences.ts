import * as v from 'valibot';
import { Preferences } from '@baton/contracts';
import { createListeners, defined, surface } from '@baton/runtime';
import type { PreferencesStore } from '@baton/contracts';
import { usableArea } from './storage';

/** The preferences of an agent who has set nothing. */
export const defaultPreferences: Preferences = {
  theme: 'auto',
  density: 'comfortable',
  announcements: 'normal',
  sounds: true,
  mutedSounds: [],
  volume: 0.6,
  desktopNotifications: false,
  shortcuts: true,
  sendWith: 'enter',
  timeToAnswer: 1,
};

/** Each preference has its own key, so that windows do not overwrite each other. */
const prefix = 'baton.preferences.';

/**
 * Preferences of this device, stored between visits. The host's values override the stored ones, and the agent's later
 * choices in any window override both. Follows the other windows until the signal aborts.
 */
export function createPreferences(given: Partial<Preferences> = {}, signal?: AbortSignal): PreferencesStore {
  const area = usableArea();
  const listeners = createListeners<void>(surface);
  const stored = Object.keys(defaultPreferences).map((name) => read(name, area.getItem(prefix + name)));
  let current: Preferences = Object.assign({ ...defaultPreferences }, ...stored, given);

  function change(changes: Partial<Preferences>) {
    current = { ...current, ...changes };
    listeners.notify();
  }

  function onStorage({ key, newValue }: StorageEvent) {
    if (key?.startsWith(prefix) === true) change(read(key.slice(prefix.length), newValue));
  }

  window.addEventListener('storage', onStorage);
  signal?.addEventListener('abort', () => window.removeEventListener('storage', onStorage), { once: true });

  return {
    get: () => current,
    set(changes) {
      try {
        for (const [name, value] of Object.entries(changes)) area.setItem(prefix + name, JSON.stringify(value));
      } catch {
        // The storage is full; the setting still holds for this page.
      }
      change(changes);
    },
    subscribe: (listener) => listeners.add(() => listener()),
  };
}

function read(name: string, stored: string | null): Partial<Preferences> {
  if (stored === null) return {};
  try {
    const known = v.safeParse(v.partial(Preferences), { [name]: JSON.parse(stored) });
    return known.success ? defined(known.output) : {};
  } catch {
    return {};
  }
}
