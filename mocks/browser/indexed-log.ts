import { openDB } from 'idb';
import type { DBSchema } from 'idb';
import type { LifeFrame, Log, LogEntry } from '../service/log';

interface Schema extends DBSchema {
  /** The life's frame, under one key. */
  life: { key: 'life'; value: LifeFrame };
  /** In the order in which they happened. */
  entries: { key: number; value: LogEntry };
}

/** A log in the browser's IndexedDB: survives reloads, and the end of the worker that keeps it. */
export async function indexedLog(name: string): Promise<Log> {
  const database = await openDB<Schema>(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('life');
      fresh.createObjectStore('entries', { autoIncrement: true });
    },
  });

  async function change(changes: Partial<LifeFrame>) {
    const transaction = database.transaction('life', 'readwrite', { durability: 'strict' });
    const life = await transaction.store.get('life');
    if (life !== undefined) await transaction.store.put({ ...life, ...changes }, 'life');
    await transaction.done;
  }

  return {
    async load() {
      const transaction = database.transaction(['life', 'entries']);
      const life = await transaction.objectStore('life').get('life');
      const entries = await transaction.objectStore('entries').getAll();
      await transaction.done;
      return life && { ...life, entries };
    },
    async begin(life) {
      const transaction = database.transaction(['life', 'entries'], 'readwrite', { durability: 'strict' });
      await transaction.objectStore('entries').clear();
      await transaction.objectStore('life').put(life, 'life');
      await transaction.done;
    },
    async append(entry) {
      const transaction = database.transaction('entries', 'readwrite', { durability: 'strict' });
      await transaction.store.add(entry);
      await transaction.done;
    },
    setAhead: (ahead) => change({ ahead }),
    setSessions: (sessions) => change({ sessions }),
  };
}
