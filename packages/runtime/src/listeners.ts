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

/** Makes a list; what a listener throws goes to `onFailure` and no further. */
export function createListeners<P>(onFailure: (error: unknown) => void): Listeners<P> {
  // One function may listen twice: each place has a key of its own. Whoever stops while something is told leaves
  // the place empty until everything has been told, so that nobody is skipped and nothing is copied.
  let places: (((payload: P) => void) | undefined)[] = [];
  let keys: object[] = [];
  let left = 0;
  let telling = 0;
  let told = 0;

  function remove(key: object): void {
    const at = keys.indexOf(key);
    if (at === -1) return;
    if (telling === 0) {
      places.splice(at, 1);
      keys.splice(at, 1);
    } else if (places[at] !== undefined) {
      places[at] = undefined;
      left += 1;
    }
  }

  function closeRanks(): void {
    keys = keys.filter((_, at) => places[at] !== undefined);
    places = places.filter((listener) => listener !== undefined);
    left = 0;
  }

  return {
    add(listener, signal) {
      if (signal?.aborted) return () => {};
      const key = {};
      places.push(listener);
      keys.push(key);
      return untilAborted(signal, () => remove(key));
    },

    tell(payload, newestOnly = false) {
      telling += 1;
      told += 1;
      const turn = told;
      const all = places;
      const { length } = all;
      for (let at = 0; at < length; at += 1) {
        const listener = all[at];
        if (listener === undefined) continue;
        try {
          listener(payload);
        } catch (error) {
          onFailure(error);
        }
        if (newestOnly && turn !== told) break;
      }
      telling -= 1;
      if (telling === 0 && left > 0) closeRanks();
    },

    isEmpty: () => places.length === left,
  };
}
