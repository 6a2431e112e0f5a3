import * as v from 'valibot';
import { Problem } from '@baton/contracts';
import type { Command, CommandTaken, Contact, Priority } from '@baton/contracts';
import type { CentreNotice } from '../contact-centre/inputs';
import type { ColleagueBehaviour } from './actions';
import type { NetworkSettings } from './network-settings';
import { operationsByName } from './operations';
import type { AskedCommand, ClockSetting, ControlAnswer, ControlBody, ControlName, Happened } from './operations';
import type { Overview } from './overview';

/**
 * Controls the contact centre of a page or a server: moves its time, plays customers and colleagues, changes the
 * network. Each method takes the body of its route, and rejects with a `ControlError` when it is refused.
 */
export interface Control {
  /** How the contact centre's clock is set. */
  clock(): Promise<ClockSetting>;
  /** Lets that clock go at another rate, from 0, where it stands still, to 60; 1 is usual. */
  setRate(body: { rate: number }): Promise<null>;
  /** Moves that clock by at most a day, in whole milliseconds. What falls due on the way happens, in order. */
  advance(body: { ms: number }): Promise<null>;
  /** Agents, conversations, open transfers and invitations with their deadlines, and all that control can set. */
  overview(): Promise<Overview>;
  /** What has happened since the start besides the script: `play` and `until` of a `Situation`. */
  happened(): Promise<Happened>;
  /** Changes the network; fields that are left out stay. */
  setNetwork(body: Partial<NetworkSettings>): Promise<null>;
  /** Breaks every event stream once. */
  dropStreams(): Promise<null>;
  /** Lets a colleague answer every invitation in one way, those that are open too. They must be signed in and ready. */
  setColleague(body: ColleagueBehaviour): Promise<null>;
  /** Lets a customer begin a conversation, which waits in a queue. */
  customerStarts(body: {
    contact: Contact;
    queueId: string;
    text: string;
    segment?: string | undefined;
    priority?: Priority | undefined;
  }): Promise<null>;
  /** Lets the customer of a conversation write. */
  customerWrites(body: { interactionId: string; text: string }): Promise<null>;
  /** Lets the customer of a conversation send a picture. */
  customerSendsImage(body: { interactionId: string; text?: string | undefined }): Promise<null>;
  /** Lets the customer end a conversation. */
  customerEnds(body: { interactionId: string }): Promise<null>;
  /** Sets the number of agents and pools in the directory, at most 20,000, with generated agents besides those of the scenario. */
  setDirectory(body: { size: number }): Promise<null>;
  /** Sets how many agents, of those whom no person or script plays, become Ready or Not Ready in a second. */
  setPresenceTraffic(body: { perSecond: number }): Promise<null>;
  /** Writes into My Messages of these agents, or of all who are signed in. */
  tellAgents(body: { agentIds?: string[] | undefined; notice: CentreNotice }): Promise<null>;
  /** Lets an agent do something, as if from a window of their own. */
  perform(body: { agentId: string; command: Command }): Promise<CommandTaken>;
  /** What agents' windows have asked for, oldest first; refused commands among them. */
  commands(): Promise<{ commands: AskedCommand[] }>;
  /** Starts the situation over. Sessions stay; every stream gets a gap. */
  reset(): Promise<null>;
}

/** A refusal of control. The message says what is wrong. */
export class ControlError extends Error {
  override readonly name = 'ControlError';
  constructor(
    readonly operation: keyof Control,
    readonly code: string,
    detail: string,
  ) {
    super(`${operation}: ${detail}`);
  }
}

/** A client for `/v1/control/…`. `fetch` is the one that `startMockedBackend` gives, or any other; `baseUrl` is the page's by default. */
export function createControl(fetch: typeof globalThis.fetch, baseUrl = '/'): Control {
  const ask =
    <N extends ControlName>(name: N) =>
    async (body: ControlBody<N>): Promise<ControlAnswer<N>> => {
      const { method, path, answer } = operationsByName[name];
      const response = await fetch(`${baseUrl}v1/control/${path}`, {
        method: method.toUpperCase(),
        ...(method === 'post' && {
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body ?? {}),
        }),
      });
      if (response.ok) return v.parse(answer, response.status === 204 ? null : await response.json());
      const problem = v.safeParse(Problem, await response.json().catch(() => undefined));
      if (problem.success) throw new ControlError(name, problem.output.code, problem.output.detail);
      throw new ControlError(name, 'internal', `The answer is ${response.status}, with nothing that control says`);
    };

  return {
    clock: ask('clock'),
    setRate: ask('setRate'),
    advance: ask('advance'),
    overview: ask('overview'),
    happened: ask('happened'),
    setNetwork: ask('setNetwork'),
    dropStreams: ask('dropStreams'),
    setColleague: ask('setColleague'),
    customerStarts: ask('customerStarts'),
    customerWrites: ask('customerWrites'),
    customerSendsImage: ask('customerSendsImage'),
    customerEnds: ask('customerEnds'),
    setDirectory: ask('setDirectory'),
    setPresenceTraffic: ask('setPresenceTraffic'),
    tellAgents: ask('tellAgents'),
    perform: ask('perform'),
    commands: ask('commands'),
    reset: ask('reset'),
  };
}
