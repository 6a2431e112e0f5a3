import * as v from 'valibot';
import {
  CommandTaken,
  Id,
  MessagePage,
  CustomerText,
  SessionAnswer,
  SessionRequest,
  SignInChoices,
  Snapshot,
  TargetPage,
  TargetQuery,
  maxPageSize,
} from '@baton/contracts';
import { Command } from '@baton/contracts/schemas';
import type { RoutingErrorCode } from '@baton/contracts';
import { AskedCommand } from '../service/port';

/** One operation of the wire: what it takes, what it answers. Handlers and the OpenAPI document are both made of it. */
export interface Route<Query, Body, Value> {
  method: 'get' | 'post';
  /** Parameters are written `:id`. */
  path: string;
  summary: string;
  /** Whether it takes a bearer token. */
  secured: boolean;
  /** Whether pages of other origins are refused, whatever the server allows them otherwise. */
  sameOrigin?: true;
  query: v.GenericSchema<unknown, Query>;
  /** `v.undefined()` where a body means nothing and is not read. */
  body: v.GenericSchema<unknown, Body>;
  status: 200 | 201 | 202 | 204;
  answer: v.GenericSchema<unknown, Value>;
  /** Refusals besides `validation` and, with a token, `unauthenticated`. */
  refusals: readonly RoutingErrorCode[];
}

const route = <Query, Body, Value>(description: Route<Query, Body, Value>) => description;

const nothing = v.strictObject({});
const noBody = v.undefined();
const noAnswer = v.null();
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Longest leap of the clock that `advance` takes: a day, in milliseconds. */
const longestAdvanceMs = 24 * 60 * 60 * 1000;

/** The wire of the contact centre. */
export const routes = {
  signInChoices: route({
    method: 'get',
    path: '/v1/session/agents',
    summary: 'Agents that a sign-in page offers',
    secured: false,
    query: nothing,
    body: noBody,
    status: 200,
    answer: SignInChoices,
    refusals: [],
  }),
  openSession: route({
    method: 'post',
    path: '/v1/session',
    summary: 'Opens the session of one window and gives its token',
    secured: false,
    query: nothing,
    body: SessionRequest,
    status: 201,
    answer: SessionAnswer,
    refusals: ['not_found', 'rate_limited'],
  }),
  command: route({
    method: 'post',
    path: '/v1/commands',
    summary:
      'Takes a command; what it leads to comes as events. Sent again, it has the same result, taken or refused, and no second effect; another command under its commandId is a conflict. The latest 1,000 commands are known again',
    secured: true,
    query: nothing,
    body: Command,
    status: 202,
    answer: CommandTaken,
    refusals: [
      'forbidden',
      'not_found',
      'invalid_state',
      'conflict',
      'too_late',
      'gone',
      'target_unavailable',
      'unsupported',
    ],
  }),
  snapshot: route({
    method: 'get',
    path: '/v1/snapshot',
    summary: 'Everything the agent’s desktop needs to start from nothing, and the cursor to follow events from',
    secured: true,
    query: nothing,
    body: noBody,
    status: 200,
    answer: Snapshot,
    refusals: [],
  }),
  targets: route({
    method: 'get',
    path: '/v1/targets',
    summary: 'Searches the directory; `kinds` is separated by commas',
    secured: true,
    query: TargetQuery,
    body: noBody,
    status: 200,
    answer: TargetPage,
    refusals: [],
  }),
  favourites: route({
    method: 'get',
    path: '/v1/targets/favourites',
    summary: 'The agent’s favourite targets',
    secured: true,
    query: nothing,
    body: noBody,
    status: 200,
    answer: TargetPage,
    refusals: [],
  }),
  recents: route({
    method: 'get',
    path: '/v1/targets/recents',
    summary: 'The targets the agent used last, newest first',
    secured: true,
    query: nothing,
    body: noBody,
    status: 200,
    answer: TargetPage,
    refusals: [],
  }),
  messages: route({
    method: 'get',
    path: '/v1/interactions/:id/messages',
    summary: 'The last messages of a conversation before an index',
    secured: true,
    query: v.strictObject({
      before: v.optional(count),
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(maxPageSize))),
    }),
    body: noBody,
    status: 200,
    answer: MessagePage,
    refusals: ['forbidden', 'not_found', 'gone'],
  }),
};

/** The event stream. Its answer is no JSON, so it is described apart. */
export const eventsPath = '/v1/events';

const control = <Body, Value>(
  action: string,
  summary: string,
  body: v.GenericSchema<unknown, Body>,
  answer: { status: 202 | 204; answer: v.GenericSchema<unknown, Value> },
  refusals: readonly RoutingErrorCode[] = [],
) =>
  route({
    method: 'post',
    path: `/v1/control/${action}`,
    summary,
    secured: false,
    sameOrigin: true,
    query: nothing,
    body,
    ...answer,
    refusals,
  });

const done = { status: 204, answer: noAnswer } as const;

/** What moves time and plays the customer: only where control is switched on. */
export const controlRoutes = {
  advance: control(
    'advance',
    'Moves the contact centre’s clock; what falls due on the way happens, in order',
    v.strictObject({ ms: v.pipe(count, v.maxValue(longestAdvanceMs)) }),
    done,
  ),
  reset: control('reset', 'Starts the scenario over', nothing, done),
  dropStreams: control('drop-streams', 'Breaks every event stream once', nothing, done),
  customerWrites: control(
    'customer-writes',
    'Lets the customer of a conversation write',
    v.strictObject({ interactionId: Id, text: CustomerText }),
    done,
    ['not_found', 'gone'],
  ),
  customerEnds: control(
    'customer-ends',
    'Lets the customer end a conversation',
    v.strictObject({ interactionId: Id }),
    done,
    ['not_found', 'gone'],
  ),
  perform: control(
    'perform',
    'Lets an agent do something, as if from a window of their own',
    v.strictObject({ agentId: Id, command: Command }),
    { status: 202, answer: CommandTaken },
    routes.command.refusals,
  ),
  commands: route({
    method: 'get',
    path: '/v1/control/commands',
    summary: 'What agents’ windows have asked for, oldest first; refused commands among them',
    secured: false,
    sameOrigin: true,
    query: nothing,
    body: noBody,
    status: 200,
    answer: v.strictObject({ commands: v.array(AskedCommand) }),
    refusals: [],
  }),
};
