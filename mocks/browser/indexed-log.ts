import { openDB } from 'idb';
import type { DBSchema } from 'idb';
import { compactAfter, maxHistory } from '../service/log';
import type { Log, LogEntry, LogHeader } from '../service/log';

interface Schema extends DBSchema {
  /** One header, and the key of the last entry before it. */
  header: { key: 'header'; value: LogHeader & { after?: number } };
  /** In order. Entries up to `after` are there for inspection only. */
  entries: { key: number; value: LogEntry };
}

/** Raised whenever stored logs change their format: the old ones are dropped. */
const formatVersion = 3;

/** A log in the browser's IndexedDB: survives reloads, and the end of the worker that writes it. */
export async function indexedLog(name: string): Promise<Log> {
  const database = await openDB<Schema>(name, formatVersion, {
    upgrade(opened) {
      for (const store of [...opened.objectStoreNames]) opened.deleteObjectStore(store);
      opened.createObjectStore('header');
      opened.createObjectStore('entries', { autoIncrement: true });
    },
  });

  let length = 0;

  async function change(changes: Partial<LogHeader>) {
    const transaction = database.transaction('header', 'readwrite', { durability: 'strict' });
    const header = await transaction.store.get('header');
    if (header !== undefined) await transaction.store.put({ ...header, ...changes }, 'header');
    await transaction.done;
  }

  return {
    async load() {
      const transaction = database.transaction(['header', 'entries']);
      const header = await transaction.objectStore('header').get('header');
      const entries = await transaction.objectStore('entries').getAll(IDBKeyRange.lowerBound(header?.after ?? 0, true));
      await transaction.done;
      length = entries.length;
      return header && { ...header, entries };
    },
    async begin(header) {
      length = 0;
      const transaction = database.transaction(['header', 'entries'], 'readwrite', { durability: 'strict' });
      const entries = transaction.objectStore('entries');
      const after = (await entries.openKeyCursor(null, 'prev'))?.key ?? 0;
      if (header.checkpoint === undefined) await entries.clear();
      else await entries.delete(IDBKeyRange.upperBound(after - maxHistory));
      await transaction.objectStore('header').put({ ...header, after }, 'header');
      await transaction.done;
    },
    async append(entry) {
      const transaction = database.transaction('entries', 'readwrite', { durability: 'strict' });
      await transaction.store.add(entry);
      await transaction.done;
      length += 1;
    },
    needsCompaction: () => length >= compactAfter,
    setClock: (clock) => change({ clock }),
    setSessions: (sessions) => change({ sessions }),
  };
}
