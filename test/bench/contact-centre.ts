import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command, CommandWithoutId, RoutingEvent } from '@baton/contracts';
import * as model from '../../mocks/contact-centre';
import type { AgentFrame, CentreSeed, CentreState, Input, Listeners } from '../../mocks/contact-centre';
import { findScenario } from '../../mocks/scenarios';
import { openFileLog } from '../../mocks/server/file-log';
import { createContactCentre } from '../../mocks/service/contact-centre';
import { changingAgents } from '../../mocks/service/presence-traffic';

// How the model of the contact centre keeps its pace: with the number of agents,
// and with how much has happened. Prints one JSON text of milliseconds.

const at = Date.UTC(2026, 0, 5, 9);
const signedIn = 100;
const sizes = [100, 1_000, 10_000];
const rounds = 100;
const directories = [1_000, 10_000, 100_000];
const changesASecond = 1_000;
const seconds = 20;
/** What agents type, character by character; the last but one finds nearly all. */
const typed = ['maria', 'μαρία', 'ольга', '佐藤', 'katarzyna kow', 'agent', 'zzz'];
const handOvers = [100, 1_000, 10_000];
// So that each run has the same number of entries to replay.
const [fewSteps, manySteps] = [900, 99_900];

/** `size` agents: the first hundred are signed in, fifty have a conversation. Pools of a hundred, and one of all. */
function seedOf(size: number): CentreSeed {
  const ids = Array.from({ length: size }, (_, index) => `agent-${index}`);
  const pool = (id: string, members: readonly string[]) =>
    ({ kind: 'queue', id, name: id, address: id, members }) as const;
  return {
    at,
    agents: ids.map((id, index) => ({
      id,
      name: `Agënt ${index} of ${size}`,
      nickname: `Nick ${index % 97}`,
      address: `agent.${index}`,
      signedIn: index < signedIn,
    })),
    pools: [
      pool('all', ids),
      ...Array.from({ length: Math.ceil(size / 100) }, (_, index) =>
        pool(`pool-${index}`, ids.slice(index * 100, index * 100 + 100)),
      ),
    ],
    conversations: ids.slice(0, 50).map((id) => ({
      id: `sms-${id}`,
      contact: {
        id: `contact-${id}`,
        name: 'Sam Carter',
        address: { kind: 'phone', value: '+447700900123', display: '07700 900123' },
      },
      queueId: 'pool-0',
      ownerId: id,
      startedAgoMs: 1_000,
      messages: [{ agoMs: 1_000, text: 'Hello' }],
    })),
  };
}

/** A contact centre that is stepped by hand; each step is timed. */
class Centre {
  at = at;
  readonly times: Record<string, number[]> = {};
  readonly index = new model.DirectoryIndex();
  private commands = 0;

  constructor(
    public state: CentreState,
    private readonly listeners?: Listeners,
  ) {}

  time<T>(what: string, work: () => T): T {
    const before = performance.now();
    const result = work();
    (this.times[what] ??= []).push(performance.now() - before);
    return result;
  }

  take(agentId: string, input: CommandWithoutId): readonly AgentFrame[] {
    this.commands += 1;
    const command: Command = { ...input, commandId: `bench-${this.commands}` };
    return this.happen({ at: this.at, kind: 'command', agentId, command }, input.type);
  }

  /** Lets a second pass, and runs what falls due. */
  pass(): void {
    const end = this.at + 1_000;
    for (let due = this.next(); due !== undefined && due <= end; due = this.next()) {
      const tells = due === this.state.directory.publishAt;
      this.happen({ at: due, kind: 'time' }, tells ? 'telling the directory' : 'time');
    }
    this.at = end;
  }

  /** A text, an offer, and its acceptance. */
  handOver(interactionId: string, from: string, to: string): void {
    this.take(from, { type: 'sendMessage', interactionId, text: 'One moment.' });
    const target = { kind: 'agent', id: to, name: to } as const;
    const frames = this.take(from, { type: 'startTransfer', interactionId, target });
    const [, { invitation }] = eventIn(frames, 'invitation.offered');
    this.take(to, { type: 'acceptInvitation', invitationId: invitation.id });
  }

  private next(): number | undefined {
    return model.nextDeadline(this.state);
  }

  happen(input: Input, what: string): readonly AgentFrame[] {
    const result = this.time(what, () => {
      const stepped = model.step(this.state, input, this.listeners);
      if (stepped.ok) model.nextDeadline(stepped.state);
      return stepped;
    });
    if (!result.ok) throw new Error(`${what}: ${result.problem.detail}`);
    this.state = result.state;
    return result.frames;
  }
}

type EventOf<K extends RoutingEvent['type']> = Extract<RoutingEvent, { type: K }>;

/** The first event of a type in these frames, and the agent who gets it. */
function eventIn<K extends RoutingEvent['type']>(frames: readonly AgentFrame[], type: K): [string, EventOf<K>] {
  const is = (event: RoutingEvent): event is EventOf<K> => event.type === type;
  for (const { agentId, frame } of frames) {
    const event = frame.events.find(is);
    if (event) return [agentId, event];
  }
  throw new Error(`No agent got ${type}`);
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** Milliseconds of a step and of a search, by number of agents. */
function bySize(size: number) {
  const centre = new Centre(model.open(seedOf(size)));
  for (let round = 0; round < rounds; round += 1) playRound(centre, round);
  const telling = centre.times['telling the directory'] ?? [];
  const search = centre.times['search'] ?? [];
  const steps = Object.entries(centre.times).filter(([what]) => !['search', 'telling the directory'].includes(what));
  return {
    'typical step': median(steps.flatMap(([, times]) => times)),
    'slowest kind of step': Math.max(...steps.map(([, times]) => median(times))),
    'telling the directory': median(telling),
    search: median(search),
    'first search': search[0] ?? NaN,
  };
}

function playRound(centre: Centre, round: number): void {
  const [one, two, third] = [`agent-${round % 50}`, `agent-${50 + (round % 40)}`, `agent-${90 + (round % 10)}`];
  const interactionId = `sms-${one}`;
  centre.handOver(interactionId, one, two);
  centre.handOver(interactionId, two, one);
  centre.take(two, { type: 'setChannelState', channel: 'sms', state: 'notReady' });
  centre.take(two, { type: 'setChannelState', channel: 'sms', state: 'ready' });
  centre.take(one, { type: 'saveFavourite', target: { kind: 'agent', id: two, name: two } });
  const target = { kind: 'queue', id: 'all', name: 'all' } as const;
  const offered = eventIn(centre.take(one, { type: 'startTransfer', interactionId, target }), 'invitation.offered');
  const [invited, { invitation }] = offered;
  const declined = centre.take(invited, { type: 'declineInvitation', invitationId: invitation.id });
  const [, { transfer }] = eventIn(declined, 'transfer.pending');
  centre.take(one, { type: 'cancelTransfer', transferId: transfer.id });
  centre.take(third, { type: 'signOut' });
  centre.take(third, { type: 'signIn', ready: true });
  centre.pass();
  const reader = { agentId: two, at: centre.at, index: centre.index };
  centre.time('search', () => model.searchTargets(centre.state, reader, { query: `ag ${round}` }));
}

/** Milliseconds of what happens on a busy floor, by number of targets. One agent listens, who knows the newest 2,000. */
function byDirectory(size: number) {
  const known = new Set<string>();
  const centre = new Centre(model.open({ ...findScenario('large-directory').seed, at }), new Map([['ana', known]]));
  const change = (what: string, changed: Extract<Input, { kind: 'directoryChange' }>['change']) =>
    centre.happen({ at: centre.at, kind: 'directoryChange', change: changed }, what);
  change('growing to its size', { type: 'size', size, seed: 1 });
  centre.take('ana', { type: 'signIn', ready: true });
  centre.take('bianca', { type: 'signIn', ready: true });
  const search = (query: string, cursor: number, what: string) => {
    const reader = { agentId: 'ana', at: centre.at, index: centre.index };
    const found = centre.time(what, () => model.searchTargets(centre.state, reader, { query, cursor: `${cursor}` }));
    for (const { kind, id } of found.ok ? found.value.targets : []) known.add(`${kind}:${id}`);
  };
  for (let page = 0; page < 40; page += 1) search('', page * 50, page === 0 ? 'first search' : 'page');
  for (let second = 0; second < seconds; second += 1) {
    const draw = { count: changesASecond, at: second, seed: 1, scripted: new Set(['ana', 'bianca']) };
    change('a second of changes', { type: 'readiness', agentIds: changingAgents(centre.state, draw) });
    centre.take('ana', { type: 'sendMessage', interactionId: 'sms-1001', text: 'One moment.' });
    const target = { kind: 'agent', id: 'bianca', name: 'Bianca Okafor' } as const;
    const frames = centre.take('ana', { type: 'startTransfer', interactionId: 'sms-1001', target });
    const [, { transfer }] = eventIn(frames, 'transfer.pending');
    centre.take('ana', { type: 'cancelTransfer', transferId: transfer.id });
    for (const query of typed)
      for (let length = 1; length <= query.length; length += 1) search(query.slice(0, length), 0, 'search');
    centre.pass();
  }
  const sorted = (what: string) => (centre.times[what] ?? []).toSorted((a, b) => a - b);
  const names = ['growing to its size', 'first search', 'sendMessage', 'startTransfer', 'a second of changes'];
  const searches = sorted('search');
  return {
    ...Object.fromEntries(names.map((what) => [what, median(sorted(what))])),
    'telling the directory': median(sorted('telling the directory')),
    search: median(searches),
    'search (95 of 100)': searches[Math.floor(searches.length * 0.95)] ?? NaN,
  };
}

/** Milliseconds of a step, and size of the state, by number of hand-overs before it. */
function byHandOvers(count: number) {
  const centre = new Centre(model.open({ ...findScenario('default').seed, at }));
  centre.take('ana', { type: 'signIn', ready: true });
  centre.take('bianca', { type: 'signIn', ready: true });
  const snapshot = model.snapshot(centre.state, 'ana', at);
  const id = (snapshot.ok && snapshot.value.interactions[0]?.id) || '';
  for (let turn = 0; turn < count; turn += 1) {
    const [from, to] = turn % 2 === 0 ? (['ana', 'bianca'] as const) : (['bianca', 'ana'] as const);
    centre.handOver(id, from, to);
    centre.pass();
  }
  const latest = (what: string) => median((centre.times[what] ?? []).slice(-50));
  return {
    sendMessage: latest('sendMessage'),
    startTransfer: latest('startTransfer'),
    acceptInvitation: latest('acceptInvitation'),
    'kB without texts': Math.round(JSON.stringify({ ...centre.state, transcripts: {} }).length / 1_000),
  };
}

/** Milliseconds of a restart, by number of steps before it. */
async function reopening(steps: number) {
  const folder = mkdtempSync(join(tmpdir(), 'baton-bench-'));
  const file = join(folder, 'centre.log');
  const still = { now: () => at, setTimeout: () => () => undefined };
  let ids = 0;
  const id = () => `bench-${(ids += 1)}`;
  const open = () => {
    const log = openFileLog(file, { build: 'bench' });
    const options = { clock: still, random: { next: () => 0.5, id }, log };
    return { log, centre: createContactCentre({ scenario: findScenario('default'), ...options }) };
  };
  const { centre, log } = open();
  await centre.control.perform({ agentId: 'ana', command: { type: 'signIn', ready: true, commandId: id() } });
  for (let step = 0; step < steps; step += 1) {
    const state = step % 2 ? 'ready' : 'notReady';
    await centre.control.perform({
      agentId: 'ana',
      command: { type: 'setChannelState', channel: 'sms', state, commandId: id() },
    });
  }
  await centre.state();
  log.close();
  const before = performance.now();
  const again = open();
  await again.centre.resumed;
  const took = performance.now() - before;
  again.centre.close();
  await again.centre.state();
  again.log.close();
  rmSync(folder, { recursive: true });
  return { milliseconds: took };
}

const result = {
  bySize: Object.fromEntries(sizes.map((size) => [size, bySize(size)])),
  byDirectory: Object.fromEntries(directories.map((size) => [size, byDirectory(size)])),
  byHandOvers: Object.fromEntries(handOvers.map((count) => [count, byHandOvers(count)])),
  reopening: { [fewSteps]: await reopening(fewSteps), [manySteps]: await reopening(manySteps) },
};
process.stdout.write(JSON.stringify(result));
