import * as v from 'valibot';
import { CommandTaken, Id, routingErrorCodes } from '@baton/contracts';
import { Command, commands, commonRefusals } from '@baton/contracts/schemas';
import type { Known, RoutingErrorCode } from '@baton/contracts';
import type { Answer } from '../contact-centre';
import { Play, fields } from './actions';
import { NetworkChange } from './network-settings';
import { Overview } from './overview';

/** `advance` moves the clock by at most a day. */
const longestAdvanceMs = 24 * 60 * 60 * 1000;

/** The fastest that the clock goes: a minute in a second. */
const fastestRate = 60;

/** A command that an agent's window has sent. */
export const AskedCommand = v.strictObject({
  agentId: Id,
  command: Command,
  /** Why it was refused; absent when it was taken. */
  refused: v.optional(v.picklist(routingErrorCodes)),
});
export type AskedCommand = v.InferOutput<typeof AskedCommand>;

/** What a clock shows at one moment of its machine's clock, and how fast it goes on from there. */
export const ClockSetting = v.strictObject({
  /** Milliseconds since the Unix epoch, on this clock. */
  time: v.number(),
  /** The moment of that, on the machine's clock. */
  since: v.number(),
  /** Seconds of this clock in one of the machine's: 0 stands still, 1 is usual. Never negative. */
  rate: v.number(),
});
export type ClockSetting = Readonly<v.InferOutput<typeof ClockSetting>>;

/** What happened besides the script, and until when, in milliseconds after the start: a part of a `Situation`. */
export const Happened = v.strictObject({ play: Play, until: v.number() });
export type Happened = v.InferOutput<typeof Happened>;

interface Described<Body, Value> {
  method: 'get' | 'post';
  /** The end of its path, after `/v1/control/`. */
  path: string;
  summary: string;
  body: v.GenericSchema<unknown, Body>;
  status: 200 | 202 | 204;
  answer: v.GenericSchema<unknown, Value>;
  /** Refusals besides `validation` and `forbidden`. */
  refusals: readonly Known<RoutingErrorCode>[];
}

const noBody = v.pipe(
  v.undefined(),
  v.transform((): void => undefined),
);

const emptyBody = v.pipe(
  v.strictObject({}),
  v.transform((): void => undefined),
);

const read = <Value>(
  path: string,
  summary: string,
  answer: v.GenericSchema<unknown, Value>,
  refusals: readonly Known<RoutingErrorCode>[] = [],
): Described<void, Value> => ({ method: 'get', path, summary, body: noBody, status: 200, answer, refusals });

const act = <Body>(
  path: string,
  summary: string,
  body: v.GenericSchema<unknown, Body>,
  refusals: readonly Known<RoutingErrorCode>[] = [],
): Described<Body, null> => ({ method: 'post', path, summary, body, status: 204, answer: v.null(), refusals });

const about = ['not_found', 'gone'] as const;

/** All operations of control. Routes, the client and the OpenAPI document are made from this table. */
const controlOperations = {
  clock: read(
    'clock',
    'How the contact centre’s clock is set: `time` at the moment `since` of its machine, going on at `rate`',
    ClockSetting,
  ),
  setRate: act(
    'set-rate',
    'Lets the contact centre’s clock go at another rate: 0 stops it, 1 is usual',
    v.strictObject({ rate: v.pipe(v.number(), v.minValue(0), v.maxValue(fastestRate)) }),
  ),
  advance: act(
    'advance',
    'Moves the contact centre’s clock; what falls due on the way happens, in order',
    v.strictObject({ ms: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(longestAdvanceMs)) }),
  ),
  overview: read(
    'overview',
    'Agents, conversations, open transfers and invitations with their deadlines, and all that control can set',
    Overview,
  ),
  happened: read(
    'happened',
    'What has happened since the start besides the script, to be played again. After too much for a link it is refused until the situation starts over',
    Happened,
    ['gone'],
  ),
  setNetwork: act('set-network', 'Changes the network; fields that are left out stay', NetworkChange),
  dropStreams: act('drop-streams', 'Breaks every event stream once', emptyBody),
  setColleague: act(
    'set-colleague',
    'Lets a colleague answer every invitation in one way, those that are open too, instead of what the scenario says',
    v.strictObject(fields.setColleague),
    ['not_found'],
  ),
  customerStarts: act(
    'customer-starts',
    'Lets a customer begin a conversation, which waits in a queue',
    v.strictObject(fields.customerStarts),
    ['not_found'],
  ),
  customerWrites: act(
    'customer-writes',
    'Lets the customer of a conversation write',
    v.strictObject(fields.customerWrites),
    about,
  ),
  customerSendsImage: act(
    'customer-sends-image',
    'Lets the customer of a conversation send a picture',
    v.strictObject(fields.customerSendsImage),
    about,
  ),
  customerEnds: act(
    'customer-ends',
    'Lets the customer end a conversation',
    v.strictObject(fields.customerEnds),
    about,
  ),
  setDirectory: act(
    'set-directory',
    'Sets the number of agents and pools in the directory, with generated agents besides those of the scenario',
    v.strictObject(fields.setDirectory),
  ),
  setPresenceTraffic: act(
    'set-presence-traffic',
    'Sets how many agents, of those whom no person or script plays, become Ready or Not Ready in a second',
    v.strictObject(fields.setPresenceTraffic),
  ),
  tellAgents: act(
    'tell-agents',
    'Writes into My Messages of these agents, or of all who are signed in',
    v.strictObject(fields.notice),
    ['not_found'],
  ),
  perform: {
    method: 'post',
    path: 'perform',
    summary: 'Lets an agent do something, as if from a window of their own',
    body: v.strictObject({ agentId: Id, command: Command }),
    status: 202,
    answer: CommandTaken,
    refusals: [...commonRefusals, ...Object.values(commands).flatMap(({ refusals = [] }) => refusals)],
  } satisfies Described<unknown, CommandTaken>,
  commands: read(
    'commands',
    'What agents’ windows have asked for, oldest first; refused commands among them. Scripted and performed commands are left out',
    v.strictObject({ commands: v.array(AskedCommand) }),
  ),
  reset: act('reset', 'Starts the situation over. Sessions stay; every stream gets a gap', emptyBody),
};

export type ControlName = keyof typeof controlOperations;
export type ControlBody<N extends ControlName> = v.InferOutput<(typeof controlOperations)[N]['body']>;
export type ControlAnswer<N extends ControlName> = v.InferOutput<(typeof controlOperations)[N]['answer']>;

const isControlName = (name: string): name is ControlName => Object.hasOwn(controlOperations, name);
export const controlNames = Object.keys(controlOperations).filter(isControlName);

/** One operation of control, with the types of its name. */
export type ControlOperation<N extends ControlName> = Described<ControlBody<N>, ControlAnswer<N>>;

/** The same table, for callers that are generic in the name. */
export const operationsByName: { readonly [N in ControlName]: ControlOperation<N> } = controlOperations;

/** Control at the contact centre itself. The network does not affect it. */
export type ContactCentreControl = {
  readonly [N in ControlName]: (body: ControlBody<N>) => Promise<Answer<ControlAnswer<N>>>;
};
