/** Calls code of the host's. A mistake in there takes nothing of ours down, does not go unseen, and gives `undefined`. */
export function hook<T>(call: () => T): T | undefined {
  try {
    return call();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
    return undefined;
  }
}
