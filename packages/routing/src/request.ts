import { contractHeader, contractVersion } from '@baton/contracts';
import type { Random, Result, RoutingConnection, RoutingErrorCode } from '@baton/contracts';
import { messageOf, startTimeLimit } from '@baton/runtime';
import * as v from 'valibot';
import { codeOfMalformed, errorFromAnswer, localError } from './errors';

/** Time limit for an answer of the backend. */
const answerMs = 8_000;

/** Length of a body up to which a request outlives its page. */
const maxKeptLength = 1024;

/** How to reach the backend; without `getToken` requests have no token. */
export type HttpConnection = Pick<RoutingConnection, 'baseUrl' | 'fetch' | 'clock' | 'random'> &
  Partial<Pick<RoutingConnection, 'getToken'>>;

export interface HttpRequest<T> {
  /** Relative to the base URL, with the query: "v1/targets?limit=50". */
  path: string;
  /** Posted as JSON; without it the request is a GET. */
  body?: unknown;
  /** Schema of the answer. */
  answer: v.GenericSchema<unknown, T>;
  /** The code when no answer comes: a read can be repeated, a command may have been taken. */
  unanswered: Extract<RoutingErrorCode, 'backend_unavailable' | 'unknown_outcome'>;
  signal?: AbortSignal | undefined;
}

/**
 * Sends one request. Every outcome is in the result: it never throws, and never repeats a request that may have
 * arrived.
 */
export async function request<T>(connection: HttpConnection, asked: HttpRequest<T>): Promise<Result<T>> {
  const { clock, random } = connection;
  const timeLimit = startTimeLimit(clock, answerMs, asked.signal);
  let mayHaveArrived = false;
  try {
    const response = await timeLimit.limit(
      signedFetch(
        connection,
        asked.path,
        () => init(asked, timeLimit.signal),
        (mayArrive) => (mayHaveArrived = mayArrive),
      ),
    );
    if (response === 'noToken') return noToken(random);
    return resultOf(response, await timeLimit.limit(readJson(response)), asked, connection);
  } catch (cause) {
    if (mayHaveArrived) return { ok: false, error: localError(asked.unanswered, messageOf(cause), random) };
    if (connection.getToken && !asked.signal?.aborted) return noToken(random);
    return { ok: false, error: localError('backend_unavailable', messageOf(cause), random) };
  } finally {
    timeLimit.clear();
  }
}

function noToken(random: Random): Result<never> {
  const error = localError('backend_unavailable', 'The host has given no token: nothing was sent.', random);
  return { ok: false, error: { ...error, noToken: true } };
}

/**
 * Sends a request with the token. When the token is refused, asks once for a newer one and sends again, which is safe
 * because a refused request has changed nothing.
 *
 * @param onProgress called with whether the backend may have the request
 */
export async function signedFetch(
  { baseUrl, getToken, fetch = globalThis.fetch }: HttpConnection,
  path: string,
  init: () => RequestInit,
  onProgress: (mayHaveArrived: boolean) => void = () => undefined,
): Promise<Response | 'noToken'> {
  const send = async (token?: string): Promise<Response> => {
    const { headers, ...rest } = init();
    const signed = new Headers(headers);
    signed.set(contractHeader, contractVersion);
    if (token !== undefined) signed.set('authorization', `Bearer ${token}`);
    onProgress(true);
    const response = await fetch(baseUrl + path, { ...rest, headers: signed, credentials: 'omit', cache: 'no-store' });
    if (response.status === 401) onProgress(false);
    return response;
  };
  if (!getToken) return send();

  const token = await tokenFrom(getToken);
  if (token === undefined) return 'noToken';
  const response = await send(token);
  if (response.status !== 401) return response;

  const newer = await tokenFrom(getToken, token);
  if (newer === undefined || newer === token) return response;
  await response.body?.cancel();
  return send(newer);
}

async function tokenFrom(getToken: RoutingConnection['getToken'], refused?: string): Promise<string | undefined> {
  try {
    return await getToken(refused);
  } catch {
    return undefined;
  }
}

function init({ body }: HttpRequest<unknown>, signal: AbortSignal): RequestInit {
  if (body === undefined) return { method: 'GET', headers: { accept: 'application/json' }, signal };
  const json = JSON.stringify(body);
  return {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: json,
    // What is sent while the page is left arrives all the same. Browsers take at most 64 KB of such bodies at a time.
    keepalive: json.length <= maxKeptLength,
    signal,
  };
}

/** The body as JSON; `undefined` if it is not JSON. */
export async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function resultOf<T>(
  response: Response,
  body: unknown,
  { answer, unanswered }: HttpRequest<T>,
  { clock, random }: HttpConnection,
): Result<T> {
  if (!response.ok) return { ok: false, error: errorFromAnswer(response, body, { clock, random }, unanswered) };
  const checked = v.safeParse(answer, body);
  if (checked.success) return { ok: true, value: checked.output };
  return {
    ok: false,
    error: localError(
      codeOfMalformed(unanswered),
      `HTTP ${response.status} with an answer that makes no sense.`,
      random,
    ),
  };
}
