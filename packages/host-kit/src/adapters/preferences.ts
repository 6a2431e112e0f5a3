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

/**
 * Preferences of this device, kept between visits. What the host gives goes before what was kept; the agent's later
 * choices, in this window or another, go before both. Hears of other windows until the signal.
 */
export function createPreferences(given: Partial<Preferences> = {}, signal?: AbortSignal): PreferencesStore {
  const area = usableArea();
  const listeners = new Set<() => void>();
  let kept = read(area.getItem(key));
  let current = { ...defaultPreferences, ...kept, ...given };

  function change(changes: Partial<Preferences>) {
    current = { ...current, ...changes };
    for (const listener of listeners) listener();
  }

  function hear(event: StorageEvent) {
    if (event.key !== key) return;
    const before = kept;
    kept = read(event.newValue);
    change(differences(before, kept));
  }

  window.addEventListener('storage', hear);
  signal?.addEventListener('abort', () => window.removeEventListener('storage', hear), { once: true });

  return {
    get: () => current,
    set(changes) {
      kept = { ...read(area.getItem(key)), ...changes };
      try {
        area.setItem(key, JSON.stringify(kept));
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

function differences(before: Partial<Preferences>, after: Partial<Preferences>): Partial<Preferences> {
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => Reflect.get(before, name) !== value));
}

function read(stored: string | null): Partial<Preferences> {
  if (stored === null) return {};
  try {
    const known = v.safeParse(v.partial(Preferences), JSON.parse(stored));
    return known.success ? known.output : {};
  } catch {
    return {};
  }
}
