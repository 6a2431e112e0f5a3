import type { KeyValueStorage } from '@baton/contracts';

/**
 * The part of the browser's storage under `baton.<agentId>.`. Where the browser denies storage (private modes, sandboxed
 * frames), entries last as long as the page.
 *
 * @param agentId the agent's id, or a name that tells agents of several contact centres apart
 */
export function createAgentStorage(agentId: string, kind?: StorageKind): KeyValueStorage {
  // Dots are escaped, so that the prefix of one agent is never the beginning of another's.
  return partOf(browserStorage(usableArea(kind)), `baton.${agentId.replaceAll('%', '%25').replaceAll('.', '%2E')}.`);
}

/** The entries of a storage whose keys begin with `prefix`, under the rest of their keys. */
export function partOf(storage: KeyValueStorage, prefix: string): KeyValueStorage {
  return {
    get: (key) => storage.get(prefix + key),
    set: (key, value) => storage.set(prefix + key, value),
    remove: (key) => storage.remove(prefix + key),
    keys: () =>
      storage
        .keys()
        .filter((key) => key.startsWith(prefix))
        .map((key) => key.slice(prefix.length)),
    watch: (listener) =>
      storage.watch((key) => {
        if (key === undefined) listener();
        else if (key.startsWith(prefix)) listener(key.slice(prefix.length));
      }),
  };
}

function browserStorage(area: StorageArea): KeyValueStorage {
  return {
    get: (key) => area.getItem(key) ?? undefined,
    set(key, value) {
      try {
        area.setItem(key, value);
      } catch {
        // The storage is full. The text is still on the screen.
      }
    },
    remove: (key) => area.removeItem(key),
    keys: () => Array.from({ length: area.length }, (_, index) => area.key(index) ?? ''),
    watch(listener) {
      const onStorage = ({ key }: StorageEvent) => listener(key ?? undefined);
      window.addEventListener('storage', onStorage);
      return () => window.removeEventListener('storage', onStorage);
    },
  };
}

/** The browser's storage, or a stand-in with the same methods. */
type StorageArea = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** For all windows of the browser profile, or for one and its reloads. */
type StorageKind = 'localStorage' | 'sessionStorage';

/** One for the whole page, so that an agent who signs in again finds their entries. */
const pageMemory = inMemory();

/** The browser's storage, or memory of this page where the storage cannot be used. */
export function usableArea(kind: StorageKind = 'localStorage'): StorageArea {
  try {
    // Tried by reading: a full storage cannot be written, but is still usable.
    window[kind].getItem('');
    return window[kind];
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
