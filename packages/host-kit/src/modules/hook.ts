/** Calls back a host. Its own mistake in a hook must not take a module down, nor go unseen. */
export function hook(call: () => void): void {
  try {
    call();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
