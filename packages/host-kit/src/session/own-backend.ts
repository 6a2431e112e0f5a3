import { newReference } from '@baton/contracts';
import type { Clock, Random, Result, RoutingBackend, RoutingErrorCode } from '@baton/contracts';
import { hook } from '../hook';
import { TimeoutError, within } from '../modules/within';

/** As long as Baton's own wire is given. */
const answerMs = 8_000;

/**
 * A host's own backend, held to the port's promise that failures are values: what it throws becomes one, and is shown
 * as the mistake it is. So does an answer that does not come.
 */
export function failuresAsValues(backend: RoutingBackend, clock: Clock, random: Random): RoutingBackend {
  async function asked<T>(
    ask: () => Promise<Result<T>>,
    code: RoutingErrorCode,
    signal?: AbortSignal,
  ): Promise<Result<T>> {
    try {
      return await within(clock, answerMs, 'No answer', ask());
    } catch (cause) {
      if (signal?.aborted !== true && !(cause instanceof TimeoutError)) show(cause);
      const message = cause instanceof Error ? cause.message : String(cause);
      return {
        ok: false,
        error: { code, retryable: code === 'backend_unavailable', message, reference: newReference(random) },
      };
    }
  }
  const read = <T>(ask: () => Promise<Result<T>>, signal?: AbortSignal) => asked(ask, 'backend_unavailable', signal);

  return {
    // Nobody knows how far it came.
    send: (command) => asked(() => backend.send(command), 'unknown_outcome'),
    snapshot: (signal) => read(() => backend.snapshot(signal), signal),
    searchTargets: (query, signal) => read(() => backend.searchTargets(query, signal), signal),
    favourites: (signal) => read(() => backend.favourites(signal), signal),
    recents: (signal) => read(() => backend.recents(signal), signal),
    messages: (interactionId, page, signal) => read(() => backend.messages(interactionId, page, signal), signal),
    follow(cursor, listener, signal) {
      try {
        backend.follow(cursor, listener, signal);
      } catch (cause) {
        show(cause);
        // A snapshot, and another try after a pause.
        listener.onGap();
      }
    },
  };
}

function show(mistake: unknown): void {
  hook(() => {
    throw mistake;
  });
}
