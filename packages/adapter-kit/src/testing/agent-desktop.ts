import type {
  AgentRef,
  CommandWithoutId,
  EventFrame,
  Result,
  RoutingBackend,
  RoutingEventOf,
  RoutingEventType,
  Snapshot,
  StreamListener,
} from '@baton/contracts';
import { demand } from './demand';
import { summaryAfter, summaryOf } from './summary';
import { checkedFrame, checkedSnapshot } from './rules';
import type { BackendWorld, WorldAgent } from './world';

/** The desktop of a signed-in agent, which follows the events since its first snapshot. */
export interface AgentDesktop {
  agent: AgentRef;
  backend: RoutingBackend;
  /** The received frames, in order. */
  frames: EventFrame[];
  /** The received events of a type. */
  events<T extends RoutingEventType>(type: T): RoutingEventOf<T>[];
  /** Sends a command, and waits until streams have delivered its events. */
  send(command: CommandWithoutId, commandId?: string): ReturnType<RoutingBackend['send']>;
  /** Sends a command that has to be taken. Resolves to its id. */
  take(command: CommandWithoutId): Promise<string>;
  /** Sends a command that has to be refused and must not change the snapshot. */
  refused(command: CommandWithoutId, expectation: string): Promise<void>;
  /** Takes a snapshot and checks it. */
  snapshot(): Promise<Snapshot>;
  /** Fails unless the received frames lead to the current snapshot. Checks nothing after a gap. */
  agree(): Promise<void>;
  stopFollowing(): void;
  /** Closes the backend. Returns false if it cannot be closed. */
  close(): boolean;
  /** Follows from a position, by default the last one. Resolves to the first reaction of the stream. */
  resume(cursor?: number): Promise<'open' | 'gap' | undefined>;
}

/** The value of a result; fails the check if it is a failure. */
export function valueOf<T>(request: string, result: Result<T>): T {
  demand(result.ok, `${request} is answered with ${result.error?.code}: ${result.error?.message}`);
  return result.value;
}

/** Signs an agent in, takes a snapshot unless the answer brought one, and follows from there. */
export async function openDesktop(world: BackendWorld, { agent, backend }: WorldAgent): Promise<AgentDesktop> {
  const send: AgentDesktop['send'] = async (command, commandId = world.random.id()) => {
    const answer = await backend.send({ ...command, commandId });
    await world.timePasses(0);
    return answer;
  };
  const snapshot = async () => checkedSnapshot(agent, valueOf('snapshot', await backend.snapshot({})));

  const signedIn = valueOf('signIn', await send({ type: 'signIn', ready: true }));
  const first = signedIn.snapshot ? checkedSnapshot(agent, signedIn.snapshot) : await snapshot();
  const frames: EventFrame[] = [];
  let following = new AbortController();
  let began: 'open' | 'gap' | undefined;
  let isClosed = false;

  const resume = async (cursor = frames.at(-1)?.cursor ?? first.cursor) => {
    following = new AbortController();
    began = undefined;
    const listener: StreamListener = {
      onFrame: (frame) => frames.push(frame),
      onOpen: () => (began = 'open'),
      onBreak: () => undefined,
      onGap: () => (began = 'gap'),
      onLost: () => undefined,
      onTime: () => undefined,
    };
    backend.follow(cursor, listener, following.signal);
    await world.timePasses(0);
    return began;
  };

  demand((await resume()) === 'open', 'A stream that is followed from a snapshot opens.');

  return {
    agent,
    backend,
    frames,
    events: (type) => frames.flatMap((frame) => frame.events.flatMap((event) => (isOf(type, event) ? event : []))),
    send,
    async take(command) {
      const commandId = world.random.id();
      valueOf(command.type, await send(command, commandId));
      return commandId;
    },
    async refused(command, expectation) {
      const before = summaryOf(await snapshot());
      const answer = await send(command);
      demand(!answer.ok && answer.error.code !== 'unknown_outcome', expectation);
      demand(summaryOf(await snapshot()) === before, 'A refused command changes nothing.');
    },
    snapshot,
    async agree() {
      await world.timePasses(0);
      if (isClosed || began === 'gap') return;
      frames.reduce((last, frame) => checkedFrame(last, frame), first.cursor);
      const received = summaryAfter(first, frames);
      const current = summaryOf(await snapshot());
      demand(received === current, `Frames lead to what the snapshot says. Frames: ${received} Snapshot: ${current}`);
    },
    stopFollowing: () => following.abort(),
    close() {
      if (!backend.close) return false;
      isClosed = true;
      backend.close();
      return true;
    },
    resume,
  };
}

function isOf<T extends RoutingEventType>(type: T, event: { type: string }): event is RoutingEventOf<T> {
  return event.type === type;
}
