import fc from 'fast-check';
import { open, owners, replay, snapshot, step } from '.';
import type { CentreSeed, CentreState, Input, StepResult } from '.';
import { attempts, toInput } from './testing/chance';
import type { Attempt } from './testing/chance';
import { Desk } from './testing/desk';
import { seedWith, testSeed } from './testing/seed';

// Shared with every refused or repeated input, so it must never be written to.
function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
}

function snapshotOf(state: CentreState, agentId: string) {
  const answer = snapshot(state, agentId, state.now);
  if (!answer.ok) throw new Error(answer.problem.detail);
  return answer.value;
}

const agentIds = testSeed.agents.map((agent) => agent.id);

/** Plays attempts to the end, and checks after each what must always be so. */
function run(
  seed: CentreSeed,
  tries: readonly { pause: number; attempt: Attempt }[],
): { state: CentreState; log: Input[]; counts: Record<string, number> } {
  let state = freeze(open(seed));
  let at = seed.at;
  const log: Input[] = [];
  const tried: Input[] = [];
  const counts: Record<string, number> = {};
  const desks = new Map(agentIds.map((id) => [id, new Desk(snapshotOf(state, id))]));
  tries.forEach(({ pause, attempt }, index) => {
    at += pause;
    const input = toInput(state, attempt, at, `command-${index}`, tried);
    if (!input) return;
    tried.push(input);
    const result = step(state, input);
    expectKnown(log, input, state, result);
    if (!result.ok) return;
    if (result.state === state) {
      expect(result.frames).toEqual([]);
      return;
    }
    log.push(input);
    state = freeze(result.state);
    for (const { agentId, frame } of result.frames) {
      expect(frame.cursor).toBe(state.cursor);
      desks.get(agentId)?.hear(frame);
      for (const event of frame.events) counts[event.type] = (counts[event.type] ?? 0) + 1;
    }
    expectOneOwner(state, desks);
  });
  for (const [agentId, desk] of desks) expectSameAsSnapshot(state, agentId, desk);
  return { state, log, counts };
}

/** What was taken once is taken again without an effect; with other content its id is refused. */
function expectKnown(log: readonly Input[], input: Input, before: CentreState, result: StepResult): void {
  if (input.kind !== 'command') return;
  const { agentId, command } = input;
  const first = log
    .flatMap((entry) => (entry.kind === 'command' && entry.agentId === agentId ? [entry.command] : []))
    .find(({ commandId }) => commandId === command.commandId);
  if (!first) return;
  const same = JSON.stringify(first) === JSON.stringify(command);
  expect(result.ok ? result.state === before : result.problem.code).toBe(same || 'conflict');
}

/** Everybody's own view, taken together, shows one agent per interaction, or none while a queue holds it. */
function expectOneOwner(state: CentreState, desks: ReadonlyMap<string, Desk>): void {
  const truth = owners(state);
  const seen = [...desks].flatMap(([agentId, desk]) =>
    [...desk.interactions.keys()].map((id) => `${id} is ${agentId}'s`),
  );
  const expected = Object.entries(truth).flatMap(([id, owner]) =>
    owner.kind === 'agent' ? [`${id} is ${owner.id}'s`] : [],
  );
  expect(seen.toSorted().join('; ')).toBe(expected.toSorted().join('; '));
}

function expectSameAsSnapshot(state: CentreState, agentId: string, desk: Desk): void {
  const truth = snapshotOf(state, agentId);
  const byId = <T extends { id: string }>(rows: Iterable<T>) =>
    Object.fromEntries([...rows].map((row) => [row.id, row]));
  expect(byId(desk.interactions.values())).toEqual(byId(truth.interactions));
  expect(byId(desk.transfers.values())).toEqual(byId(truth.transfers));
  expect(byId(desk.invitations.values())).toEqual(byId(truth.invitations));
  expect([...desk.notices.values()]).toEqual(truth.notices);
  expect(desk.favourites).toEqual(truth.favourites);
  for (const { interactionId } of truth.messages) {
    expect([...(desk.transcripts.get(interactionId)?.values() ?? [])]).toEqual(state.transcripts[interactionId]);
  }
}

test('whatever races: one owner in the truth and in what everybody was told, and the frames lead to the snapshot', () => {
  const counts: Record<string, number> = {};
  fc.assert(
    fc.property(attempts, (tries) => {
      for (const [type, count] of Object.entries(run(testSeed, tries).counts))
        counts[type] = (counts[type] ?? 0) + count;
    }),
    { numRuns: 1_000 },
  );
  // The attempts reach everything that a frame can tell.
  expect(Object.keys(counts).toSorted()).toEqual([
    'agent.state',
    'favourites.changed',
    'interaction.assigned',
    'interaction.released',
    'interaction.updated',
    'invitation.ended',
    'invitation.offered',
    'invitation.updated',
    'messages.appended',
    'notice.posted',
    'notice.updated',
    'session.ended',
    'targets.changed',
    'transfer.accepted',
    'transfer.cancelled',
    'transfer.declined',
    'transfer.dismissed',
    'transfer.expired',
    'transfer.extended',
    'transfer.failed',
    'transfer.pending',
  ]);
});

test('the log of accepted inputs replays to the same state, to the byte', () => {
  fc.assert(
    fc.property(attempts, fc.constantFrom('live' as const, 'frozen' as const), (tries, directory) => {
      const seed = seedWith({}, directory);
      const { state, log } = run(seed, tries);
      expect(JSON.stringify(replay(seed, log))).toBe(JSON.stringify(state));
      // Kept and read back it is the same log.
      const kept: Input[] = JSON.parse(JSON.stringify(log));
      expect(JSON.stringify(replay(seed, kept))).toBe(JSON.stringify(state));
    }),
    { numRuns: 300 },
  );
});

test('a state survives being kept: it is plain JSON', () => {
  fc.assert(
    fc.property(attempts, (tries) => {
      const { state } = run(testSeed, tries);
      expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state);
    }),
    { numRuns: 200 },
  );
});
