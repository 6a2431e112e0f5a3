import { rowsOf } from '../contact-centre/table';
import { transcriptOf } from '../contact-centre/transcripts';
import { invitationTransitions, transferTransitions } from '../contact-centre/transitions';
import type { InvitationTransition, TransferTransition } from '../contact-centre/transitions';
import { samsConversation } from '../scenarios/demo-data';
import { goodNetwork } from '../scenarios/scenario';
import { createTestCentre, given } from '../testing/test-centre';
import { findState, screens, states } from '.';
import type { State } from '.';
import type { ConnectionShown, TextShown } from './state';

function rows<T>(table: Record<string, Record<string, T>>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(table).flatMap(([from, happenings]) =>
      Object.entries(happenings).map(([what, transition]) => [`${from} ${what}`, transition]),
    ),
  );
}

const transferRows = rows<TransferTransition>(transferTransitions);
const invitationRows = rows<InvitationTransition>(invitationTransitions);

const rowOf = <T>(table: Record<string, T>, name: string): T => {
  const row = table[name];
  if (row === undefined) throw new Error(`There is no row "${name}"`);
  return row;
};

/** The contact centre as it is when its steps have let time go on, reached over a network without failures. */
async function open(state: State) {
  const { centre, clock, signIn } = createTestCentre({ scenario: { ...state, network: goodNetwork } });
  await signIn(state.agent);
  const until = Math.max(state.opensAfterMs, ...(state.steps ?? []).map((step) => ('until' in step ? step.until : 0)));
  await centre.control.advance({ ms: until - state.opensAfterMs });
  return { centre, clock, now: await centre.state() };
}

const newest = <T>(table: Parameters<typeof rowsOf<T>>[0]): T | undefined => rowsOf(table).at(-1);

test('each state has an id of its own', () => {
  expect(new Set(states.map(({ id }) => id)).size).toBe(states.length);
});

// Complete by their types: the compiler asks for a word that is new in the contracts. Left out is what cannot be seen
// with the mocked contact centre: it lets an agent have any number of windows, a window whose session it does not know
// opens another, it supports every text, and it recognises a text that is sent again.
const connections: Record<Exclude<ConnectionShown, 'sessionEnded replaced' | 'sessionEnded lost'>, true> = {
  connecting: true,
  live: true,
  'live delayed': true,
  connectionLost: true,
  'sessionEnded signedOut': true,
  refused: true,
  opening: true,
};
const texts: Record<Exclude<TextShown, 'unsupported' | 'unknown'>, true> = {
  sending: true,
  network: true,
  server: true,
  refused: true,
  optedOut: true,
  blocked: true,
  number: true,
  unreachable: true,
  carrierBlocked: true,
  numberUnknown: true,
  filtered: true,
  other: true,
};

test.each([
  ['transfer', transferRows],
  ['invitation', invitationRows],
  ['connection', connections],
  ['text', texts],
  ['screen', screens],
] as const)('there is a state for everything that can be shown: %s', (kind, all) => {
  const shown = new Set<string>(states.flatMap(({ shows }) => shows[kind] ?? []));
  expect(Object.keys(all).filter((one) => !shown.has(one))).toEqual([]);
});

test('each state says what it shows', () => {
  expect(states.filter(({ shows }) => Object.keys(shows).length === 0).map(({ id }) => id)).toEqual([]);
});

test('an unknown state is named, with those that there are', () => {
  expect(() => findState('earthquake')).toThrow(/earthquake.*declined/);
});

describe.each(states.map((state) => [state.id, state] as const))('%s', (_, state) => {
  const { transfer, invitation } = state.shows;

  test('shows what its rows say', async () => {
    const { now } = await open(state);
    if (transfer !== undefined) {
      const row = rowOf(transferRows, transfer);
      const record = newest(now.transfers);
      expect(record?.transfer).toMatchObject({ state: row.to, ...(row.reason && { reason: row.reason }) });
      expect(record?.dismissedAt !== undefined).toBe(transfer.endsWith('dismissed'));
      const story = transcriptOf(now, samsConversation).flatMap((entry) => (entry.kind === 'event' ? entry.event : []));
      if (row.entry !== undefined) expect(story.filter((event) => event === row.entry)).not.toEqual([]);
    }
    if (invitation !== undefined) {
      const row = rowOf(invitationRows, invitation);
      // A queue may have offered the conversation anew.
      const records = rowsOf(now.invitations);
      const record = records.findLast(({ transferId }) => transferId !== undefined) ?? records.at(-1);
      expect(record?.agentId).toBe(state.agent);
      expect(record?.invitation).toMatchObject({ state: row.to, ...(row.outcome && { outcome: row.outcome }) });
    }
  });

  test('stands still until its clock goes on', async () => {
    const { centre, clock, now } = await open(state);
    const timeNow = async () => (await given(centre.control.clock())).time;
    const time = await timeNow();
    await clock.advance(10 * 60_000);
    expect(await timeNow()).toBe(time);
    expect((await centre.state()).cursor).toBe(now.cursor);
  });
});
