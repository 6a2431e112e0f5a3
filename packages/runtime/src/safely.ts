/** Calls code of the host's. A mistake in there takes nothing of ours down, does not go unseen, and gives `undefined`. */
export function safely<T>(call: () => T): T | undefined {
  try {
    return call();
  } catch (error) {
    surface(error);
    return undefined;
  }
}

/** Makes an error an uncaught one, where the page's console and error reporting see it. */
export function surface(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
