import type { CommandWithoutId, EventFrame } from '@baton/contracts';
import { findScenario } from '../scenarios';
import type { Scenario } from '../scenarios';
import { createContactCentre } from '../service/contact-centre';
import type { ContactCentre } from '../service/contact-centre';
import type { Log } from '../service/log';
import type { Reply, StreamSink } from '../service/port';
import { createManualClock } from './manual-clock';
import type { ManualClock } from './manual-clock';
import { createSeededRandom } from './seeded-random';

/** A contact centre with a manual clock. */
export interface TestCentre {
  centre: ContactCentre;
  clock: ManualClock;
  /** Opens a session and signs the agent in. */
  signIn(agentId: string): Promise<TestAgent>;
}

/** A window of an agent. */
export interface TestAgent {
  token: string;
  /** Sends a command under a fresh id, unless one is given. */
  send(command: CommandWithoutId, commandId?: string): ReturnType<ContactCentre['command']>;
  /** Follows the events from now on, or from a position. */
  follow(cursor?: number): Promise<RecordingSink>;
}

export interface TestCentreOptions {
  scenario?: string | Scenario;
  log?: Log;
  onError?(error: unknown): void;
  clock?: ManualClock;
  seed?: number;
}

export function createTestCentre({
  scenario = 'default',
  log,
  onError,
  clock = createManualClock(),
  seed = 1,
}: TestCentreOptions = {}): TestCentre {
  const random = createSeededRandom(seed);
  const centre = createContactCentre({
    scenario: typeof scenario === 'string' ? findScenario(scenario) : scenario,
    clock,
    random,
    ...(log && { log }),
    ...(onError && { onError }),
  });

  return {
    centre,
    clock,
    async signIn(agentId) {
      const { token } = await given(centre.openSession({ agentId }));
      const agent: TestAgent = {
        token,
        send: (command, commandId = random.id()) => centre.command(token, { ...command, commandId }),
        async follow(cursor) {
          const sink = recordingSink();
          sink.stop = await given(centre.subscribe(token, cursor, sink));
          return sink;
        },
      };
      await given(agent.send({ type: 'signIn', ready: true }));
      return agent;
    },
  };
}

/** Records an event stream. */
export interface RecordingSink extends StreamSink {
  frames: EventFrame[];
  heartbeats: number[];
  gaps: number;
  closed: boolean;
  stop: () => void;
  /** The types of all events, in order. */
  types(): string[];
}

export function recordingSink(): RecordingSink {
  const sink: RecordingSink = {
    frames: [],
    heartbeats: [],
    gaps: 0,
    closed: false,
    stop: () => undefined,
    types: () => sink.frames.flatMap(({ events }) => events.map(({ type }) => type)),
    frame: (frame) => void sink.frames.push(frame),
    heartbeat: (at) => void sink.heartbeats.push(at),
    gap: () => void (sink.gaps += 1),
    close: () => void (sink.closed = true),
  };
  return sink;
}

/** The value of a request that is expected to succeed. */
export async function given<T>(reply: Promise<Reply<T>>): Promise<T> {
  const answer = await reply;
  if (answer.ok) return answer.value;
  throw new Error(`Refused: ${JSON.stringify(answer.problem)}`);
}

/** The code of a request that is expected to be refused. */
export async function refusal(reply: Promise<Reply<unknown>>): Promise<string> {
  const answer = await reply;
  if (answer.ok) throw new Error('Expected a refusal');
  return answer.problem === 'connectionLost' ? answer.problem : answer.problem.code;
}
