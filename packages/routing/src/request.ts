import type { Result, RoutingConnection, RoutingErrorCode } from '@baton/contracts';
import * as v from 'valibot';
import { startDeadline } from './deadline';
import { errorFromAnswer, localError, senseless } from './errors';

/** How long the backend has for an answer. */
const answerMs = 8_000;

/** How to reach the backend; without `getToken` requests go unsigned. */
export type HttpConnection = Pick<RoutingConnection, 'baseUrl' | 'fetch' | 'clock' | 'random'> &
  Partial<Pick<RoutingConnection, 'getToken'>>;

export interface HttpRequest<T> {
  /** Below the base URL, with its query: "v1/targets?limit=50". */
  path: string;
  /** Posted as JSON; without it the request is a GET. */
  body?: unknown;
  /** What the answer must look like. */
  answer: v.GenericSchema<unknown, T>;
  /** What it means when no answer comes: a read can be repeated, of a command nobody knows what became. */
  unanswered: Extract<RoutingErrorCode, 'backend_unavailable' | 'unknown_outcome'>;
  signal?: AbortSignal;
}

/** One request, one answer. Whatever happens is in the result; nothing throws, nothing is repeated blindly. */
export async function request<T>(connection: HttpConnection, asked: HttpRequest<T>): Promise<Result<T>> {
  const { clock, random } = connection;
  const deadline = startDeadline(clock, answerMs, asked.signal);
  let mayBeThere = false;
  try {
    const response = await deadline.limit(
      signedFetch(
        connection,
        asked.path,
        () => init(asked, deadline.signal),
        (out) => (mayBeThere = out),
      ),
    );
    if (response === 'noToken')
      return {
        ok: false,
        error: localError('backend_unavailable', 'The host could give no token: nothing was sent.', random),
      };
    return resultOf(response, await deadline.limit(readJson(response)), asked, connection);
  } catch (cause) {
    return {
      ok: false,
      error: localError(mayBeThere ? asked.unanswered : 'backend_unavailable', messageOf(cause), random),
    };
  } finally {
    deadline.clear();
  }
}

/**
 * Sends with the token, if there is one to be had; when it is refused, asks once for a newer one and sends
 * again, which is safe since a refused request has changed nothing. Says with `out` when the backend may have the
 * request, and when it surely has not.
 */
export async function signedFetch(
  { baseUrl, getToken, fetch = globalThis.fetch }: HttpConnection,
  path: string,
  init: () => RequestInit,
  out: (mayBeThere: boolean) => void = () => undefined,
): Promise<Response | 'noToken'> {
  const send = async (token?: string): Promise<Response> => {
    const { headers, ...rest } = init();
    const signed = new Headers(headers);
    if (token !== undefined) signed.set('authorization', `Bearer ${token}`);
    out(true);
    const response = await fetch(baseUrl + path, { ...rest, headers: signed, credentials: 'omit', cache: 'no-store' });
    if (response.status === 401) out(false);
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
  return {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  };
}

/** The body as JSON; `undefined` when it is something else. */
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
    error: localError(senseless(unanswered), `HTTP ${response.status} with an answer that makes no sense.`, random),
  };
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
