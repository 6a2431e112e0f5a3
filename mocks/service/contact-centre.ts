import * as v from 'valibot';
import type { Clock, Command, Random } from '@baton/contracts';
import * as model from '../contact-centre';
import type { Answer, CentreState, Delivery, Input } from '../contact-centre';
import { idInUse } from '../contact-centre/taken';
import type { Scenario } from '../scenarios';
import { createFrameBuffer } from './frame-buffer';
import { LifeFrame, memoryLog } from './log';
import type { Log, LogEntry, Standing } from './log';
import { nextOutage, throughNetwork } from './network';
import type { AskedCommand, ContactCentrePort, Reply } from './port';
import { createRefusals } from './refusals';
import { createSessions, maxSessions } from './sessions';
import { createScript, toInput } from './script';
import type { Due } from './script';
import { createStreams } from './streams';

export interface ContactCentreOptions {
  scenario: Scenario;
  clock: Clock;
  random: Random;
  /** Where its life is kept. Default: in memory. */
  log?: Log;
  /** Hears of errors in what happens without a request: a deadline, a script, a stream that opens or ends. Default: the console. */
  onError?(error: unknown): void;
}

/** A contact centre at work. */
export interface ContactCentre extends ContactCentrePort {
  /** How many event streams are open. */
  openStreams(): number;
  /** The model's state. */
  state(): Promise<CentreState>;
  /** Whether it went on where an earlier one had stopped. Rejects when its log cannot be read. */
  resumed: Promise<boolean>;
  /** Ends every stream and timer. */
  close(): void;
}

/** How many commands `control.commands` tells of. */
const rememberedCommands = 1000;

/** Longest sleep of the alarm: timers take no more than 31 bits. */
const longestSleepMs = 2 ** 31 - 1;

/**
 * Runs a scenario: the pure model, moved by commands, by time and by the
 * scenario's script. One thing happens after the other, and each is kept before
 * it is answered, and answered before others hear of it.
 *
 * A step that throws has changed nothing, and what was due stays due: the next
 * request tries it again before its own work, and fails with the same error
 * while that lasts. `control.reset` begins anew.
 */
export function createContactCentre({
  scenario,
  clock,
  random,
  log = memoryLog(),
  onError = console.error,
}: ContactCentreOptions): ContactCentre {
  let startedAt = 0;
  let origin = 0;
  let ahead = 0;
  let forgotten = 0;
  let state: CentreState;
  let script = createScript(scenario.happenings);
  let frames = createFrameBuffer(0);
  const refusals = createRefusals();
  const asked = new Map<string, AskedCommand>();
  let cancelAlarm = () => undefined as void;
  let closed = false;

  const now = () => clock.now() + ahead;
  const streams = createStreams({
    clock,
    now,
    onChange: (agentId, following) =>
      unasked(() => tell({ at: now(), kind: following ? 'streamFound' : 'streamLost', agentId })),
  });

  let sessions = createSessions({ random, isFollowed: streams.has });

  // Everything waits for what was begun before it.
  const resumed = wake();
  let last: Promise<unknown> = resumed.then(shorten);
  last.catch(onError);
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work);
    last = turn.then(shorten, shorten);
    return turn;
  }

  function unasked(work: () => Promise<unknown>): void {
    inTurn(work).catch(onError);
  }

  /** Goes on with the kept life, or begins one; says which. */
  async function wake(): Promise<boolean> {
    const life = await log.load();
    // Beyond all positions of lives that were not kept, which clients may still remember.
    const beyond = clock.now();
    if (life === undefined) return beginAnew(beyond);
    try {
      const frame = v.parse(LifeFrame, life);
      ({ startedAt, origin, ahead, forgotten = 0 } = frame);
      sessions = createSessions({ random, isFollowed: streams.has, known: frame.sessions });
      openModel(frame.standing);
      for (const entry of life.entries) relive(entry);
    } catch {
      // Written by another version of the scenario or of the model: nothing can go on from it, but after it.
      return beginAnew(Math.max(beyond, origin + life.entries.length + 2));
    }
    // Frames from before the sleep are not kept: whoever asks for them takes a snapshot.
    frames = createFrameBuffer(state.cursor);
    await catchUp();
    // No stream has outlived the sleep.
    for (const agentId of new Set(Object.values(sessions.all())))
      await happen({ at: now(), kind: 'streamLost', agentId });
    return true;
  }

  async function beginAnew(position: number): Promise<false> {
    forgotten = position;
    await begin(position);
    return false;
  }

  async function begin(position: number) {
    startedAt = scenario.start ?? clock.now();
    origin = position;
    ahead = startedAt - clock.now();
    await log.begin({ startedAt, origin, forgotten, ahead, sessions: sessions.all() });
    openModel();
    frames = createFrameBuffer(state.cursor);
    await catchUp();
  }

  function openModel(standing?: Standing) {
    state = standing?.state ?? model.open({ ...scenario.seed, at: startedAt, position: origin });
    refusals.clear();
    script = createScript(scenario.happenings, standing?.due);
    if (!standing) script.hear('start', [], startedAt, state.cursor);
  }

  /** Lets a log that has grown long begin with where the life stands. */
  async function shorten() {
    if (!log.isLong?.()) return;
    const standing = { state, due: script.waiting() };
    const frame = { startedAt, origin: state.cursor, forgotten, ahead, sessions: sessions.all(), standing };
    await log.begin(frame).catch(onError);
  }

  function relive({ input, happening }: LogEntry) {
    if (happening !== undefined) script.strike(happening);
    if (input === undefined) return;
    const result = model.step(state, input);
    if (!result.ok) throw new Error(`The kept log does not fit the scenario: ${result.problem.detail}`);
    script.hear(input, result.frames, result.state.now, result.state.cursor);
    state = result.state;
  }

  /** Lets one input happen: kept first, then told to the streams. */
  async function happen(input: Input, happening?: string): Promise<Answer<readonly Delivery[]>> {
    const result = model.step(state, input);
    if (!result.ok) return result;
    if (result.state !== state) {
      await log.append(happening === undefined ? { input } : { input, happening });
      state = result.state;
      frames.add(state.cursor, result.frames);
      script.hear(input, result.frames, state.now, state.cursor);
    }
    setAlarm();
    return { ok: true, value: result.frames };
  }

  /** Does all that is overdue, in the order in which it fell due. */
  async function catchUp(): Promise<void> {
    for (;;) {
      const deadline = model.nextDeadline(state) ?? Infinity;
      const due = script.next();
      const next = Math.min(deadline, due?.at ?? Infinity);
      if (next > now()) break;
      if (due !== undefined && due.at <= deadline) {
        await play(due);
      } else {
        const done = await happen({ at: next, kind: 'time' });
        if (done.ok) streams.publish(done.value);
      }
    }
    setAlarm();
  }

  async function play(due: Due) {
    script.strike(due.key);
    const before = state;
    const input = toInput(due, state);
    const done = input && (await happen(input, due.key));
    if (state === before) await log.append({ happening: due.key });
    if (input && done?.ok) publish(input, done.value);
  }

  /** Tells the streams. Whoever has signed out has neither sessions nor streams any more. */
  function publish(input: Input, told: readonly Delivery[]) {
    streams.publish(told);
    if (input.kind !== 'command' || input.command.type !== 'signOut') return;
    const { agentId } = input;
    sessions.end(agentId);
    log.setSessions(sessions.all()).catch(onError);
    streams.drop(agentId);
  }

  function setAlarm() {
    cancelAlarm();
    if (closed) return;
    const outage = nextOutage(scenario.network, now() - startedAt);
    const next = Math.min(
      model.nextDeadline(state) ?? Infinity,
      script.next()?.at ?? Infinity,
      outage === undefined ? Infinity : startedAt + outage,
    );
    if (next === Infinity) return;
    cancelAlarm = clock.setTimeout(() => unasked(ring), Math.min(Math.max(0, next - now()), longestSleepMs));
  }

  async function ring() {
    const out = scenario.network.outages.some(({ from, to }) => now() >= startedAt + from && now() < startedAt + to);
    if (out) streams.drop();
    await catchUp();
  }

  /** Answers a command, then tells everybody. */
  async function take(agentId: string, command: Command) {
    // Its time comes first: what falls due while the rest catches up is not overdue for it.
    const input: Input = { at: now(), kind: 'command', agentId, command };
    await catchUp();
    const earlier = refusals.of(agentId, command);
    if (earlier) return { ok: false as const, problem: earlier };
    const done = await happen(input);
    if (!done.ok) {
      if (done.problem !== idInUse) refusals.add(agentId, command, done.problem);
      return done;
    }
    // After the answer: a client may hear of a command before it is answered, but need not.
    Promise.resolve()
      .then(() => publish(input, done.value))
      .catch(onError);
    return { ok: true as const, value: { commandId: command.commandId } };
  }

  /** Sent again, a command has the same result. */
  function noteAsked(agentId: string, command: Command, answer: Answer<unknown>) {
    const refused = answer.ok ? {} : { refused: answer.problem.code };
    asked.set(JSON.stringify([agentId, command]), { agentId, command, ...refused });
    const [oldest] = asked.keys();
    if (asked.size > rememberedCommands && oldest !== undefined) asked.delete(oldest);
  }

  const unknown = {
    ok: false as const,
    problem: { code: 'unauthenticated' as const, detail: 'The token is not known' },
  };

  function withAgent<T>(token: string, ask: (agentId: string) => Promise<Reply<T>> | Reply<T>): Promise<Reply<T>> {
    return inTurn(async () => {
      const agentId = sessions.agentOf(token);
      return agentId === undefined ? unknown : ask(agentId);
    });
  }

  const tell = async (input: Input): Promise<Answer<null>> => {
    await catchUp();
    const done = await happen(input);
    if (!done.ok) return done;
    streams.publish(done.value);
    return { ok: true, value: null };
  };

  const centre: ContactCentrePort = {
    signInChoices: () => inTurn(async () => ({ ok: true, value: model.signInChoices(state) })),
    openSession: (agentId) =>
      inTurn(async () => {
        const agent = model.signInChoices(state).agents.find(({ id }) => id === agentId);
        if (agent === undefined)
          return { ok: false, problem: { code: 'not_found', detail: `There is no agent "${agentId}"` } };
        const token = sessions.open(agentId);
        if (token === undefined)
          return { ok: false, problem: { code: 'rate_limited', detail: `${agent.name} has ${maxSessions} windows` } };
        await log.setSessions(sessions.all());
        return { ok: true, value: { token, agent: { id: agent.id, name: agent.name } } };
      }),
    command: (token, command) =>
      withAgent(token, async (agentId) => {
        const answer = await take(agentId, command);
        noteAsked(agentId, command, answer);
        // A window that has yet to open its stream is as silent as one that has lost it.
        if (answer.ok && command.type === 'signIn' && !streams.following(agentId))
          await happen({ at: now(), kind: 'streamLost', agentId });
        return answer;
      }),
    snapshot: (token) =>
      withAgent(token, async (agentId) => {
        await catchUp();
        const answer = model.snapshot(state, agentId, now());
        return answer.ok ? { ok: true, value: { ...answer.value, origin: forgotten } } : answer;
      }),
    targets: (token, query) => withAgent(token, (agentId) => model.searchTargets(state, agentId, query, now())),
    favourites: (token) => withAgent(token, (agentId) => model.favourites(state, agentId, now())),
    recents: (token) => withAgent(token, (agentId) => model.recents(state, agentId, now())),
    messages: (token, id, range) => withAgent(token, (agentId) => model.messages(state, agentId, id, range)),
    subscribe: (token, cursor, sink) =>
      withAgent(token, (agentId) => {
        const missed = frames.after(agentId, cursor ?? state.cursor);
        if (missed === 'gap') {
          sink.gap();
          sink.close();
          return { ok: true, value: () => undefined };
        }
        const stop = streams.open({ token, agentId, sink });
        missed.forEach(sink.frame);
        return { ok: true, value: stop };
      }),
    control: {
      advance: (ms) =>
        inTurn(async () => {
          ahead += ms;
          await log.setAhead(ahead);
          await ring();
          // A clock that leaps is noticed by nobody until it is told.
          streams.tellTime();
        }),
      reset: () =>
        inTurn(async () => {
          await begin(state.cursor + 1);
          streams.gap();
        }),
      dropStreams: () => inTurn(async () => streams.drop()),
      customerWrites: (interactionId, text) =>
        inTurn(() => tell({ at: now(), kind: 'customerWrites', interactionId, text })),
      customerEnds: (interactionId) => inTurn(() => tell({ at: now(), kind: 'customerEnds', interactionId })),
      perform: (agentId, command) => inTurn(() => take(agentId, command)),
      commands: () => inTurn(async () => [...asked.values()]),
    },
  };

  return {
    ...throughNetwork(centre, {
      profile: scenario.network,
      clock,
      random,
      sinceStart: () => inTurn(async () => now() - startedAt),
    }),
    openStreams: streams.size,
    state: () => inTurn(async () => state),
    resumed,
    close() {
      closed = true;
      cancelAlarm();
      streams.drop();
    },
  };
}
