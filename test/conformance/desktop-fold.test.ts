import type { EventFrame, Snapshot } from '@baton/contracts';
import {
  activeInteractions,
  conversationOf,
  initialState,
  myMessages,
  offeredInvitations,
  reduce,
  transferOf,
} from '@baton/desktop';
import type { DesktopEvent, DesktopFold } from '@baton/desktop';
import { model } from '@baton/mocks';
import fc from 'fast-check';
import { agentIds, histories, snapshotAt } from './histories';
import type { History } from './histories';

const runs = { numRuns: 1_000 };

const hear = (frame: EventFrame): DesktopEvent => ({ type: 'frame', frame, receivedAt: frame.at });
const take = (snapshot: Snapshot): DesktopEvent => ({ type: 'snapshot', snapshot, receivedAt: snapshot.at });
const fold = (events: readonly DesktopEvent[], from = initialState()): DesktopFold => events.reduce(reduce, from);

/** An agent's desktop that heard everything once and in order, from the beginning. */
function straight(history: History, agentId: string): DesktopFold {
  return fold([firstSnapshot(history, agentId), ...history.framesOf(agentId).map(hear)]);
}

function firstSnapshot({ states: [beginning] }: History, agentId: string): DesktopEvent {
  if (!beginning) throw new Error('A history begins somewhere.');
  return take(snapshotAt(beginning, agentId));
}

/**
 * What is true of the contact centre, without what a desktop remembers only until its next snapshot.
 * Signing out empties My Messages without a word, as it ends the session that shows them: only those kept count.
 */
function truth(state: DesktopFold, kept: ReadonlySet<string>) {
  const interactions = activeInteractions(state);
  return {
    agent: state.agent,
    interactions,
    conversations: interactions.map(({ id }) => conversationOf(state, id)),
    transfers: interactions.map(({ id }) => transferOf(state, id)),
    invitations: offeredInvitations(state),
    notices: myMessages(state).filter(({ id }) => kept.has(id)),
    favourites: state.favourites,
  };
}

function changedAfter(cursor: number, { targets }: DesktopFold) {
  return Object.fromEntries(Object.entries(targets).filter(([, target]) => target.version > cursor));
}

/** All of them in any order, some of them twice. */
function disordered(events: readonly DesktopEvent[]): fc.Arbitrary<DesktopEvent[]> {
  return fc
    .subarray([...events])
    .chain((twice) => fc.shuffledSubarray([...events, ...twice], { minLength: events.length + twice.length }));
}

const agentId = fc.constantFrom(...agentIds);

test('duplicated, late and reordered events end in the same state', () => {
  fc.assert(
    fc.property(
      fc.tuple(histories(), agentId).chain(([history, agent]) => {
        const events = [firstSnapshot(history, agent), ...history.framesOf(agent).map(hear)];
        return fc.tuple(fc.constant(straight(history, agent)), disordered(events));
      }),
      ([expected, events]) => {
        const { clockOffset: _, ...state } = fold(events);
        expect(state).toEqual({ ...expected, clockOffset: undefined });
      },
    ),
    runs,
  );
});

/** A stream that breaks somewhere, loses some of what follows, and goes on from a snapshot taken any time later. */
const cuts = fc.tuple(histories(), agentId, fc.nat(), fc.nat()).chain(([history, agent, cutAt, takenAt]) => {
  const frames = history.framesOf(agent);
  const heard = frames.slice(0, cutAt % (frames.length + 1));
  const cursor = heard.at(-1)?.cursor ?? history.states[0]?.cursor ?? 0;
  const moments = history.states.filter((state) => state.cursor >= cursor);
  const moment = moments[takenAt % moments.length];
  if (!moment) throw new Error('Frames are told by states of the history.');
  const missed = frames.filter((frame) => frame.cursor > cursor && frame.cursor <= moment.cursor);
  const rest = frames.filter((frame) => frame.cursor > moment.cursor);
  const before = fold([firstSnapshot(history, agent), ...heard.map(hear)]);
  const snapshot = snapshotAt(moment, agent);
  return fc.record({
    expected: fc.constant(straight(history, agent)),
    kept: fc.constant(new Set((history.states.at(-1)?.notices[agent] ?? []).map(({ id }) => id))),
    before: fc.constant(before),
    snapshot: fc.constant(snapshot),
    rest: fc.constant(rest),
    // What is missing may still trickle in, anywhere.
    after: fc.subarray(missed).chain((late) => disordered([take(snapshot), ...[...late, ...rest].map(hear)])),
  });
});

test('a snapshot after any cut, and the rest in any order, end in the same state', () => {
  fc.assert(
    fc.property(cuts, ({ expected, kept, before, snapshot, after }) => {
      const state = fold(after, before);
      expect(truth(state, kept)).toEqual(truth(expected, kept));
      // Older changes of targets are the directory's to tell.
      expect(state.targets).toMatchObject(changedAfter(snapshot.cursor, expected));
    }),
    runs,
  );
});

test('a snapshot after a gap, and the rest in order, end in the same state', () => {
  fc.assert(
    fc.property(cuts, ({ expected, kept, before, snapshot, rest }) => {
      const after: DesktopEvent[] = [{ type: 'gap' }, take(snapshot), ...rest.map(hear)];
      expect(truth(fold(after, before), kept)).toEqual(truth(expected, kept));
    }),
    runs,
  );
});

test('the same events again change nothing, not even an object', () => {
  fc.assert(
    fc.property(histories(), agentId, (history, agent) => {
      const state = straight(history, agent);
      expect(fold(history.framesOf(agent).map(hear), state)).toBe(state);
    }),
    runs,
  );
});

test('of all agents’ own streams together, every interaction has the one owner it has, at every cursor', () => {
  fc.assert(
    fc.property(histories(), (history) => {
      const desktops = agentIds.map((id) => ({
        id,
        waiting: [...history.framesOf(id)],
        state: fold([firstSnapshot(history, id)]),
      }));
      for (const centre of history.states) {
        for (const desktop of desktops) {
          while ((desktop.waiting[0]?.cursor ?? Infinity) <= centre.cursor) {
            const next = desktop.waiting.shift();
            if (next) desktop.state = reduce(desktop.state, hear(next));
          }
        }
        const shown = desktops.flatMap(({ id, state }) =>
          Object.keys(state.interactions).map((interactionId) => `${interactionId} ${id}`),
        );
        const owned = Object.entries(model.owners(centre)).flatMap(([interactionId, owner]) =>
          owner.kind === 'agent' ? [`${interactionId} ${owner.id}`] : [],
        );
        expect(shown.toSorted()).toEqual(owned.toSorted());
      }
    }),
    runs,
  );
});

test('the histories are eventful: transfers end in every way', () => {
  const seen = new Set<string>();
  for (const history of fc.sample(histories(), { numRuns: 300, seed: 7 })) {
    for (const id of agentIds) {
      for (const frame of history.framesOf(id)) frame.events.forEach((event) => seen.add(event.type));
    }
  }
  const rare = [
    'session.ended',
    'interaction.released',
    'invitation.ended',
    'transfer.extended',
    'transfer.dismissed',
    'favourites.changed',
  ];
  const outcomes = ['accepted', 'declined', 'expired', 'cancelled', 'failed'].map((state) => `transfer.${state}`);
  expect([...seen]).toEqual(expect.arrayContaining([...rare, ...outcomes]));
});
