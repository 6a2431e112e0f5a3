import { untilAborted } from './until-aborted';

/** An ordered list of listeners that may change while it is being told something. */
export interface Listeners<P> {
  /** Appends one; returns a function that removes it. Removes it when `signal` aborts, too. */
  add(listener: (payload: P) => void, signal?: AbortSignal): () => void;
  /**
   * Tells everybody who listened when it began and has not stopped since, in
   * the order they came. With `newestOnly` it ends early once a listener has
   * caused something newer to be told.
   */
  tell(payload: P, newestOnly?: boolean): void;
  /** Whether nobody listens. */
  isEmpty(): boolean;
}

interface Entry<P> {
  listener(payload: P): void;
  active: boolean;
}

/** Makes a list; what a listener throws goes to `onFailure` and no further. */
export function createListeners<P>(onFailure: (error: unknown) => void): Listeners<P> {
  let entries: Entry<P>[] = [];
  let telling = 0;
  let told = 0;

  // Copied only while somebody iterates over it: copying always would make leaving a long list slow.
  const writable = (): Entry<P>[] => {
    if (telling > 0) entries = entries.slice();
    return entries;
  };

  return {
    add(listener, signal) {
      if (signal?.aborted) return () => {};
      const entry: Entry<P> = { listener, active: true };
      writable().push(entry);
      return untilAborted(signal, () => {
        if (!entry.active) return;
        entry.active = false;
        const list = writable();
        list.splice(list.indexOf(entry), 1);
      });
    },

    tell(payload, newestOnly = false) {
      telling += 1;
      told += 1;
      const turn = told;
      for (const entry of entries) {
        if (newestOnly && turn !== told) break;
        if (!entry.active) continue;
        try {
          entry.listener(payload);
        } catch (error) {
          onFailure(error);
        }
      }
      telling -= 1;
    },

    isEmpty: () => entries.length === 0,
  };
}
