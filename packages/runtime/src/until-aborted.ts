/**
 * Ties `stop` to a signal: it runs when the signal aborts or when the returned
 * function is called, whichever comes first. Leaves nothing on the signal afterwards.
 */
export function untilAborted(signal: AbortSignal | undefined, stop: () => void): () => void {
  if (!signal) return stop;
  signal.addEventListener('abort', stop, { once: true });
  return () => {
    signal.removeEventListener('abort', stop);
    stop();
  };
}
