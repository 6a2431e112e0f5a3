import * as v from 'valibot';
import { EventFrame, Version } from '@baton/contracts';
import { createEventStream, eventStreamHeaders } from './http/event-stream';
import { check, readToken } from './http/read-request';
import { createRouter } from './http/router';
import type { Router, RouterOptions } from './http/router';
import { controlNames } from './control/operations';
import type { ContactCentreControl, ControlAnswer, ControlBody, ControlName } from './control/operations';
import type { Answer } from './contact-centre';
import { controlRoute, eventsPath, readNames, readRoute, routes } from './http/routes';
import type { HttpHandler } from './msw';
import type { ContactCentrePort } from './service/port';

export interface HandlerOptions extends RouterOptions {
  /** Whether to offer `/v1/control/…`. Default false. */
  control?: boolean;
}

/** The contact centre over HTTP: MSW handlers for everything under `/v1/`. */
export function createHandlers(
  centre: ContactCentrePort,
  { control = false, ...options }: HandlerOptions = {},
): HttpHandler[] {
  const router = createRouter(options);
  const { on, onPath, malformedAddress, notFound } = router;
  return [
    malformedAddress,
    ...on(routes.signInChoices, () => centre.signInChoices()),
    ...on(routes.openSession, ({ body }) => centre.openSession(body)),
    ...on(routes.command, ({ token, body }) => centre.command(token, body)),
    ...readNames.flatMap((name) => on(readRoute(name), ({ token, query }) => centre.read(token, name, query))),
    ...onPath('get', eventsPath, (request) => followEvents(request, centre, router)),
    ...(control ? controlHandlers(centre.control, router) : []),
    notFound('/v1/*'),
  ];
}

/** Answers with an event stream that starts after `Last-Event-ID`, else after `?since=`, else now. */
async function followEvents(request: Request, centre: ContactCentrePort, router: Router): Promise<Response> {
  const token = readToken(request);
  const since = request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('since') ?? undefined;
  const cursor = check(v.optional(Cursor), since);
  const stream = createEventStream((frame) => router.checked(EventFrame, frame));
  const reply = await centre.subscribe(token, cursor, stream.sink);
  if (!reply.ok) return router.refusalResponse(reply.problem);
  stream.onGone(reply.value);
  return new Response(stream.body, { headers: eventStreamHeaders });
}

const Cursor = v.pipe(v.string(), v.regex(/^\d{1,15}$/, 'Not a position'), v.transform(Number), Version);

function controlHandlers(control: ContactCentreControl, { on }: Router): HttpHandler[] {
  return controlNames.flatMap((name) => on(controlRoute(name), ({ body }) => operate(control, name, body)));
}

function operate<N extends ControlName>(
  control: ContactCentreControl,
  name: N,
  body: ControlBody<N>,
): Promise<Answer<ControlAnswer<N>>> {
  return control[name](body);
}
