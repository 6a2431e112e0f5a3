import type { Command, CommandAnswer, CommandTaken, Random, ReadAnswer, ReadName, ReadQuery } from '@baton/contracts';
import { signInChoices } from '../contact-centre';
import type { Answer, CentreState } from '../contact-centre';
import type { Action } from '../control/actions';
import type { AskedCommands } from './asked-commands';
import type { FrameBuffer } from './frame-buffer';
import type { KnownTargets } from './known-targets';
import type { Log } from './log';
import type { ContactCentrePort, Reply } from './port';
import { maxSessions } from './sessions';
import type { Sessions } from './sessions';
import type { Streams } from './streams';

/** What the windows of agents need of a contact centre. */
export interface Serving {
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  random: Random;
  log: Log;
  streams: Streams;
  asked: AskedCommands;
  /** Runs what is overdue. */
  catchUp(): Promise<void>;
  /** Lets an agent send a command. */
  take(agentId: string, command: Command): Promise<Answer<CommandTaken>>;
  /** Lets something happen besides the script. */
  act(action: Action): Promise<Answer<null>>;
  sessions(): Sessions;
  state(): CentreState;
  frames(): FrameBuffer;
  known(): KnownTargets;
  read<N extends ReadName>(agentId: string, name: N, query: ReadQuery<N>): Answer<ReadAnswer<N>>;
}

const unknown = {
  ok: false as const,
  problem: { code: 'unauthenticated' as const, detail: 'The token is not known' },
};

/** What the windows of agents ask for, each request in its turn. */
export function windowsOf(centre: Serving): Omit<ContactCentrePort, 'control'> {
  const { inTurn, log, streams } = centre;

  function withAgent<T>(token: string, ask: (agentId: string) => Promise<Reply<T>> | Reply<T>): Promise<Reply<T>> {
    return inTurn(async () => {
      const agentId = centre.sessions().agentOf(token);
      return agentId === undefined ? unknown : ask(agentId);
    });
  }

  async function answerCommand(agentId: string, command: Command): Promise<Answer<CommandAnswer>> {
    const answer = await centre.take(agentId, command);
    centre.asked.add(agentId, command, answer);
    if (!answer.ok || command.type !== 'signIn') return answer;
    // A window that has yet to open its stream is as silent as one that has lost it.
    if (!streams.following(agentId)) await centre.act({ kind: 'streamLost', agentId });
    const snapshot = await read(agentId, 'snapshot', {});
    return { ok: true, value: { ...answer.value, ...(snapshot.ok && { snapshot: snapshot.value }) } };
  }

  async function read<N extends ReadName>(agentId: string, name: N, query: ReadQuery<N>) {
    await centre.catchUp();
    const answer = centre.read(agentId, name, query);
    if (answer.ok && name === 'snapshot') centre.known().begin(agentId);
    if (answer.ok && 'targets' in answer.value) centre.known().add(agentId, answer.value.targets);
    return answer;
  }

  return {
    signInChoices: () => inTurn(async () => ({ ok: true, value: signInChoices(centre.state()) })),
    openSession: ({ agentId, signIn }) =>
      inTurn(async () => {
        const agent = signInChoices(centre.state()).agents.find(({ id }) => id === agentId);
        if (agent === undefined)
          return { ok: false, problem: { code: 'not_found', detail: `There is no agent "${agentId}"` } };
        const token = centre.sessions().open(agentId);
        if (token === undefined)
          return { ok: false, problem: { code: 'rate_limited', detail: `${agent.name} has ${maxSessions} windows` } };
        await log.setSessions(centre.sessions().all());
        const session = { token, agent: { id: agent.id, name: agent.name } };
        if (!signIn) return { ok: true, value: session };
        const commandId = centre.random.id();
        const answer = await answerCommand(agentId, { type: 'signIn', commandId, ...signIn });
        // Refused, it is the desktop that asks, and is told why.
        return { ok: true, value: { ...session, ...(answer.ok && { snapshot: answer.value.snapshot }) } };
      }),
    command: (token, command) => withAgent(token, (agentId) => answerCommand(agentId, command)),
    read: (token, name, query) => withAgent(token, (agentId) => read(agentId, name, query)),
    subscribe: (token, cursor, sink) =>
      withAgent(token, (agentId) => {
        const missed = centre.frames().after(agentId, cursor ?? centre.state().cursor);
        if (missed === 'gap') {
          sink.gap();
          sink.close();
          return { ok: true, value: () => undefined };
        }
        const stop = streams.open({ token, agentId, sink });
        missed.forEach(sink.frame);
        return { ok: true, value: stop };
      }),
  };
}
