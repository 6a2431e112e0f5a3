import { Refusal } from '@baton/adapter-kit';
import type { Clock, Known, RoutingErrorCode } from '@baton/contracts';
import { within } from '@baton/runtime';
import * as v from 'valibot';
import type { CheckedOptions } from './options';

/** How to reach Workspace over HTTP, in the agent's session. */
export interface WorkspaceApi {
  /** The `data` of the answer. */
  get<T>(path: string, schema: v.GenericSchema<unknown, T>, query?: Record<string, string>): Promise<T>;
  /** Asks for something. That it is done is told by an event. */
  post(path: string, data?: object, operationId?: string): Promise<void>;
  /** Begins a session by the agent's token or by the code of their redirect. */
  initialize(): Promise<void>;
  /** Sends Bayeux messages, and gives those of the answer. */
  exchange(messages: readonly object[], limitMs: number): Promise<unknown>;
  /** Ends all requests. */
  close(): void;
}

/** How long an answer may take. Below the 8 s of host-kit, so that one that never comes does not hold up what follows. */
const limitMs = 6_000;

const Answer = v.object({
  status: v.object({ code: v.number(), message: v.optional(v.string()) }),
  data: v.optional(v.unknown()),
});

interface Request {
  method: 'GET' | 'POST';
  path: string;
  body?: unknown;
  limitMs?: number;
}

export function createApi(
  options: CheckedOptions,
  clock: Clock,
  onUnauthenticated: (message: string) => void,
): WorkspaceApi {
  const { baseUrl, signIn, apiKey, fetch: send = fetch } = options;
  const closing = new AbortController();
  let token: string | undefined;

  async function attempt({ method, path, body }: Request): Promise<Response> {
    if ('getToken' in signIn) token ??= await signIn.getToken();
    return send(`${baseUrl}${path}`, {
      method,
      credentials: 'include',
      cache: 'no-store',
      signal: closing.signal,
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(apiKey !== undefined && { 'x-api-key': apiKey }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }

  async function renewing(request: Request): Promise<Response> {
    const used = token;
    const response = await attempt(request);
    if (response.status !== 401 || !('getToken' in signIn)) return response;
    // Requests that were refused together renew the token once.
    if (token === used) token = await signIn.getToken(used);
    return attempt(request);
  }

  async function ask(request: Request): Promise<unknown> {
    const { method, path } = request;
    const answer = (async () => {
      const response = await renewing(request);
      return { response, body: await bodyOf(response) };
    })();
    const { response, body } = await within(clock, request.limitMs ?? limitMs, `${method} ${path}: no answer`, answer);
    if (response.status === 401) {
      const message = `Workspace does not accept the agent’s session any more: ${method} ${path} was answered with 401.`;
      onUnauthenticated(message);
      throw new Refusal('unauthenticated', message);
    }
    const read = v.safeParse(Answer, body);
    const isTaken = read.success && [0, 1, 2].includes(read.output.status.code);
    if (response.ok && (isTaken || !read.success)) return read.success ? read.output.data : body;
    const said = read.success ? read.output.status : { code: response.status, message: response.statusText };
    const message = `${method} ${path} was answered with ${said.code} ${said.message ?? ''}`.trim();
    const code = read.success ? codeOf(said.code, said.message ?? '') : codeOfHttp(response.status);
    // A proxy's answer says nothing about what Workspace has done.
    if (!code) throw new Error(message);
    throw new Refusal(code, message);
  }

  return {
    async get(path, schema, query) {
      const search = query ? `?${new URLSearchParams(query).toString()}` : '';
      return v.parse(schema, (await ask({ method: 'GET', path: path + search })) ?? {});
    },
    async post(path, data = {}, operationId) {
      await ask({ method: 'POST', path, body: { data, ...(operationId !== undefined && { operationId }) } });
    },
    async initialize() {
      const query =
        'code' in signIn
          ? `?${new URLSearchParams({ code: signIn.code, redirect_uri: signIn.redirectUri, ...(signIn.state !== undefined && { state: signIn.state }) }).toString()}`
          : '';
      await ask({ method: 'POST', path: `/initialize-workspace${query}` });
    },
    exchange: (messages, waitMs) => ask({ method: 'POST', path: '/notifications', body: messages, limitMs: waitMs }),
    close: () => closing.abort(),
  };
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Workspace tells most failures by words: "Resource not found" comes with 500. */
function codeOf(code: number, message: string): Known<RoutingErrorCode> {
  if (/not found|unknown/i.test(message)) return 'not_found';
  if (/state|not allowed|invalid operation/i.test(message)) return 'invalid_state';
  return codeOfHttp(code) ?? 'internal';
}

function codeOfHttp(status: number): Known<RoutingErrorCode> | undefined {
  const known: Partial<Record<number, Known<RoutingErrorCode>>> = {
    400: 'validation',
    401: 'unauthenticated',
    403: 'forbidden',
    404: 'not_found',
    409: 'conflict',
    429: 'rate_limited',
  };
  return known[status];
}
