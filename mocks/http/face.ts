import * as v from 'valibot';
import type { Random } from '@baton/contracts';
import type { Refusal } from '../contact-centre/inputs';
import { http } from '../msw';
import type { HttpHandler } from '../msw';
import type { Reply } from '../service/port';
import { RequestRefused, problemResponse } from './problem';
import { readBody, readQuery, readToken, refuseOtherOrigins } from './read-request';
import type { Route } from './routes';

export interface FaceOptions {
  /** Makes the references of problems. */
  random: Random;
  /** Whether to check every answer and event against its schema, and to answer 500 if it is wrong. Default false. */
  checkAnswers?: boolean;
  /** The origin to answer for. Default any. */
  origin?: string;
}

/** A request that was read and checked. */
export interface Ask<Query, Body> {
  /** Empty where the route takes none. */
  token: string;
  query: Query;
  body: Body;
  /** The path's `:id`, unchecked. */
  id: unknown;
}

/** What every operation has in common: reading, checking, answering, refusing. */
export interface Face {
  /** Serves a route. */
  on<Query, Body, Value>(
    route: Route<Query, Body, Value>,
    work: (ask: Ask<Query, Body>) => Promise<Reply<Value>>,
  ): HttpHandler[];
  /** Serves a path whose answer is not JSON; `work` may throw `RequestRefused`. */
  at(
    method: Route<unknown, unknown, unknown>['method'],
    path: string,
    work: (request: Request, id: unknown) => Promise<Response>,
  ): HttpHandler[];
  /** Refuses addresses that cannot be decoded: msw throws at them. Comes first. */
  undecodable: HttpHandler;
  /** Refuses what no route has served. Comes last. */
  otherwise(path: string): HttpHandler;
  /** The response to a request that got no value. */
  refused(problem: Refusal | 'connectionLost'): Response;
  /** Passes a value on, checked against its schema where answers are. */
  checked<T>(schema: v.GenericSchema<unknown, T>, value: T): T;
}

export function createFace({ random, checkAnswers = false, origin = '*' }: FaceOptions): Face {
  const checked: Face['checked'] = (schema, value) => (checkAnswers ? v.parse(schema, value) : value);

  const refused: Face['refused'] = (problem) =>
    problem === 'connectionLost' ? Response.error() : problemResponse(problem, random);

  function failed(error: unknown): Response {
    if (error instanceof RequestRefused) return problemResponse(error.refusal, random, error.status);
    return problemResponse({ code: 'internal', detail: 'The contact centre failed.' }, random);
  }

  const at: Face['at'] = (method, path, work) => [
    http[method](`${origin}${path}`, ({ request, params }) => work(request, params['id']).catch(failed)),
    http.all(`${origin}${path}`, () => {
      const allow = method.toUpperCase();
      return problemResponse({ code: 'unsupported', detail: `Only ${allow} is possible here.` }, random, 405, {
        allow,
      });
    }),
  ];

  return {
    at,
    on: (route, work) =>
      at(route.method, route.path, async (request, id) => {
        if (route.sameOrigin) refuseOtherOrigins(request);
        const token = route.secured ? readToken(request) : '';
        const query = readQuery(request, route.query);
        const body = await readBody(request, route.body);
        const reply = await work({ token, query, body, id });
        if (!reply.ok) return refused(reply.problem);
        const init = { status: route.status, headers: { 'cache-control': 'no-store' } };
        const value = checked(route.answer, reply.value);
        return route.status === 204 ? new Response(null, init) : Response.json(value, init);
      }),
    undecodable: http.all(
      ({ request }) => !isDecodable(new URL(request.url).pathname),
      () => problemResponse({ code: 'validation', detail: 'The address is not valid.' }, random),
    ),
    otherwise: (path) =>
      http.all(`${origin}${path}`, () =>
        problemResponse({ code: 'not_found', detail: 'There is nothing at this address.' }, random),
      ),
    refused,
    checked,
  };
}

function isDecodable(path: string): boolean {
  try {
    return decodeURIComponent(path) !== undefined;
  } catch {
    return false;
  }
}
