import { createReads, newReference } from '@baton/contracts';
import type { Clock, Random, Result, RoutingBackend, RoutingReads } from '@baton/contracts';
import { messageOf, surface, within } from '@baton/runtime';
import { portMethods } from '../options';
import { answerMs, checkedBackend } from './checked-backend';

/**
 * A backend that calls the host's function on first use. Requests wait for the function as long as for an answer. When
 * it fails, it is called again with the next request, and each distinct error is shown in the console once.
 */
export function backendFromFactory(
  factory: () => RoutingBackend | Promise<RoutingBackend>,
  clock: Clock,
  random: Random,
): RoutingBackend {
  const shown = new Set<string>();
  let made: Promise<RoutingBackend> | undefined;
  let isClosed = false;

  const backend = () => (isClosed ? Promise.reject(new Error('Baton has been closed')) : (made ??= begin()));

  function begin(): Promise<RoutingBackend> {
    const attempt = create();
    attempt.catch((mistake: unknown) => {
      made = undefined;
      if (!isClosed && !shown.has(messageOf(mistake))) surface(mistake);
      shown.add(messageOf(mistake));
    });
    return attempt;
  }

  async function create(): Promise<RoutingBackend> {
    try {
      return checkedBackend(complete(await factory()), clock, random);
    } catch (cause) {
      throw new Error(
        `The function in createBaton's option "backend" has failed: ${messageOf(cause)}. Nothing can be reached until it gives a backend; Baton calls it again when it next tries to connect. Let it return a RoutingBackend of @baton/contracts, or a promise of one.`,
        { cause },
      );
    }
  }

  async function request<T>(send: (backend: RoutingBackend) => Promise<Result<T>>): Promise<Result<T>> {
    let ready;
    try {
      ready = await within(clock, answerMs, 'The backend has not been made', backend());
    } catch (cause) {
      const reference = newReference(random);
      return {
        ok: false,
        error: { code: 'backend_unavailable', retryable: true, message: messageOf(cause), reference },
      };
    }
    return send(ready);
  }

  return {
    ...createReads((name, query, signal) =>
      request((ready) => {
        const byName: RoutingReads = ready;
        return byName[name](query, signal);
      }),
    ),
    send: (command) => request((ready) => ready.send(command)),
    follow(cursor, listener, signal) {
      backend().then(
        (ready) => signal.aborted || ready.follow(cursor, listener, signal),
        () => signal.aborted || listener.onGap(),
      );
    },
    close() {
      isClosed = true;
      made?.then(
        (ready) => ready.close?.(),
        () => undefined,
      );
    },
  };
}

/**
 * The same backend, checked at run time because hosts are not always written in TypeScript.
 *
 * @throws when a method of the port is missing
 */
function complete(backend: RoutingBackend): RoutingBackend {
  const value: unknown = backend;
  const has = (method: string) =>
    typeof value === 'object' && value !== null && typeof Reflect.get(value, method) === 'function';
  const missing = portMethods.filter((method) => !has(method));
  if (missing.length === 0) return backend;
  throw new TypeError(`what it gave has no ${missing.join(', ')}`);
}
