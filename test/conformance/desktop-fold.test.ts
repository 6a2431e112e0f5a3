import { targetKey } from '@baton/contracts';
import type { EventFrame, Snapshot, Target } from '@baton/contracts';
import {
  activeInteractions,
  conversationOf,
  createDesktopStore,
  initialState,
  myMessages,
  offeredInvitations,
  reduce,
  transferOf,
} from '@baton/desktop';
import type { DesktopEvent, DesktopFold } from '@baton/desktop';
import * as model from '../../mocks/contact-centre';
import fc from 'fast-check';
import { agentIds, histories, snapshotAt } from './histories';
import type { History } from './histories';

const runs = { numRuns: 1_000 };

const hear = (frame: EventFrame): DesktopEvent => ({ type: 'frame', frame, receivedAt: frame.at });
const take = (snapshot: Snapshot): DesktopEvent => ({ type: 'snapshot', snapshot, receivedAt: snapshot.at });
const fold = (events: readonly DesktopEvent[], from = initialState()): DesktopFold => events.reduce(reduce, from);

/** All events of an agent's desktop, once and in order, from the beginning. */
function allTold(history: History, agentId: string): DesktopEvent[] {
  return [firstSnapshot(history, agentId), ...history.framesOf(agentId).map(hear)];
}

function firstSnapshot({ states: [beginning] }: History, agentId: string): DesktopEvent {
  if (!beginning) throw new Error('A history begins somewhere.');
  return take(snapshotAt(beginning, agentId));
}

/**
 * The state without what a desktop remembers only until its next snapshot.
 * Signing out empties My Messages without events: only notices that the contact centre still has are compared.
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

/** The live targets that these events lead to. */
function liveTargets(told: readonly DesktopEvent[]): Target[] {
  const store = createDesktopStore();
  told.forEach(store.dispatch);
  const named = told.flatMap((event) => (event.type === 'frame' ? event.frame.events : []));
  const keys = named.flatMap((event) => (event.type === 'targets.changed' ? event.targets.map(targetKey) : []));
  return [...new Set(keys)].toSorted().flatMap((key) => store.targets.get(key) ?? []);
}

/** The events in any order, some of them twice. */
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
        const events = allTold(history, agent);
        return fc.tuple(fc.constant(events), disordered(events));
      }),
      ([inOrder, events]) => {
        const { clockOffset: _, ...state } = fold(events);
        expect(state).toEqual({ ...fold(inOrder), clockOffset: undefined });
        expect(liveTargets(events)).toEqual(liveTargets(inOrder));
      },
    ),
    runs,
  );
});

/** A stream that breaks somewhere, loses some events, and resumes from a later snapshot. */
const cuts = fc.tuple(histories(), agentId, fc.nat(), fc.nat()).chain(([history, agent, cutAt, takenAt]) => {
  const frames = history.framesOf(agent);
  const heard = frames.slice(0, cutAt % (frames.length + 1));
  const cursor = heard.at(-1)?.cursor ?? history.states[0]?.cursor ?? 0;
  const moments = history.states.filter((state) => state.cursor >= cursor);
  const moment = moments[takenAt % moments.length];
  if (!moment) throw new Error('Frames are told by states of the history.');
  const missed = frames.filter((frame) => frame.cursor > cursor && frame.cursor <= moment.cursor);
  const rest = frames.filter((frame) => frame.cursor > moment.cursor);
  const snapshot = snapshotAt(moment, agent);
  return fc.record({
    inOrder: fc.constant(allTold(history, agent)),
    kept: fc.constant(new Set(snapshotAt(history.states.at(-1) ?? moment, agent).notices.map(({ id }) => id))),
    before: fc.constant([firstSnapshot(history, agent), ...heard.map(hear)]),
    snapshot: fc.constant(snapshot),
    rest: fc.constant(rest),
    // The lost events may still arrive late, anywhere.
    after: fc.subarray(missed).chain((late) => disordered([take(snapshot), ...[...late, ...rest].map(hear)])),
  });
});

test('a snapshot after any cut, and the rest in any order, end in the same state', () => {
  fc.assert(
    fc.property(cuts, ({ inOrder, kept, before, snapshot, after }) => {
      const told = [...before, ...after];
      expect(truth(fold(told), kept)).toEqual(truth(fold(inOrder), kept));
      // The directory tells older changes of targets.
      const changedSince = liveTargets(inOrder).filter(({ version }) => version > snapshot.cursor);
      expect(liveTargets(told)).toEqual(expect.arrayContaining(changedSince));
    }),
    runs,
  );
});

test('a snapshot after a gap, and the rest in order, end in the same state', () => {
  fc.assert(
    fc.property(cuts, ({ inOrder, kept, before, snapshot, rest }) => {
      const told: DesktopEvent[] = [...before, { type: 'gap' }, take(snapshot), ...rest.map(hear)];
      expect(truth(fold(told), kept)).toEqual(truth(fold(inOrder), kept));
    }),
    runs,
  );
});

test('the same events again change nothing, not even an object', () => {
  fc.assert(
    fc.property(histories(), agentId, (history, agent) => {
      const state = fold(allTold(history, agent));
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
