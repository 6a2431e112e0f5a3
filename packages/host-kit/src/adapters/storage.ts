import type { KeyValueStorage } from '@baton/contracts';

/**
 * Keeps things in the browser's storage under `baton.<agentId>.`. Where
 * the browser refuses storage (private modes, sandboxed frames), they live as
 * long as the page.
 */
export function createAgentStorage(agentId: string, kind?: StorageKind): KeyValueStorage {
  const area = usableArea(kind);
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
    keys: () =>
      Array.from({ length: area.length }, (_, index) => area.key(index) ?? '')
        .filter((key) => key.startsWith(prefix))
        .map((key) => key.slice(prefix.length)),
    watch(listener) {
      const onStorage = ({ key }: StorageEvent) => {
        if (key === null) listener();
        else if (key.startsWith(prefix)) listener(key.slice(prefix.length));
      };
      window.addEventListener('storage', onStorage);
      return () => window.removeEventListener('storage', onStorage);
    },
  };
}

/** For all windows of the browser profile, or for one and its reloads. */
type StorageKind = 'localStorage' | 'sessionStorage';

/** Lives as long as the page: whoever signs in again in it finds what was there. */
const pageMemory = inMemory();

/** The browser's storage, or a stand-in with the same methods. */
export function usableArea(
  kind: StorageKind = 'localStorage',
): Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'> {
  try {
    // By reading: what is in a full storage can be read and removed.
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
