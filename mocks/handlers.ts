import * as v from 'valibot';
import { EventFrame, Id, Version } from '@baton/contracts';
import { createEventStream, eventStreamHeaders } from './http/event-stream';
import { createFace } from './http/face';
import type { Face, FaceOptions } from './http/face';
import { check, readToken } from './http/read-request';
import { controlRoutes, eventsPath, routes } from './http/routes';
import type { HttpHandler } from './msw';
import type { ContactCentreControl, ContactCentrePort, Reply } from './service/port';

export interface HandlerOptions extends FaceOptions {
  /** Whether to offer `/v1/control/…`. Default false. */
  control?: boolean;
}

/** The contact centre's HTTP face: MSW handlers for everything under `/v1/`. */
export function createHandlers(
  centre: ContactCentrePort,
  { control = false, ...options }: HandlerOptions,
): HttpHandler[] {
  const face = createFace(options);
  const { on, at, undecodable, otherwise } = face;
  return [
    undecodable,
    ...on(routes.signInChoices, () => centre.signInChoices()),
    ...on(routes.openSession, ({ body }) => centre.openSession(body.agentId)),
    ...on(routes.command, ({ token, body }) => centre.command(token, body)),
    ...on(routes.snapshot, ({ token }) => centre.snapshot(token)),
    ...on(routes.targets, ({ token, query }) => centre.targets(token, query)),
    ...on(routes.favourites, ({ token }) => centre.favourites(token)),
    ...on(routes.recents, ({ token }) => centre.recents(token)),
    ...on(routes.messages, ({ token, id, query }) => centre.messages(token, check(Id, id), query)),
    ...at('get', eventsPath, (request) => followEvents(request, centre, face)),
    ...(control ? controlHandlers(centre.control, face) : []),
    otherwise('/v1/*'),
  ];
}

/** Answers with an event stream that goes on from `Last-Event-ID`, else from `?since=`, else from now. */
async function followEvents(request: Request, centre: ContactCentrePort, face: Face): Promise<Response> {
  const token = readToken(request);
  const since = request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('since') ?? undefined;
  const cursor = check(v.optional(Cursor), since);
  const stream = createEventStream((frame) => face.checked(EventFrame, frame));
  const reply = await centre.subscribe(token, cursor, stream.sink);
  if (!reply.ok) return face.refused(reply.problem);
  stream.onGone(reply.value);
  return new Response(stream.body, { headers: eventStreamHeaders });
}

const Cursor = v.pipe(v.string(), v.regex(/^\d{1,15}$/, 'Not a position'), v.transform(Number), Version);

function controlHandlers(control: ContactCentreControl, { on }: Face): HttpHandler[] {
  return [
    ...on(controlRoutes.advance, ({ body }) => done(control.advance(body.ms))),
    ...on(controlRoutes.reset, () => done(control.reset())),
    ...on(controlRoutes.dropStreams, () => done(control.dropStreams())),
    ...on(controlRoutes.customerWrites, ({ body }) => control.customerWrites(body.interactionId, body.text)),
    ...on(controlRoutes.customerEnds, ({ body }) => control.customerEnds(body.interactionId)),
    ...on(controlRoutes.perform, ({ body }) => control.perform(body.agentId, body.command)),
    ...on(controlRoutes.commands, async () => ({ ok: true, value: { commands: [...(await control.commands())] } })),
  ];
}

async function done(work: Promise<void>): Promise<Reply<null>> {
  await work;
  return { ok: true, value: null };
}
