import type { KeyValueStorage } from '@baton/contracts';

/**
 * A device that several windows share. Each window has its own view of the storage, and is notified of the others'
 * changes.
 */
export interface Device {
  entries: Map<string, string>;
  /** How many characters the storage holds. Writes beyond that are ignored. */
  room: number;
  /** How many reads from now on return nothing, as a guarded storage that throws does. */
  failures: number;
  storageOfWindow(): KeyValueStorage;
  /** All keys except the mark of the last sign-out. */
  kept(): string[];
  /** Empties the storage, as other code of the origin can. */
  clear(): void;
}

export function createDevice(): Device {
  const entries = new Map<string, string>();
  const windows = new Map<object, (key?: string) => void>();
  const device: Device = {
    entries,
    room: Infinity,
    failures: 0,
    storageOfWindow() {
      const self = {};
      const notifyOthers = (key: string) => windows.forEach((listener, window) => window !== self && listener(key));
      return {
        get: (key) => (device.failures-- > 0 ? undefined : entries.get(key)),
        set(key, value) {
          const others = [...entries].filter(([other]) => other !== key).flat();
          if ([...others, key, value].join('').length > device.room || entries.get(key) === value) return;
          entries.set(key, value);
          notifyOthers(key);
        },
        remove(key) {
          if (entries.delete(key)) notifyOthers(key);
        },
        keys: () => [...entries.keys()],
        watch(listener) {
          windows.set(self, listener);
          return () => windows.delete(self);
        },
      };
    },
    kept: () => [...entries.keys()].filter((key) => key !== 'signedOut'),
    clear() {
      entries.clear();
      windows.forEach((listener) => listener());
    },
  };
  return device;
}
