import type { KeyValueStorage } from '@baton/contracts';

/**
 * Keeps things in the browser's local storage under `baton.<agentId>.`. Where
 * the browser refuses storage (private modes, sandboxed frames), they live as
 * long as the page.
 */
export function createAgentStorage(agentId: string): Required<KeyValueStorage> {
  const area = usableArea();
  // Without dots of its own, so that what is kept for one agent never begins like what is kept for another.
  const prefix = `baton.${agentId.replaceAll('%', '%25').replaceAll('.', '%2E')}.`;

  return {
    get: (key) => area.getItem(prefix + key) ?? undefined,
    set(key, value) {
      try {
        area.setItem(prefix + key, value);
      } catch {
        // A full store must not take the screen down; the text is still on it.
      }
    },
    remove: (key) => area.removeItem(prefix + key),
    watch(key, listener) {
      const onStorage = (event: StorageEvent) => {
        if (event.key === prefix + key) listener();
      };
      window.addEventListener('storage', onStorage);
      return () => window.removeEventListener('storage', onStorage);
    },
    clear() {
      const keys = Array.from({ length: area.length }, (_, index) => area.key(index));
      for (const key of keys) if (key?.startsWith(prefix)) area.removeItem(key);
    },
  };
}

/** Lives as long as the page: whoever signs in again in it finds what was there. */
const pageMemory = inMemory();

/** The browser's local storage, or a stand-in with the same methods. */
export function usableArea(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'> {
  try {
    const probe = 'baton.probe';
    window.localStorage.setItem(probe, '1');
    window.localStorage.removeItem(probe);
    return window.localStorage;
  } catch {
    return pageMemory;
  }
}

function inMemory() {
  const entries = new Map<string, string>();
  return {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
    key: (index: number) => [...entries.keys()][index] ?? null,
    get length() {
      return entries.size;
    },
  };
}
