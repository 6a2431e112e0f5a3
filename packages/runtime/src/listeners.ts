import { untilAborted } from './until-aborted';

/** An ordered list of listeners, which may change during a notification. */
export interface Listeners<P> {
  /** Appends a listener; returns a function that removes it. It is also removed when `signal` aborts. */
  add(listener: (payload: P) => void, signal?: AbortSignal): () => void;
  /**
   * Calls all listeners in the order in which they were added, except those that are added or removed meanwhile. With
   * `newestOnly` it stops as soon as a listener has caused another notification, which is newer.
   */
  notify(payload: P, newestOnly?: boolean): void;
  /** Whether there are no listeners. */
  isEmpty(): boolean;
}

/** Makes a list. Errors of a listener are passed to `onFailure`, and do not affect other listeners. */
export function createListeners<P>(onFailure: (error: unknown) => void): Listeners<P> {
  // The same function may be added twice, so each entry has a key of its own. An entry that is removed during a
  // notification stays empty until the notification ends, so that no other one is skipped and nothing has to be copied.
  let entries: (((payload: P) => void) | undefined)[] = [];
  let keys: object[] = [];
  let emptyEntries = 0;
  /** Notifications that have not ended: a listener may cause another one. */
  let running = 0;
  let latest = 0;

  function remove(key: object): void {
    const at = keys.indexOf(key);
    if (at === -1) return;
    if (running === 0) {
      entries.splice(at, 1);
      keys.splice(at, 1);
    } else if (entries[at] !== undefined) {
      entries[at] = undefined;
      emptyEntries += 1;
    }
  }

  function dropEmptyEntries(): void {
    keys = keys.filter((_, at) => entries[at] !== undefined);
    entries = entries.filter((listener) => listener !== undefined);
    emptyEntries = 0;
  }

  return {
    add(listener, signal) {
      if (signal?.aborted) return () => {};
      const key = {};
      entries.push(listener);
      keys.push(key);
      return untilAborted(signal, () => remove(key));
    },

    notify(payload, newestOnly = false) {
      running += 1;
      latest += 1;
      const mine = latest;
      const all = entries;
      const { length } = all;
      for (let at = 0; at < length; at += 1) {
        const listener = all[at];
        if (listener === undefined) continue;
        try {
          listener(payload);
        } catch (error) {
          onFailure(error);
        }
        if (newestOnly && mine !== latest) break;
      }
      running -= 1;
      if (running === 0 && emptyEntries > 0) dropEmptyEntries();
    },

    isEmpty: () => entries.length === emptyEntries,
  };
}
