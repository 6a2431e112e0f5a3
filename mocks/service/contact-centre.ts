import * as v from 'valibot';
import type { Clock, Command, Random } from '@baton/contracts';
import { systemClock, systemRandom } from '@baton/runtime';
import * as model from '../contact-centre';
import type { Answer, CentreState, AgentFrame, Input } from '../contact-centre';
import { commandIdInUse } from '../contact-centre/command-log';
import { isLasting } from '../control/actions';
import type { Action, LastingSetting } from '../control/actions';
import type { Scenario } from '../scenarios';
import { createSeededRandom } from '../testing/seeded-random';
import { actOf, createActs } from './acts';
import { createAdjustableClock } from './adjustable-clock';
import { createAskedCommands } from './asked-commands';
import { controlOf } from './control';
import { createFrameBuffer } from './frame-buffer';
import { createKnownTargets } from './known-targets';
import { LogHeader, memoryLog } from './log';
import type { Log, LogEntry, Checkpoint } from './log';
import { createNetwork, isOut, nextOutage } from './network';
import { overviewOf } from './overview';
import type { ContactCentrePort } from './port';
import { createRefusals } from './refusals';
import { createSessions } from './sessions';
import { createScript } from './script';
import type { DueAction } from './script';
import { createStreams } from './streams';
import { windowsOf } from './windows';

export interface ContactCentreOptions {
  scenario: Scenario;
  /** The device's clock, which is the default. The contact centre has one of its own beside it, which `control` adjusts. */
  clock?: Clock;
  /** Makes tokens and ids. Default: the device's chance. */
  random?: Random;
  /** Where its history is stored. Default: in memory. */
  log?: Log;
  /** Called when the rate of its clock changes. */
  onRate?(rate: number): void;
  /** Called once everything has started over. */
  onReset?(): void;
  /** Called with errors in what happens without a request: a deadline, a script, a stream that opens or ends. Default: the console. */
  onError?(error: unknown): void;
}

/** A contact centre at work. */
export interface ContactCentre extends ContactCentrePort {
  /** How many event streams are open. */
  openStreams(): number;
  /** The model's state. */
  state(): Promise<CentreState>;
  /** Whether it continues from a stored log. Rejects when the log cannot be read. */
  resumed: Promise<boolean>;
  /** Ends every stream and timer. */
  close(): void;
}

/**
 * Runs a scenario: the pure model, driven by commands, by time and by the
 * scenario's script. Inputs run one after the other. Each is stored before it
 * is answered, and answered before it is published to the streams.
 *
 * A step that throws changes nothing, and its deadline stays due: the next
 * request runs it again before its own work, and fails with the same error
 * while that lasts. `control.reset` begins anew.
 */
export function createContactCentre({
  scenario,
  clock = systemClock,
  random = systemRandom,
  log: given = memoryLog(),
  onRate,
  onReset,
  onError = console.error,
}: ContactCentreOptions): ContactCentre {
  const log = scenario.isKept === false ? memoryLog() : given;
  let [startedAt, life, origin, forgotten] = [0, 0, 0, 0];
  let state: CentreState;
  let script = createScript(scenario, startedAt);
  let acts = createActs();
  let frames = createFrameBuffer(0);
  const index = new model.DirectoryIndex();
  const refusals = createRefusals();
  const asked = createAskedCommands();
  let cancelAlarm = () => undefined as void;
  let closed = false;

  const time = createAdjustableClock({ device: clock });
  const now = time.now;
  const network = createNetwork({
    settings: scenario.network,
    clock,
    random: createSeededRandom(scenario.chance),
    sinceStart: () => inTurn(async () => now() - startedAt),
  });
  const streams = createStreams({
    clock,
    rate: () => time.setting().rate,
    now,
    onChange: (agentId, following) =>
      inBackground(() => act({ kind: following ? 'streamFound' : 'streamLost', agentId })),
  });

  let sessions = createSessions({ random, hasStream: streams.has });
  let known = createKnownTargets();

  // Each turn waits for the one before it.
  const resumed = restore();
  let last: Promise<unknown> = resumed.then(compact);
  last.catch(onError);
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work);
    last = turn.then(compact, compact);
    return turn;
  }

  const inBackground = (work: () => Promise<unknown>) => void inTurn(work).catch(onError);

  /** Continues from the stored log, or begins a new one. Returns whether it continues. */
  async function restore(): Promise<boolean> {
    const stored = await log.load();
    // Higher than every position of logs that are lost: clients may still remember those.
    const unused = clock.now();
    if (stored === undefined) return beginAnew(unused);
    try {
      const header = v.parse(LogHeader, stored);
      ({ startedAt, life, origin, forgotten = 0 } = header);
      time.follow(header.clock);
      sessions = createSessions({ random, hasStream: streams.has, known: header.sessions });
      known = createKnownTargets(Object.values(header.sessions));
      openModel(header.checkpoint);
      for (const entry of stored.entries) replayEntry(entry);
    } catch {
      // Another version of the scenario or the model wrote it. Positions go on after its last one.
      return beginAnew(Math.max(unused, origin + stored.entries.length + 2));
    }
    // Earlier frames are not stored: clients that ask for them get a gap, and take a snapshot.
    frames = createFrameBuffer(state.cursor);
    await catchUp();
    // Streams do not survive a restart.
    for (const agentId of new Set(Object.values(sessions.all()))) await act({ kind: 'streamLost', agentId });
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
    life = position;
    time.set({ time: startedAt + (scenario.opensAfterMs ?? 0), rate: scenario.standsStill ? 0 : 1 });
    await log.begin({ startedAt, life, origin, forgotten, ...facts() });
    openModel();
    frames = createFrameBuffer(state.cursor);
    await catchUp();
  }

  const facts = () => ({ clock: time.setting(), sessions: sessions.all() });

  function openModel(checkpoint?: Checkpoint) {
    if (checkpoint && checkpoint.fingerprint !== model.fingerprintOf(scenario.seed))
      throw new Error('The checkpoint is of another scenario or model');
    state = checkpoint?.state ?? model.open({ ...scenario.seed, at: startedAt, position: origin });
    refusals.clear();
    network.set(checkpoint?.network ?? scenario.network);
    acts = createActs(checkpoint?.acts);
    script = createScript(scenario, startedAt, checkpoint?.script);
    if (!checkpoint) script.observe('start', [], startedAt, state.cursor);
  }

  /** Replaces a log that has grown long by a checkpoint. */
  async function compact() {
    if (!log.needsCompaction?.()) return;
    const checkpoint: Checkpoint = {
      state,
      script: script.memory(),
      network: network.settings(),
      acts: acts.memory(),
      fingerprint: model.fingerprintOf(scenario.seed),
    };
    await log.begin({ startedAt, life, origin: state.cursor, forgotten, ...facts(), checkpoint }).catch(onError);
  }

  function replayEntry({ input, happening, act: done, setting }: LogEntry) {
    if (happening !== undefined) script.remove(happening);
    if (done) acts.add(done);
    if (setting) apply(setting[1], startedAt + setting[0]);
    if (input === undefined) return;
    const result = model.step(state, input, new Map());
    if (!result.ok) throw new Error(`The stored log does not fit the scenario: ${result.problem.detail}`);
    script.observe(input, result.frames, result.state.now, result.state.cursor);
    state = result.state;
  }

  function apply(setting: LastingSetting, at: number) {
    if (setting.kind === 'setNetwork') network.set({ ...network.settings(), ...setting.settings });
    else if (setting.kind === 'setPresenceTraffic') script.setTraffic(setting.perSecond, at);
    else {
      const { kind: _, ...behaviour } = setting;
      script.setColleague(behaviour, state, at);
    }
  }

  /** Lets one input happen, and stores it. `done` is what was done besides the script. */
  async function happen(input: Input, done?: Action, happening?: string): Promise<Answer<readonly AgentFrame[]>> {
    const result = model.step(state, input, known.listeners());
    if (!result.ok) return result;
    if (result.state !== state) {
      const act = done && ([result.state.now - startedAt, done] as const);
      await log.append({ input, ...(happening !== undefined && { happening }), ...(act && { act }) });
      if (act) acts.add(act);
      state = result.state;
      frames.add(state.cursor, result.frames);
      script.observe(input, result.frames, state.now, state.cursor);
    }
    setAlarm();
    return { ok: true, value: result.frames };
  }

  /** Runs everything that is overdue, in the order in which it fell due. */
  async function catchUp(): Promise<void> {
    for (;;) {
      const deadline = model.nextDeadline(state) ?? Infinity;
      const due = script.next();
      const next = Math.min(deadline, due?.at ?? Infinity);
      if (next > now()) break;
      // What is done by hand happens after all that falls due by then.
      if (due !== undefined && (due.played ? due.at < deadline : due.at <= deadline)) {
        await play(due);
      } else {
        const done = await happen({ at: next, kind: 'time' });
        if (done.ok) streams.publish(done.value);
      }
    }
    setAlarm();
  }

  async function play(due: DueAction) {
    script.remove(due.key);
    const answer = await carryOut(due, due.key);
    if (!answer.ok || answer.value === 'unchanged') await log.append({ happening: due.key });
  }

  /** Lets something happen by hand. */
  async function act(action: Action): Promise<Answer<null>> {
    const due = { key: 'by-hand', at: now(), action };
    await catchUp();
    const answer = await carryOut(due);
    return answer.ok ? { ok: true, value: null } : answer;
  }

  /** Carries out an action of the script, which calls it `happening`, or one that is done by hand. */
  async function carryOut(due: DueAction, happening?: string): Promise<Answer<'changed' | 'unchanged'>> {
    const { at, action, played } = due;
    const byHand = happening === undefined || played === true;
    if (isLasting(action)) {
      if (action.kind === 'setColleague' && !model.find(state.agents, action.agentId))
        return { ok: false, problem: { code: 'not_found', detail: `There is no agent "${action.agentId}"` } };
      const since = Math.max(at, state.now);
      const setting = [since - startedAt, action] as const;
      await log.append({ setting, ...(happening !== undefined && { happening }), ...(byHand && { act: setting }) });
      if (byHand) acts.add(setting);
      apply(action, since);
      breakOffIfOut();
      setAlarm();
      return { ok: true, value: 'changed' };
    }
    const before = state;
    const input = script.inputOf(due, state);
    if (input === undefined) return { ok: true, value: 'unchanged' };
    const told = await happen(input, byHand && action.kind !== 'trafficTick' ? action : undefined, happening);
    if (!told.ok) return told;
    publish(input, told.value);
    return { ok: true, value: state === before ? 'unchanged' : 'changed' };
  }

  /** Sends frames to the streams. Signing out ends the agent's sessions and streams. */
  function publish(input: Input, told: readonly AgentFrame[]) {
    streams.publish(told);
    if (input.kind !== 'command' || input.command.type !== 'signOut') return;
    const { agentId } = input;
    sessions.end(agentId);
    known.forget(agentId);
    log.setSessions(sessions.all()).catch(onError);
    streams.drop(agentId);
  }

  function setAlarm() {
    cancelAlarm();
    if (closed) return;
    const outage = nextOutage(network.settings(), now() - startedAt);
    const next = Math.min(
      model.nextDeadline(state) ?? Infinity,
      script.next()?.at ?? Infinity,
      outage === undefined ? Infinity : startedAt + outage,
    );
    if (next === Infinity) return;
    cancelAlarm = time.setTimeout(() => inBackground(ring), next - now());
  }

  async function ring() {
    breakOffIfOut();
    await catchUp();
  }

  const breakOffIfOut = () => isOut(network.settings(), now() - startedAt) && streams.drop();

  /** Answers a command, then publishes its frames. */
  async function take(agentId: string, command: Command) {
    // Read the time first: a deadline that passes during `catchUp` is not overdue for this command.
    const input: Input = { at: now(), kind: 'command', agentId, command };
    await catchUp();
    const earlier = refusals.of(agentId, command);
    if (earlier) return { ok: false as const, problem: earlier };
    const done = await happen(input, actOf(input));
    if (!done.ok) {
      if (done.problem !== commandIdInUse) refusals.add(agentId, command, done.problem);
      return done;
    }
    // After the answer: a client may get a command's events before its answer, but need not.
    Promise.resolve()
      .then(() => publish(input, done.value))
      .catch(onError);
    return { ok: true as const, value: { commandId: command.commandId } };
  }

  const centre: ContactCentrePort = {
    ...windowsOf({
      inTurn,
      random,
      log,
      streams,
      asked,
      catchUp,
      take,
      act,
      sessions: () => sessions,
      state: () => state,
      frames: () => frames,
      known: () => known,
      read: (agentId, name, query) => model.read(state, { agentId, at: now(), origin: forgotten, index }, name, query),
    }),
    control: controlOf({
      inTurn,
      time,
      streams,
      asked,
      act,
      take,
      async moved() {
        await log.setClock(time.setting());
        await ring();
      },
      async setRate(rate) {
        await catchUp();
        time.set({ rate });
        await log.setClock(time.setting());
        onRate?.(rate);
      },
      overview: () =>
        overviewOf(state, {
          life,
          startedAt,
          now: now(),
          rate: time.setting().rate,
          streams: streams.size(),
          isFollowing: streams.following,
          network: network.settings(),
          colleagues: script.colleagues(),
          presenceTraffic: script.traffic(),
        }),
      happened() {
        const play = acts.toPlay();
        return play.ok ? { ok: true, value: { play: play.value, until: now() - startedAt } } : play;
      },
      async beginAgain() {
        await begin(state.cursor + 1);
        onRate?.(time.setting().rate);
        onReset?.();
      },
    }),
  };

  return {
    ...network.through(centre),
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
