import { toJsonSchema, toJsonSchemaDefs } from '@valibot/to-json-schema';
import type { JsonSchema } from '@valibot/to-json-schema';
import {
  Agent,
  AgentRef,
  CommandAnswer,
  CommandTaken,
  Contact,
  EventFrame,
  Heartbeat,
  Interaction,
  Invitation,
  Message,
  MessagePage,
  Notice,
  Presence,
  Problem,
  RoutingEvent,
  SessionAnswer,
  SessionRequest,
  SignInChoices,
  Snapshot,
  Target,
  TargetPage,
  TargetRef,
  Transfer,
  contractHeader,
} from '@baton/contracts';
import { Command } from '@baton/contracts/schemas';
import type { Known, RoutingErrorCode } from '@baton/contracts';
import type { GenericSchema } from 'valibot';
import { retryAfterSeconds, statusOf } from '../http/problem';
import { controlNames } from '../control/operations';
import { controlRoute, eventsPath, readNames, readRoute, routes } from '../http/routes';
import type { Route } from '../http/routes';

/** Schemas with a name of their own in the document. */
const definitions = {
  Agent,
  AgentRef,
  Command,
  CommandAnswer,
  CommandTaken,
  Contact,
  EventFrame,
  Heartbeat,
  Interaction,
  Invitation,
  Message,
  MessagePage,
  Notice,
  Presence,
  Problem,
  RoutingEvent,
  SessionAnswer,
  SessionRequest,
  SignInChoices,
  Snapshot,
  Target,
  TargetPage,
  TargetRef,
  Transfer,
};

const config = {
  target: 'draft-2020-12' as const,
  typeMode: 'input' as const,
  // JSON Schema cannot express these checks. A server makes them all the same.
  ignoreActions: ['check'],
  overrideRef: ({ referenceId }: { referenceId: string }) => `#/components/schemas/${referenceId}`,
};

const schemaOf = (schema: GenericSchema): JsonSchema => {
  const { $schema: _, $defs: __, ...rest } = toJsonSchema(schema, { ...config, definitions });
  return rest;
};

/** The contact centre's wire as an OpenAPI 3.1 document, made from the schemas that validate it. */
export function createOpenApiDocument() {
  const operations = [
    ...Object.entries(routes).map(described),
    ...readNames.map((name) => described([name, readRoute(name)])),
    ...controlNames.map((name) => described([name, controlRoute(name)])),
    [eventsPath, 'get', eventsOperation] as const,
  ];
  const paths: Record<string, Record<string, object>> = {};
  for (const [path, method, described] of operations) {
    const braced = path.replaceAll(/:(\w+)/g, '{$1}');
    paths[braced] = { ...paths[braced], [method]: described };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Baton routing backend',
      version: '1',
      description:
        'The wire between an agent desktop and its contact centre. `/v1/control` exists in the mock only, where it is switched on.',
    },
    paths,
    components: {
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer', description: 'The token of one window’s session.' },
      },
      schemas: toJsonSchemaDefs(definitions, config),
    },
  };
}

// Every route answers values of its own type; the document only wants their schemas.
type AnyRoute = Pick<
  Route<unknown, unknown, unknown>,
  'method' | 'path' | 'summary' | 'secured' | 'sameOrigin' | 'status' | 'refusals'
> & {
  query: GenericSchema;
  body: GenericSchema;
  answer: GenericSchema;
};

const described = ([id, route]: [id: string, route: AnyRoute]) =>
  [route.path, route.method, operation(id, route)] as const;

const statusDescriptions = { 200: 'The answer', 201: 'Made', 202: 'Taken; the outcome comes as events', 204: 'Done' };

function operation(
  operationId: string,
  { path, summary, secured, sameOrigin, query, body, status, answer, refusals }: AnyRoute,
) {
  const hasBody = body.type !== 'undefined';
  return {
    operationId,
    summary,
    security: secured ? [{ session: [] }] : [],
    parameters: [contract, ...parameters(path, schemaOf(query))],
    ...(hasBody && { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body) } } } }),
    responses: {
      [status]: {
        description: statusDescriptions[status],
        ...(status !== 204 && { content: { 'application/json': { schema: schemaOf(answer) } } }),
      },
      ...refusalResponses([
        'validation',
        ...(secured ? (['unauthenticated'] as const) : []),
        ...(sameOrigin ? (['forbidden'] as const) : []),
        ...refusals,
      ]),
      ...(hasBody && { 413: problem('The body is too large'), 415: problem('The body is not application/json') }),
    },
  };
}

const contract = {
  name: contractHeader,
  in: 'header',
  description:
    'The version of the contract that the desktop was built with, for example "0.1.0": what it knows of sets that grow. Any is taken.',
  schema: { type: 'string' },
};

const eventsOperation = {
  operationId: 'events',
  summary: 'The agent’s events after a position, as server-sent events',
  security: [{ session: [] }],
  parameters: [
    contract,
    {
      name: 'Last-Event-ID',
      in: 'header',
      description: 'Position to go on from. Without it: from now.',
      schema: { type: 'integer', minimum: 0 },
    },
    {
      name: 'since',
      in: 'query',
      description: 'The same, where no header can be sent.',
      schema: { type: 'integer', minimum: 0 },
    },
  ],
  responses: {
    200: {
      description:
        'Events named `frame` carry an EventFrame and its cursor as id; `heartbeat`, at once and every 5 s, without an id, carries a Heartbeat; `gap` says that the position is forgotten: take a snapshot. What lies between must not hold events back: send `X-Accel-Buffering: no` and `Cache-Control: no-store, no-transform`.',
      content: { 'text/event-stream': { schema: { type: 'string' } } },
    },
    ...refusalResponses(['validation', 'unauthenticated']),
  },
};

function parameters(path: string, { properties = {}, required = [] }: JsonSchema) {
  return Object.entries(properties).map(([name, schema]) => {
    const inPath = path.includes(`:${name}`);
    return {
      name,
      in: inPath ? 'path' : 'query',
      required: inPath || required.includes(name),
      // Lists are separated by commas.
      ...(typeof schema === 'object' && schema.type === 'array' && { style: 'form', explode: false }),
      schema,
    };
  });
}

function refusalResponses(all: readonly Known<RoutingErrorCode>[]) {
  const codes = [...new Set(all)];
  const statuses = [...new Set(codes.map((code) => statusOf[code]))];
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        ...problem(codes.filter((code) => statusOf[code] === status).join(', ')),
        ...(status in retryAfterSeconds && { headers: { 'Retry-After': retryAfterHeader } }),
      },
    ]),
  );
}

const retryAfterHeader = { description: 'When to ask again, in seconds.', schema: { type: 'integer', minimum: 0 } };

function problem(description: string) {
  return { description, content: { 'application/problem+json': { schema: schemaOf(Problem) } } };
}
