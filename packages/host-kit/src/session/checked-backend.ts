import {
  CommandAnswer,
  EventFrame,
  RoutingErrorCode,
  TargetProblem,
  createReads,
  newReference,
  reads,
} from '@baton/contracts';
import type {
  Clock,
  Random,
  Result,
  RoutingBackend,
  RoutingError,
  RoutingReads,
  StreamListener,
} from '@baton/contracts';
import { TimeoutError, messageOf, safely, within } from '@baton/runtime';
import * as v from 'valibot';

/** How long a backend has for an answer: as long as over Baton's own wire. */
export const answerMs = 8_000;

const Failure = v.object({
  code: RoutingErrorCode,
  retryable: v.boolean(),
  message: v.string(),
  reference: v.string(),
  target: v.optional(TargetProblem),
  noToken: v.optional(v.literal(true)),
  retryAfterMs: v.optional(v.number()),
});

/**
 * Wraps a host's own backend so that it keeps the promises of the port: failures are values, every request is answered,
 * and all data has the shape of the contract. Violations are shown in the console once, with place and cure. A malformed
 * answer becomes a failure; after a malformed frame the desktop takes a snapshot, so that no event is lost.
 */
export function checkedBackend(backend: RoutingBackend, clock: Clock, random: Random): RoutingBackend {
  const shown = new Set<string>();
  function showOnce(mistake: TypeError): void {
    if (!shown.has(mistake.message)) show(mistake);
    shown.add(mistake.message);
  }

  const failure = (code: RoutingErrorCode, message: string): { ok: false; error: RoutingError } => ({
    ok: false,
    error: { code, retryable: code === 'backend_unavailable', message, reference: newReference(random) },
  });

  async function request<T>(
    method: keyof RoutingBackend,
    value: v.GenericSchema<unknown, T>,
    send: () => Promise<unknown>,
    codes: { noAnswer: RoutingErrorCode; badAnswer: RoutingErrorCode },
    signal?: AbortSignal,
  ): Promise<Result<T>> {
    try {
      return resultOf(method, value, await within(clock, answerMs, `No answer from backend.${method}()`, send()));
    } catch (cause) {
      if (cause instanceof MalformedError) {
        showOnce(cause);
        return failure(codes.badAnswer, cause.message);
      }
      if (signal?.aborted !== true && !(cause instanceof TimeoutError)) show(cause);
      return failure(codes.noAnswer, messageOf(cause));
    }
  }

  const byName: RoutingReads = backend;

  return {
    ...createReads((name, query, signal) =>
      request(
        name,
        reads[name].answer,
        () => byName[name](query, signal),
        { noAnswer: 'backend_unavailable', badAnswer: 'internal' },
        signal,
      ),
    ),
    // Without a valid answer the command may have been taken.
    send: (command) =>
      request('send', CommandAnswer, () => backend.send(command), {
        noAnswer: 'unknown_outcome',
        badAnswer: 'unknown_outcome',
      }),
    follow(cursor, listener, signal) {
      const following = new AbortController();
      const stop = () => following.abort();
      signal.addEventListener('abort', stop, { once: true });
      if (signal.aborted) stop();
      const failed = (mistake: unknown) => {
        if (following.signal.aborted) return;
        stop();
        // The desktop takes a snapshot and follows again.
        listener.onGap();
        if (mistake instanceof MalformedError) showOnce(mistake);
        else show(mistake);
      };
      try {
        backend.follow(cursor, checkedListener(listener, following.signal, failed), following.signal);
      } catch (cause) {
        failed(cause);
      }
    },
    close: () => safely(() => backend.close?.()),
  };
}

/** A value of the host's backend that does not fit the contract. The message names the place and the cure. */
class MalformedError extends TypeError {}

function checkedListener(listener: StreamListener, signal: AbortSignal, failed: (mistake: MalformedError) => void) {
  return {
    ...listener,
    onFrame(frame) {
      // The backend may go on after the signal has aborted.
      if (signal.aborted) return;
      const read = v.safeParse(EventFrame, frame);
      if (read.success) return listener.onFrame(read.output);
      failed(malformed('listener.onFrame(frame)', read.issues, 'Give it an EventFrame of @baton/contracts.'));
    },
  } satisfies StreamListener;
}

function resultOf<T>(method: string, value: v.GenericSchema<unknown, T>, answer: unknown): Result<T> {
  const outcome = v.safeParse(v.looseObject({ ok: v.boolean() }), answer);
  const cure =
    'Return { ok: true, value } or { ok: false, error }, as RoutingBackend of @baton/contracts declares them.';
  const fail = (issues: readonly v.BaseIssue<unknown>[], within = ''): never => {
    throw malformed(`backend.${method}()`, issues, cure, within);
  };
  if (!outcome.success) return fail(outcome.issues);
  if (outcome.output.ok) {
    const read = v.safeParse(value, outcome.output['value']);
    return read.success ? { ok: true, value: read.output } : fail(read.issues, 'value');
  }
  const read = v.safeParse(Failure, outcome.output['error']);
  return read.success ? { ok: false, error: read.output } : fail(read.issues, 'error');
}

function malformed(where: string, issues: readonly v.BaseIssue<unknown>[], cure: string, within = ''): MalformedError {
  const wrong = issues.map((issue) => {
    const place = [within, v.getDotPath(issue)].filter(Boolean).join('.');
    return place ? `${place}: ${issue.message}` : issue.message;
  });
  return new MalformedError(`${where} of the page's own backend cannot be used: ${wrong.join('; ')}. ${cure}`);
}

function show(mistake: unknown): void {
  safely(() => {
    throw mistake;
  });
}
