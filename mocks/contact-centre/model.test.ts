import fc from 'fast-check';
import { checkInvariants, open, owners, snapshot, step } from '.';
import type { CentreSeed, CentreState, Input, Quirks, StepResult } from '.';
import { attempts, toInput } from './testing/arbitraries';
import type { Attempt } from './testing/arbitraries';
import { ClientState } from './testing/client-state';
import { replay } from './testing/play';
import { seedWith, testSeed } from './testing/seed';
import { transcriptOf } from './transcripts';

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

/** Plays the attempts, and checks the invariants after each. */
function run(
  seed: CentreSeed,
  tries: readonly { pause: number; attempt: Attempt }[],
): { state: CentreState; log: Input[]; counts: Record<string, number> } {
  let state = freeze(open(seed));
  let at = seed.at;
  const log: Input[] = [];
  const tried: Input[] = [];
  const counts: Record<string, number> = {};
  const desks = new Map(agentIds.map((id) => [id, new ClientState(snapshotOf(state, id))]));
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
      desks.get(agentId)?.apply(frame);
      for (const event of frame.events) counts[event.type] = (counts[event.type] ?? 0) + 1;
    }
    expectOneOwner(state, desks);
  });
  checkInvariants(state);
  for (const [agentId, desk] of desks) expectSameAsSnapshot(state, agentId, desk);
  return { state, log, counts };
}

/** A repeated command has no second effect; another one with its id is refused. */
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

/** The clients' states together show one owner per interaction, or none while it is in a queue. */
function expectOneOwner(state: CentreState, desks: ReadonlyMap<string, ClientState>): void {
  const truth = owners(state);
  const seen = [...desks].flatMap(([agentId, desk]) =>
    [...desk.interactions.keys()].map((id) => `${id} is ${agentId}'s`),
  );
  const expected = Object.entries(truth).flatMap(([id, owner]) =>
    owner.kind === 'agent' ? [`${id} is ${owner.id}'s`] : [],
  );
  expect(seen.toSorted().join('; ')).toBe(expected.toSorted().join('; '));
}

function expectSameAsSnapshot(state: CentreState, agentId: string, desk: ClientState): void {
  const truth = snapshotOf(state, agentId);
  const byId = <T extends { id: string }>(rows: Iterable<T>) =>
    Object.fromEntries([...rows].map((row) => [row.id, row]));
  expect(byId(desk.interactions.values())).toEqual(byId(truth.interactions));
  expect(byId(desk.transfers.values())).toEqual(byId(truth.transfers));
  expect(byId(desk.invitations.values())).toEqual(byId(truth.invitations));
  expect([...desk.notices.values()]).toEqual(truth.notices);
  expect(desk.favourites).toEqual(truth.favourites);
  for (const { interactionId } of truth.messages) {
    expect([...(desk.transcripts.get(interactionId)?.values() ?? [])]).toEqual(transcriptOf(state, interactionId));
  }
}

/** Mostly without quirks. */
const quirks = fc.constantFrom<Quirks>({}, {}, { placesInQueues: true, hidesReasons: true });

test('in any race: one owner in the model and in the frames, and the frames lead to the snapshot', () => {
  const counts: Record<string, number> = {};
  fc.assert(
    fc.property(attempts, quirks, (tries, quirks) => {
      for (const [type, count] of Object.entries(run({ ...testSeed, quirks }, tries).counts))
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
    'notice.deleted',
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
    'transfer.handedOver',
    'transfer.notAccepted',
    'transfer.pending',
  ]);
});

test('the log of accepted inputs replays to the same state, to the byte', () => {
  fc.assert(
    fc.property(attempts, fc.constantFrom('live' as const, 'frozen' as const), (tries, directory) => {
      const seed = seedWith({}, directory);
      const { state, log } = run(seed, tries);
      expect(JSON.stringify(replay(seed, log))).toBe(JSON.stringify(state));
      // Also after the log was serialised.
      const kept: Input[] = JSON.parse(JSON.stringify(log));
      expect(JSON.stringify(replay(seed, kept))).toBe(JSON.stringify(state));
    }),
    { numRuns: 300 },
  );
});

test('a state is plain JSON', () => {
  fc.assert(
    fc.property(attempts, (tries) => {
      const { state } = run(testSeed, tries);
      expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state);
    }),
    { numRuns: 200 },
  );
});
