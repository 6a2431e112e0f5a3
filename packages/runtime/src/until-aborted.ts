/**
 * Ties `stop` to a signal: it runs when the signal aborts or the returned function is called, whichever is first. After
 * that no listener is left on the signal.
 */
export function untilAborted(signal: AbortSignal | undefined, stop: () => void): () => void {
  if (!signal) return stop;
  signal.addEventListener('abort', stop, { once: true });
  return () => {
    signal.removeEventListener('abort', stop);
    stop();
  };
}
