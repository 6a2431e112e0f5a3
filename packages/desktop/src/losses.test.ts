import fc from 'fast-check';
import { allCapabilities } from '@baton/contracts/testing';
import type { Snapshot, Transfer } from '@baton/contracts';
import { initialState } from './fold';
import type { DesktopFold } from './fold';
import { reduce } from './reduce';
import type { DesktopEvent } from './reduce';
import { myMessages, transferOf } from './selectors';
import { latestTransfer } from './slices/transfers';
import { agentText, declined, frame, interaction, notice, pending, snapshot, start, target } from './testing/builders';

const fold = (...events: DesktopEvent[]): DesktopFold => events.reduce(reduce, initialState());
const invited = pending(5);
const waiting = frame(5, { type: 'transfer.pending', transfer: invited });
const mine = { interactions: [interaction(2)] };
const before = [snapshot(4, mine), waiting];
const gap: DesktopEvent = { type: 'gap' };
const overdue: DesktopEvent = { type: 'transferOverdue', interactionId: 'i1', at: start + 40_000 };
const put = { type: 'transferDismissed', interactionId: 'i1' } as const;
const titles = (state: DesktopFold) => myMessages(state).map(({ kind }) => kind);
const unknown = { state: 'refused', reason: 'unknownOutcome', commandId: 'command-1', reference: 't1', version: 5 };

describe('a pending transfer that a snapshot no longer knows', () => {
  test.each([
    ['taken while the stream went on', [snapshot(9, mine)]],
    ['after a gap', [gap, snapshot(9, mine)]],
    [
      'of a backend that has begun anew',
      [gap, snapshot(1, { interactions: [interaction(1, { assignedAt: start + 1 })] })],
    ],
  ])('is an unknown outcome, told once: %s', (_, events) => {
    const state = fold(...before, ...events);
    expect(transferOf(state, 'i1')).toMatchObject(unknown);
    expect(myMessages(state)).toMatchObject([
      {
        id: 'local.command-1',
        kind: 'transfer.failed',
        severity: 'problem',
        interactionId: 'i1',
        customer: 'Demo Contact',
        target,
        reason: 'unknownOutcome',
        reference: 't1',
        read: false,
      },
    ]);
    const later = [events, events, [put], events].flat().reduce(reduce, state);
    expect(later.shownTransfers).toEqual({});
    expect(titles(later)).toHaveLength(1);
    const deleted: DesktopEvent = { type: 'noticeDeleted', noticeId: 'local.command-1', at: start + 50_000 };
    expect([deleted, ...events, put, ...events].reduce(reduce, state)).toMatchObject({
      shownTransfers: {},
      notices: {},
    });
  });

  test('is told no more once its notice was deleted, also on another page of the device', () => {
    const deleted = { type: 'noticeDeleted', noticeId: 'local.command-1', at: start + 50_000 } as const;
    const remembered = { type: 'transferRemembered', transfer: invited } as const;
    const { transfers, notices } = fold(deleted, remembered, snapshot(9, mine));
    expect([transfers, notices]).toEqual([{}, {}]);
  });

  test('is not, when the backend says that it has ended: the agent has put its outcome away, or the conversation has left', () => {
    const ended = { endedTransfers: ['command-1'] };
    for (const events of [
      [snapshot(9, { ...mine, ...ended })],
      [gap, snapshot(9, { ...mine, ...ended })],
      [snapshot(9, ended)],
    ]) {
      const state = fold(...before, ...events);
      expect(state.shownTransfers).toEqual({});
      expect(titles(state)).toEqual([]);
    }
  });

  test('is not, when another one has taken its place', () => {
    const next = pending(8, { id: 't2', commandId: 'command-2' });
    const state = fold(...before, gap, snapshot(9, { ...mine, transfers: [next] }));
    expect(transferOf(state, 'i1')).toEqual(next);
    expect(titles(state)).toEqual([]);
  });

  test('is not, when the conversation has left and come back meanwhile', () => {
    const back = { interactions: [interaction(8, { assignedAt: start + 8 })] };
    expect(titles(fold(...before, gap, snapshot(9, back)))).toEqual([]);
  });

  test('and has gone with its conversation: My Messages says that its owner is not known', () => {
    const state = fold(...before, snapshot(9), snapshot(10));
    expect(state.shownTransfers).toEqual({});
    expect(myMessages(state)).toMatchObject([
      { kind: 'conversation.gone', severity: 'problem', customer: 'Demo Contact' },
    ]);
  });

  test('a snapshot that it has overtaken says nothing about it', () => {
    expect(transferOf(fold(...before, snapshot(4, mine)), 'i1')).toEqual(invited);
  });

  test('stays pending on this device where snapshots carry none, and its outcome still comes', () => {
    const none = { ...mine, capabilities: { ...allCapabilities, snapshotTransfers: false } };
    for (const events of [[snapshot(9, none)], [gap, snapshot(3, none), snapshot(4, none)]]) {
      const state = fold(...before, ...events);
      expect(transferOf(state, 'i1')).toMatchObject({ state: 'pending', commandId: 'command-1' });
      const told = reduce(state, frame(10, { type: 'transfer.declined', transfer: declined(10) }));
      expect(transferOf(told, 'i1')?.state).toBe('declined');
    }
  });
});

describe('a pending transfer that an earlier page knew', () => {
  const remembered: DesktopEvent = { type: 'transferRemembered', transfer: invited };

  test('is an unknown outcome when the first snapshot does not know it, also of a backend that has begun anew', () => {
    for (const cursor of [9, 2]) {
      const state = fold(remembered, snapshot(cursor, mine));
      expect(transferOf(state, 'i1')).toMatchObject(unknown);
      expect(titles(state)).toEqual(['transfer.failed']);
      expect(state.internals.earlierTransfers).toEqual({});
    }
  });

  test('is what the first snapshot says of it', () => {
    for (const transfer of [pending(7), declined(7)]) {
      const state = fold(remembered, snapshot(9, { ...mine, transfers: [transfer] }));
      expect(transferOf(state, 'i1')).toEqual(transfer);
      expect(titles(state)).toEqual([]);
    }
    expect(fold(remembered, snapshot(9, { ...mine, endedTransfers: ['command-1'] })).shownTransfers).toEqual({});
  });

  test('stays pending where snapshots carry none', () => {
    const capabilities = { ...allCapabilities, snapshotTransfers: false };
    const state = fold(remembered, snapshot(3, { ...mine, capabilities }));
    expect(transferOf(state, 'i1')).toEqual(pending(3));
    expect(titles(state)).toEqual([]);
  });

  test('counts before the first snapshot only', () => {
    const state = fold(snapshot(4, mine));
    expect(reduce(state, remembered)).toBe(state);
  });
});

describe('a transfer that is given up', () => {
  const given = [...before, overdue];

  test('is an unknown outcome, and no longer under way', () => {
    const state = fold(...given);
    expect(transferOf(state, 'i1')).toMatchObject(unknown);
    expect(titles(state)).toEqual(['transfer.failed']);
  });

  test('stays so over snapshots that still hold it for pending, and after the agent has put it away', () => {
    const still = snapshot(9, { ...mine, transfers: [invited], recentCommands: ['command-1'] });
    expect(transferOf(fold(...given, still), 'i1')).toMatchObject(unknown);
    const away = fold(...given, put, still, overdue);
    expect(away.shownTransfers).toEqual({});
    expect(titles(away)).toHaveLength(1);
  });

  test('gives way to its real outcome, by event or snapshot, and leaves no notice of its own', () => {
    const end = declined(7);
    for (const truth of [
      frame(7, { type: 'transfer.declined', transfer: end }),
      snapshot(9, { ...mine, transfers: [end] }),
    ]) {
      for (const events of [given, [...given, put]]) {
        const state = fold(...events, truth);
        expect(transferOf(state, 'i1')).toEqual(end);
        expect(titles(state)).toEqual([]);
      }
    }
  });

  test('is pending again when it gets more time', () => {
    const longer = pending(7, { expiresAt: start + 90_000, extensions: 1 });
    const state = fold(...given, frame(7, { type: 'transfer.extended', transfer: longer }));
    expect(transferOf(state, 'i1')).toEqual(longer);
    expect(titles(state)).toEqual([]);
  });

  test('does not come back in place of one that is asked for after it', () => {
    const asked = {
      type: 'transferRequested',
      interactionId: 'i1',
      target: invited.target,
      commandId: 'command-2',
      at: start,
    } as const;
    expect(transferOf(fold(...given, asked), 'i1')).toMatchObject({ state: 'requesting', commandId: 'command-2' });
  });
});

test('a request without an answer that was taken after all is no failure in My Messages any more', () => {
  const about = { interactionId: 'i1', target: invited.target, commandId: 'command-1', reference: 'R-1' };
  const refused = { type: 'transferRefused', ...about, reason: 'unknownOutcome', endedAt: start + 8000 } as const;
  expect(titles(fold(snapshot(4, mine), refused))).toEqual(['transfer.failed']);
  for (const events of [
    [refused, waiting],
    [waiting, refused],
  ]) {
    const state = fold(snapshot(4, mine), ...events);
    expect(transferOf(state, 'i1')).toEqual(invited);
    expect(titles(state)).toEqual([]);
  }
});

describe('of a backend that has begun anew', () => {
  const own = (version: number, commandId: string, state: 'sent' | 'delivered' = 'sent') => {
    const message = agentText(version, version, commandId);
    return { ...message, delivery: { state } } as typeof message;
  };
  const page = (...messages: ReturnType<typeof own>[]) => ({
    messages: [{ interactionId: 'i1', messages, earlier: false }],
  });
  const known = snapshot(4, { ...mine, ...page(own(0, 'old'), own(1, 'kept'), own(2, 'had', 'delivered')) });
  const begun = snapshot(1, { interactions: [interaction(1)], ...page(own(0, 'kept')) });

  test('texts that it no longer knows wait with those that were not sent, for they may have been', () => {
    const sending: DesktopEvent = {
      type: 'messageSending',
      commandId: 'taken',
      interactionId: 'i1',
      text: 'Hi',
      at: start,
    };
    const state = fold(
      known,
      sending,
      { type: 'commandTaken', commandId: 'taken' },
      { ...sending, commandId: 'unanswered' },
      { type: 'messageNotSent', commandId: 'unanswered', reason: 'network' },
      { ...sending, commandId: 'refused' },
      { type: 'messageNotSent', commandId: 'refused', reason: 'refused' },
      { ...sending, commandId: 'unsupported' },
      { type: 'messageNotSent', commandId: 'unsupported', reason: 'unsupported' },
      { ...sending, commandId: 'sending' },
      gap,
      begun,
    );
    const fates = Object.entries(state.outbox).map(([id, { status }]) => [id, 'reason' in status ? status.reason : '']);
    expect(Object.fromEntries(fates)).toEqual({
      old: 'unknown',
      taken: 'unknown',
      unanswered: 'unknown',
      refused: 'refused',
      unsupported: 'unsupported',
      sending: '',
    });
    expect(state.outbox['old']).toMatchObject({ text: 'Hello', customer: 'Demo Contact', at: start });
  });

  test('texts that were written elsewhere are not this desktop’s to send again', () => {
    const elsewhere = { ...own(0, 'old'), commandId: undefined };
    const told = { messages: [{ interactionId: 'i1', messages: [elsewhere], earlier: false }] };
    expect(fold(snapshot(4, { ...mine, ...told }), gap, begun).outbox).toEqual({});
  });

  test.each([
    ['positions start again', [snapshot(1), gap, snapshot(2)]],
    ['positions go on', [snapshot(90, { origin: 80 }), gap, snapshot(91, { origin: 80 })]],
  ])('conversations that it no longer has are told of, once: %s', (_, snapshots) => {
    const state = fold(known, gap, ...snapshots);
    expect(myMessages(state)).toMatchObject([{ kind: 'conversation.gone', customer: 'Demo Contact' }]);
  });

  test('nothing is told after a gap in the same log', () => {
    const state = fold(known, gap, snapshot(9, { origin: 3 }));
    expect(titles(state)).toEqual([]);
    expect(state.outbox).toEqual({});
  });
});

/** What another window says that has given the transfer up as it was first. */
const elsewhere: readonly DesktopEvent[] = [
  {
    type: 'transferRefused',
    interactionId: 'i1',
    target: invited.target,
    commandId: 'command-1',
    reason: 'unknownOutcome',
    reference: 't1',
    version: 5,
    endedAt: start + 40_000,
  },
  {
    type: 'noticePosted',
    notice: notice(
      'local.command-1',
      5,
      {},
      { kind: 'transfer.failed', severity: 'problem', interactionId: 'i1', target, reason: 'unknownOutcome' },
    ),
  },
];
const versions = [pending(5), pending(6, { expiresAt: start + 60_000, extensions: 1 }), declined(7)] as const;
const types = ['transfer.pending', 'transfer.extended', 'transfer.declined'] as const;
const happening = fc.oneof(
  fc.nat({ max: 2 }).map((index) => ({ do: 'frame' as const, index })),
  fc.record({
    do: fc.constant('snapshot' as const),
    known: fc.constantFrom('lists', 'lost', 'ended', 'carries none'),
    gap: fc.boolean(),
  }),
  fc.constantFrom({ do: 'overdue' as const }, { do: 'dismiss' as const }),
  fc.boolean().map((noticeFirst) => ({ do: 'other window' as const, noticeFirst })),
);

test('however it goes, an agent sees one outcome and one notice of a transfer, and the newest truth', () => {
  fc.assert(
    fc.property(fc.array(happening, { minLength: 1, maxLength: 12 }), (happenings) => {
      let state = fold(snapshot(4, mine), waiting);
      let cursor = 5;
      let truth: Transfer = versions[0];
      for (const one of happenings) {
        switch (one.do) {
          case 'frame': {
            const transfer = versions[one.index] ?? versions[0];
            if (transfer.version <= state.internals.snapshotCursor) break;
            if (transfer.version > truth.version) truth = transfer;
            cursor = Math.max(cursor, transfer.version);
            state = reduce(state, frame(transfer.version, { type: types[one.index] ?? 'transfer.pending', transfer }));
            break;
          }
          case 'snapshot': {
            const told: Partial<Snapshot> = {
              ...mine,
              ...(one.known === 'lists' && { transfers: [truth] }),
              ...(one.known === 'ended' && { endedTransfers: ['command-1'] }),
              ...(one.known === 'carries none' && { capabilities: { ...allCapabilities, snapshotTransfers: false } }),
            };
            if (one.gap) state = reduce(state, gap);
            state = reduce(state, snapshot(cursor, told));
            break;
          }
          case 'overdue':
            state = reduce(state, overdue);
            break;
          case 'dismiss':
            state = reduce(state, put);
            break;
          case 'other window':
            state = (one.noticeFirst ? elsewhere.toReversed() : elsewhere).reduce(reduce, state);
        }
        const shown = transferOf(state, 'i1');
        const told = titles(state);
        expect(told.length).toBeLessThanOrEqual(1);
        // What is given up is in My Messages, and only that.
        if (shown?.state === 'refused') expect(told).toEqual(['transfer.failed']);
        const known = latestTransfer(state, 'i1');
        if (known && known.state !== 'pending') {
          expect(told).toEqual([]);
          expect([known, undefined]).toContainEqual(shown);
        }
        if (shown?.state === 'pending')
          expect(shown.version).toBeGreaterThanOrEqual(Math.min(truth.version, known?.version ?? 0));
      }
    }),
    { numRuns: 1000 },
  );
});
