/** Calls the host's code. If that throws, returns `undefined`, and the error is reported as uncaught. */
export function safely<T>(call: () => T): T | undefined {
  try {
    return call();
  } catch (error) {
    surface(error);
    return undefined;
  }
}

/** Throws an error asynchronously, so that the page's console and error reporting show it. */
export function surface(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
