import type { KeyValueStorage } from '@baton/contracts';

/** Storage of a device that tests look into; several windows may share it. */
export function memoryStorage(): KeyValueStorage & { entries: Map<string, string>; changedElsewhere(): void } {
  const entries = new Map<string, string>();
  const watchers = new Set<() => void>();
  return {
    entries,
    get: (key) => entries.get(key),
    set: (key, value) => void entries.set(key, value),
    remove: (key) => void entries.delete(key),
    watch(_key, listener) {
      watchers.add(listener);
      return () => watchers.delete(listener);
    },
    changedElsewhere: () => watchers.forEach((listener) => listener()),
  };
}
