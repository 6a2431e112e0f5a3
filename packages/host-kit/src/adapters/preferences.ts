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

const key = 'baton.preferences';

/** Preferences of this device, kept between visits. What the host gives goes before what was kept; the agent's later choices go before both. */
export function createPreferences(given: Partial<Preferences> = {}): PreferencesStore {
  const area = usableArea();
  const listeners = new Set<() => void>();
  let current = { ...read(area.getItem(key)), ...given };

  return {
    get: () => current,
    set(changes) {
      current = { ...current, ...changes };
      try {
        area.setItem(key, JSON.stringify(current));
      } catch {
        // Without room to remember, the setting still holds for this page.
      }
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function read(stored: string | null): Preferences {
  if (stored === null) return defaultPreferences;
  try {
    const known = v.safeParse(v.partial(Preferences), JSON.parse(stored));
    return known.success ? { ...defaultPreferences, ...known.output } : defaultPreferences;
  } catch {
    return defaultPreferences;
  }
}
