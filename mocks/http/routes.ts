import * as v from 'valibot';
import { CommandAnswer, SessionAnswer, SessionRequest, SignInChoices, reads } from '@baton/contracts';
import { Command, commands, commonRefusals } from '@baton/contracts/schemas';
import type { Known, ReadAnswer, ReadName, ReadQuery, RoutingErrorCode } from '@baton/contracts';
import { operationsByName } from '../control/operations';
import type { ControlAnswer, ControlBody, ControlName } from '../control/operations';

/** One operation of the wire. Handlers and the OpenAPI document are both made from it. */
export interface Route<Query, Body, Value> {
  method: 'get' | 'post';
  /** A `:name` is the query's field of that name. */
  path: string;
  summary: string;
  /** Whether it takes a bearer token. */
  secured: boolean;
  /** Whether pages of other origins are refused, even if the server allows them other routes. */
  sameOrigin?: true;
  query: v.GenericSchema<unknown, Query>;
  /** `v.undefined()` where a body is not read. */
  body: v.GenericSchema<unknown, Body>;
  status: 200 | 201 | 202 | 204;
  answer: v.GenericSchema<unknown, Value>;
  /** Refusals besides `validation` and, with a token, `unauthenticated`. */
  refusals: readonly Known<RoutingErrorCode>[];
}

const route = <Query, Body, Value>(description: Route<Query, Body, Value>) => description;

const nothing = v.strictObject({});
const noBody = v.undefined();

/** Sessions and commands. Reads come from `reads` of the contracts: `readRoute`. */
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
    summary:
      'Opens the session of one window and gives its token. With `signIn` it also signs the agent in, as the command of that name does, and answers with the snapshot: a backend that cannot leaves the snapshot out, and is asked for both',
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
      'Takes a command; what it leads to comes as events. The answer to `signIn` may bring the snapshot, so that a desktop need not ask for it. Sent again, it has the same result, taken or refused, and no second effect; another command under its commandId is a conflict. The latest 1,000 commands are known again',
    secured: true,
    query: nothing,
    body: Command,
    status: 202,
    answer: CommandAnswer,
    refusals: [...commonRefusals, ...Object.values(commands).flatMap(({ refusals = [] }) => refusals)],
  }),
};

const readSummaries: Record<ReadName, string> = {
  snapshot: 'Everything the agent’s desktop needs to start from nothing, and the cursor to follow events from',
  searchTargets: 'Searches the directory; `kinds` is separated by commas',
  earlierInteractions: 'The customer’s conversations before this one, latest end first',
  favourites: 'The agent’s favourite targets',
  recents: 'The targets the agent used last, newest first',
  messages: 'The last messages of a conversation before an index',
};

export const readNames = Object.keys(reads).filter(isReadName);

function isReadName(name: string): name is ReadName {
  return Object.hasOwn(reads, name);
}

/** The route of a read. */
export function readRoute<N extends ReadName>(name: N): Route<ReadQuery<N>, undefined, ReadAnswer<N>> {
  const { path, query, answer, refusals } = reads[name];
  return {
    method: 'get',
    path: `/${path}`,
    summary: readSummaries[name],
    secured: true,
    query,
    body: noBody,
    status: 200,
    answer,
    refusals,
  };
}

/** The event stream. Its answer is not JSON, so it is no `Route`. */
export const eventsPath = '/v1/events';

/** The route of an operation of control. */
export function controlRoute<N extends ControlName>(name: N): Route<object, ControlBody<N>, ControlAnswer<N>> {
  const { method, path, summary, body, status, answer, refusals } = operationsByName[name];
  return {
    method,
    path: `/v1/control/${path}`,
    summary,
    secured: false,
    sameOrigin: true,
    query: nothing,
    body,
    status,
    answer,
    refusals,
  };
}
