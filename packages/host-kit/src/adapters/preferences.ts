import * as v from 'valibot';
import { Preferences } from '@baton/contracts';
import type { PreferencesStore } from '@baton/contracts';
import { usableArea } from './storage';

/** What an agent who has set nothing gets. */
export const defaultPreferences: Preferences = {
  theme: 'auto',
  density: 'comfortable',
  announcements: 'normal',
  sounds: true,
  volume: 0.6,
  desktopNotifications: false,
  shortcuts: true,
  sendWith: 'enter',
  timeToAnswer: 1,
};

/** Each has a key of its own, so that no window writes over what another one sets. */
const prefix = 'baton.preferences.';

/**
 * Preferences of this device, kept between visits. What the host gives goes before what was kept; the agent's later
 * choices, in this window or another, go before both. Hears of other windows until the signal.
 */
export function createPreferences(given: Partial<Preferences> = {}, signal?: AbortSignal): PreferencesStore {
  const area = usableArea();
  const listeners = new Set<() => void>();
  const kept = Object.keys(defaultPreferences).map((name) => read(name, area.getItem(prefix + name)));
  let current: Preferences = Object.assign({ ...defaultPreferences }, ...kept, given);

  function change(changes: Partial<Preferences>) {
    current = { ...current, ...changes };
    for (const listener of listeners) listener();
  }

  function hear({ key, newValue }: StorageEvent) {
    if (key?.startsWith(prefix) === true) change(read(key.slice(prefix.length), newValue));
  }

  window.addEventListener('storage', hear);
  signal?.addEventListener('abort', () => window.removeEventListener('storage', hear), { once: true });

  return {
    get: () => current,
    set(changes) {
      try {
        for (const [name, value] of Object.entries(changes)) area.setItem(prefix + name, JSON.stringify(value));
      } catch {
        // Without room to remember, the setting still holds for this page.
      }
      change(changes);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function read(name: string, stored: string | null): Partial<Preferences> {
  if (stored === null) return {};
  try {
    const known = v.safeParse(v.partial(Preferences), { [name]: JSON.parse(stored) });
    return known.success ? known.output : {};
  } catch {
    return {};
  }
}
