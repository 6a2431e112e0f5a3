import * as v from 'valibot';
import type { Random } from '@baton/contracts';
import { systemRandom } from '@baton/runtime';
import type { Refusal } from '../contact-centre/inputs';
import { http } from '../msw';
import type { HttpHandler } from '../msw';
import type { Reply } from '../service/port';
import { RequestRefused, problemResponse } from './problem';
import { readBody, readQuery, readToken, refuseOtherOrigins } from './read-request';
import type { Route } from './routes';

export interface RouterOptions {
  /** Makes the references of problems. Default: the device's chance. */
  random?: Random;
  /** Whether to validate every answer and event, and to answer 500 if one is wrong. Default false. */
  checkAnswers?: boolean;
  /** The origin to answer for. Default any. */
  origin?: string;
}

/** A request whose parts have been validated. */
export interface CheckedRequest<Query, Body> {
  /** Empty where the route takes none. */
  token: string;
  query: Query;
  body: Body;
}

/** Maps routes to MSW handlers, and does what all operations share: validation, answers, refusals. */
export interface Router {
  /** Serves a route. */
  on<Query, Body, Value>(
    route: Route<Query, Body, Value>,
    work: (request: CheckedRequest<Query, Body>) => Promise<Reply<Value>>,
  ): HttpHandler[];
  /** Serves a path whose answer is not JSON; `work` may throw `RequestRefused`. */
  onPath(
    method: Route<unknown, unknown, unknown>['method'],
    path: string,
    work: (request: Request, pathParameters: Readonly<Record<string, unknown>>) => Promise<Response>,
  ): HttpHandler[];
  /** Refuses addresses that cannot be decoded, on which msw throws. Comes first. */
  malformedAddress: HttpHandler;
  /** Refuses requests that no route has served. Comes last. */
  notFound(path: string): HttpHandler;
  /** The response to a refused or lost request. */
  refusalResponse(problem: Refusal | 'connectionLost'): Response;
  /** Returns the value, validated if `checkAnswers` is set. */
  checked<T>(schema: v.GenericSchema<unknown, T>, value: T): T;
}

export function createRouter({ random = systemRandom, checkAnswers = false, origin = '*' }: RouterOptions): Router {
  const checked: Router['checked'] = (schema, value) => (checkAnswers ? v.parse(schema, value) : value);

  const refusalResponse: Router['refusalResponse'] = (problem) =>
    problem === 'connectionLost' ? Response.error() : problemResponse(problem, random);

  function failed(error: unknown): Response {
    if (error instanceof RequestRefused) return problemResponse(error.refusal, random, error.status);
    return problemResponse({ code: 'internal', detail: 'The contact centre failed.' }, random);
  }

  const onPath: Router['onPath'] = (method, path, work) => [
    http[method](`${origin}${path}`, ({ request, params }) => work(request, params).catch(failed)),
    http.all(`${origin}${path}`, () => {
      const allow = method.toUpperCase();
      return problemResponse({ code: 'unsupported', detail: `Only ${allow} is possible here.` }, random, 405, {
        allow,
      });
    }),
  ];

  return {
    onPath,
    on: (route, work) =>
      onPath(route.method, route.path, async (request, pathParameters) => {
        if (route.sameOrigin) refuseOtherOrigins(request);
        const token = route.secured ? readToken(request) : '';
        const query = readQuery(request, route.query, namedParameters(pathParameters));
        const body = await readBody(request, route.body);
        const reply = await work({ token, query, body });
        if (!reply.ok) return refusalResponse(reply.problem);
        const init = { status: route.status, headers: { 'cache-control': 'no-store' } };
        const value = checked(route.answer, reply.value);
        return route.status === 204 ? new Response(null, init) : Response.json(value, init);
      }),
    malformedAddress: http.all(
      ({ request }) => !isDecodable(new URL(request.url).pathname),
      () => problemResponse({ code: 'validation', detail: 'The address is not valid.' }, random),
    ),
    notFound: (path) =>
      http.all(`${origin}${path}`, () =>
        problemResponse({ code: 'not_found', detail: 'There is nothing at this address.' }, random),
      ),
    refusalResponse,
    checked,
  };
}

/** The parameters that the path names; msw adds numbered ones for each `*`. */
function namedParameters(parameters: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.entries(parameters).filter(([name]) => !/^\d+$/.test(name)));
}

function isDecodable(path: string): boolean {
  try {
    return decodeURIComponent(path) !== undefined;
  } catch {
    return false;
  }
}
