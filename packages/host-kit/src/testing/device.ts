import type { KeyValueStorage } from '@baton/contracts';

/** A device that windows share: each gets a storage of its own, and hears what the others change. */
export interface Device {
  entries: Map<string, string>;
  /** How many characters fit in; what has no room is thrown away. */
  room: number;
  /** Reads answer nothing so many times, as of a storage that throws and is guarded. */
  failures: number;
  storageOfWindow(): KeyValueStorage;
  /** Every key but that of the mark of the last sign-out. */
  kept(): string[];
  /** Other code of the origin empties it, in a window of its own. */
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
      const tellOthers = (key: string) => windows.forEach((hear, window) => window !== self && hear(key));
      return {
        get: (key) => (device.failures-- > 0 ? undefined : entries.get(key)),
        set(key, value) {
          const others = [...entries].filter(([other]) => other !== key).flat();
          if ([...others, key, value].join('').length > device.room || entries.get(key) === value) return;
          entries.set(key, value);
          tellOthers(key);
        },
        remove(key) {
          if (entries.delete(key)) tellOthers(key);
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
      windows.forEach((hear) => hear());
    },
  };
  return device;
}
