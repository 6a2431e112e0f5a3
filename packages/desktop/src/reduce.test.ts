import { allCapabilities } from '@baton/contracts/testing';
import type { ConnectionFailure, Notice } from '@baton/contracts';
import { initialState } from './fold';
import type { DesktopFold } from './fold';
import { reduce } from './reduce';
import type { DesktopEvent } from './reduce';
import { transferOf, transferUnderWay } from './selectors';
import {
  accepted,
  agent,
  agentText,
  customerText,
  declined,
  frame,
  interaction,
  notice,
  offered,
  pending,
  snapshot,
  start,
  target,
  withdrawn,
} from './testing/builders';

const fold = (...events: DesktopEvent[]): DesktopFold => events.reduce(reduce, initialState());

const assigned = frame(
  2,
  { type: 'interaction.assigned', interaction: interaction(2), why: 'inbound' },
  { type: 'messages.appended', interactionId: 'i1', messages: [customerText(0), customerText(1)] },
);
const released = frame(8, {
  type: 'interaction.released',
  interactionId: 'i1',
  version: 8,
  why: 'transferred',
  to: target,
});

describe('interactions', () => {
  test('come, change and leave', () => {
    const here = fold(
      assigned,
      frame(3, { type: 'interaction.updated', interaction: interaction(3, { state: 'ended' }) }),
    );
    expect(here.interactions).toEqual({ i1: interaction(3, { state: 'ended' }) });
    const gone = reduce(here, released);
    expect(gone.interactions).toEqual({});
    expect(gone.departures).toEqual({ i1: { why: 'transferred', to: target, version: 8 } });
  });

  test('that have left do not come back by a late event, but by a newer one', () => {
    const late = fold(released, assigned);
    expect(late.interactions).toEqual({});
    const back = reduce(late, frame(9, { type: 'interaction.assigned', interaction: interaction(9), why: 'transfer' }));
    expect(back.interactions).toEqual({ i1: interaction(9) });
    expect(back.departures).toEqual({});
  });

  test('leave their conversation behind until the next snapshot, for the window to close with', () => {
    const gone = fold(assigned, released);
    expect(gone.conversations['i1']?.messages).toHaveLength(2);
    expect(reduce(gone, snapshot(8)).conversations).toEqual({});
  });

  test('may be called like members of objects', () => {
    const odd = interaction(2, { id: 'constructor' });
    const here = fold(frame(2, { type: 'interaction.assigned', interaction: odd, why: 'inbound' }));
    expect(Object.keys(here.interactions)).toEqual(['constructor']);
  });
});

describe('conversations', () => {
  const appended = (cursor: number, ...messages: ReturnType<typeof customerText>[]) =>
    frame(cursor, { type: 'messages.appended', interactionId: 'i1', messages });

  test('are in order of index, whatever order they came in', () => {
    const { conversations } = fold(
      appended(3, customerText(2)),
      appended(2, customerText(1)),
      appended(1, customerText(0)),
    );
    expect(conversations['i1']).toEqual({
      messages: [customerText(0), customerText(1), customerText(2)],
      earlier: false,
    });
  });

  test('show the end without gaps, and the rest once the gap is filled', () => {
    const gapped = fold(appended(1, customerText(0)), appended(4, customerText(3)));
    expect(gapped.conversations['i1']).toEqual({ messages: [customerText(3)], earlier: true });
    const filled = reduce(gapped, appended(3, customerText(1), customerText(2)));
    expect(filled.conversations['i1']?.messages.map(({ index }) => index)).toEqual([0, 1, 2, 3]);
    expect(filled.conversations['i1']?.earlier).toBe(false);
  });

  test('keep the newer version of a message', () => {
    const newer = { ...agentText(0, 5, 'command-9'), delivery: { state: 'delivered' as const } };
    const state = fold(appended(5, newer), appended(4, agentText(0, 4, 'command-9')));
    expect(state.conversations['i1']?.messages).toEqual([newer]);
  });

  test('of an interaction that begins with old messages are not lost to a snapshot it overtook', () => {
    expect(fold(snapshot(1), assigned, snapshot(1)).conversations['i1']?.messages).toHaveLength(2);
  });
});

describe('invitations', () => {
  test('that ended stay ended, until the next snapshot forgets them', () => {
    const ended = fold(
      frame(4, { type: 'invitation.ended', invitation: withdrawn(4) }),
      frame(3, { type: 'invitation.offered', invitation: offered(3) }),
    );
    expect(ended.invitations).toEqual({ v1: withdrawn(4) });
    const after = reduce(ended, snapshot(4));
    expect(after.invitations).toEqual({});
    expect(reduce(after, frame(3, { type: 'invitation.offered', invitation: offered(3) }))).toBe(after);
  });
});

describe('transfers', () => {
  const requested: DesktopEvent = {
    type: 'transferRequested',
    interactionId: 'i1',
    target,
    commandId: 'command-1',
    at: start,
  };
  const refused: DesktopEvent = {
    type: 'transferRefused',
    interactionId: 'i1',
    target,
    commandId: 'command-1',
    reason: 'offline',
    reference: 'R-1',
    endedAt: start + 1,
  };
  const started = frame(5, { type: 'transfer.pending', transfer: pending(5) });
  const ended = frame(6, { type: 'transfer.declined', transfer: declined(6) });
  const dismissed = frame(7, { type: 'transfer.dismissed', transferId: 't1', interactionId: 'i1', version: 7 });
  const owned = snapshot(4, { interactions: [interaction(2)] });

  test('stay known by their own ids when their conversation has moved; outcomes that left it here only until the next', () => {
    const later = { id: 't2', commandId: 'command-2', startedAt: start + 20 } as const;
    const again = frame(7, { type: 'transfer.pending', transfer: pending(7, later) });
    const moved = frame(8, { type: 'transfer.accepted', transfer: { ...accepted(8), ...later } });
    const next = { id: 't3', commandId: 'command-3', startedAt: start + 40 } as const;
    const third = frame(9, { type: 'transfer.pending', transfer: pending(9, next) });
    const ids = (...events: DesktopEvent[]) => Object.keys(fold(owned, ...events).transfers);
    expect(ids(started, ended)).toEqual(['t1']);
    expect(ids(started, ended, again)).toEqual(['t2']);
    // Late frames of what is over bring nothing back.
    expect(ids(again, started, ended)).toEqual(['t2']);
    expect(ids(started, ended, again, moved, third)).toEqual(['t2', 't3']);
    expect(fold(owned, started, ended, again, moved, third).shownTransfers['i1']).toMatchObject({ id: 't3' });
  });

  test('asked for, confirmed, ended', () => {
    const asking = fold(requested);
    expect(asking.shownTransfers['i1']).toEqual({
      state: 'requesting',
      interactionId: 'i1',
      target,
      commandId: 'command-1',
      startedAt: start,
    });
    expect(reduce(asking, started).shownTransfers['i1']).toEqual(pending(5));
    expect([started, ended].reduce(reduce, asking).shownTransfers['i1']).toEqual(declined(6));
  });

  test('an event that is faster than the answer is not covered by what was asked for', () => {
    expect(fold(started, requested).shownTransfers['i1']).toEqual(pending(5));
    expect(fold(started, refused).shownTransfers['i1']).toEqual(pending(5));
  });

  test('a refusal stays, over a snapshot that does not know better', () => {
    const state = fold(owned, requested, refused, snapshot(4, { interactions: [interaction(2)] }));
    expect(state.shownTransfers['i1']).toMatchObject({ state: 'refused', reason: 'offline', reference: 'R-1' });
    expect(reduce(state, { type: 'transferDismissed', interactionId: 'i1' }).shownTransfers).toEqual({});
  });

  test('a refusal covers how an older transfer ended, and goes with it when the agent has seen it', () => {
    const state = fold(
      owned,
      frame(5, {
        type: 'transfer.declined',
        transfer: declined(5, { id: 't0', commandId: 'command-0', endedAt: start }),
      }),
      refused,
    );
    expect(state.shownTransfers['i1']?.state).toBe('refused');
    const again = reduce(state, { type: 'gap' });
    const known = snapshot(5, {
      interactions: [interaction(2)],
      transfers: [declined(5, { id: 't0', commandId: 'command-0', endedAt: start })],
    });
    expect(reduce(again, known).shownTransfers['i1']?.state).toBe('refused');
  });

  test('a refusal gives way to a transfer that another window started later', () => {
    const other = { id: 't2', commandId: 'command-2', startedAt: start + 5 };
    const later = frame(5, { type: 'transfer.pending', transfer: pending(5, other) });
    const over = frame(6, { type: 'transfer.declined', transfer: declined(6, { ...other, endedAt: start + 9 }) });
    expect(fold(refused, later, over).shownTransfers['i1']).toMatchObject({ state: 'declined', id: 't2' });
  });

  test('a request stays while its outcome is unknown and its interaction is here', () => {
    expect(fold(owned, requested, snapshot(5)).shownTransfers).toEqual({});
    expect(fold(owned, requested, snapshot(5, { interactions: [interaction(2)] })).shownTransfers['i1']?.state).toBe(
      'requesting',
    );
  });

  test('a request is answered by a snapshot that knows its command, or its transfer', () => {
    const took = { interactions: [interaction(2)], recentCommands: ['command-1'] };
    expect(fold(owned, requested, snapshot(5, took)).shownTransfers).toEqual({});
    expect(fold(owned, requested, snapshot(5, { ...took, transfers: [pending(5)] })).shownTransfers['i1']).toEqual(
      pending(5),
    );
    expect(
      fold(owned, requested, snapshot(5, { interactions: [interaction(2)], transfers: [pending(5)] })).shownTransfers[
        'i1'
      ],
    ).toEqual(pending(5));
  });

  test('a dismissed one never shows again, in any order', () => {
    for (const order of [
      [started, ended, dismissed],
      [dismissed, ended, started],
      [ended, dismissed, started, ended, dismissed],
    ]) {
      expect(fold(...order).shownTransfers).toEqual({});
    }
  });

  test('the next one shows, though the one before was dismissed', () => {
    const next = pending(9, { id: 't2', commandId: 'command-2' });
    expect(fold(frame(9, { type: 'transfer.pending', transfer: next }), ended, dismissed).shownTransfers['i1']).toEqual(
      next,
    );
  });

  test('dismissed here, it stays so over a snapshot that was taken before the backend heard of it', () => {
    const outcome = { interactions: [interaction(2)], transfers: [declined(6)] };
    const state = fold(snapshot(6, outcome), { type: 'transferDismissed', interactionId: 'i1' });
    expect(state.shownTransfers).toEqual({});
    expect(reduce(state, snapshot(6, outcome)).shownTransfers).toEqual({});
  });

  test('what is under way cannot be dismissed', () => {
    const asking = fold(requested);
    expect(reduce(asking, { type: 'transferDismissed', interactionId: 'i1' })).toBe(asking);
    const waiting = fold(started);
    expect(reduce(waiting, { type: 'transferDismissed', interactionId: 'i1' })).toBe(waiting);
    expect(reduce(waiting, { type: 'transferDismissed', interactionId: 'i7' })).toBe(waiting);
  });

  test('what was refused here leaves with its interaction', () => {
    expect(fold(assigned, refused, released).shownTransfers).toEqual({});
  });
});

describe('texts on their way', () => {
  const sending: DesktopEvent = {
    type: 'messageSending',
    commandId: 'command-1',
    interactionId: 'i1',
    text: 'Hello',
    at: start,
  };
  const told = frame(5, { type: 'messages.appended', interactionId: 'i1', messages: [agentText(2, 5, 'command-1')] });

  test('wait until the backend shows them', () => {
    const waiting = fold(assigned, sending);
    expect(waiting.outbox).toEqual({
      'command-1': {
        commandId: 'command-1',
        interactionId: 'i1',
        text: 'Hello',
        at: start,
        status: { state: 'sending' },
      },
    });
    expect(reduce(waiting, told).outbox).toEqual({});
  });

  test('that were shown before do not wait', () => {
    const state = fold(assigned, told);
    expect(reduce(state, sending)).toBe(state);
  });

  test('that were not sent stay, also over a snapshot, until sent or discarded', () => {
    const failed = fold(assigned, sending, { type: 'messageNotSent', commandId: 'command-1', reason: 'network' });
    expect(failed.outbox['command-1']?.status).toEqual({ state: 'failed', reason: 'network' });
    const after = reduce(failed, snapshot(9));
    expect(after.outbox).toBe(failed.outbox);
    expect(reduce(after, { type: 'messageDiscarded', commandId: 'command-1' }).outbox).toEqual({});
  });

  test('are found in a snapshot', () => {
    const page = { interactionId: 'i1', messages: [agentText(0, 1, 'command-1')], earlier: false };
    expect(fold(sending, snapshot(5, { interactions: [interaction(2)], messages: [page] })).outbox).toEqual({});
  });

  test('that were taken are not waiting in a snapshot without their conversation', () => {
    expect(fold(assigned, sending, snapshot(9, { recentCommands: ['command-1'] })).outbox).toEqual({});
    const [waiting] = Object.keys(fold(assigned, sending, snapshot(9)).outbox);
    expect(waiting).toBe('command-1');
  });

  test('a failure that comes after the message changes nothing', () => {
    const state = fold(sending, told);
    expect(reduce(state, { type: 'messageNotSent', commandId: 'command-1', reason: 'server' })).toBe(state);
  });
});

describe('notices', () => {
  const local: Notice = notice('local.1', 0);

  test('of this device survive a snapshot, those of the backend follow it', () => {
    const state = fold(frame(3, { type: 'notice.posted', notice: notice('n1', 3) }), {
      type: 'noticePosted',
      notice: local,
    });
    expect(Object.keys(reduce(state, snapshot(4)).notices)).toEqual(['local.1']);
  });

  test('read here stay read until the backend says so too', () => {
    const state = fold(snapshot(3, { notices: [notice('n1', 3)] }), {
      type: 'noticesRead',
      noticeIds: ['n1', 'unknown'],
    });
    expect(state.notices['n1']).toEqual(notice('n1', 3, { read: true }));
    expect(reduce(state, snapshot(3, { notices: [notice('n1', 3)] })).notices['n1']?.read).toBe(true);
    const updated = notice('n1', 4, { read: true });
    expect(reduce(state, frame(4, { type: 'notice.updated', notice: updated })).notices['n1']).toBe(updated);
  });

  test('that the backend has deleted are gone, in any order', () => {
    const posted = frame(3, { type: 'notice.posted', notice: notice('n1', 3) });
    const read = frame(4, { type: 'notice.updated', notice: notice('n1', 4, { read: true }) });
    const deleted = frame(5, { type: 'notice.deleted', noticeId: 'n1', version: 5 });
    for (const events of [
      [posted, read, deleted],
      [deleted, read, posted],
      [posted, deleted, read],
    ])
      expect(fold(...events).notices).toEqual({});
    // A snapshot from before, and one that knows it.
    const late = fold(deleted, snapshot(4, { notices: [notice('n1', 4)] }), read);
    expect(late.notices).toEqual({});
    expect(reduce(late, snapshot(5))).toMatchObject({ notices: {}, internals: { deletedNotices: {} } });
  });

  test('deleted here stay away while snapshots still have them', () => {
    const command = { type: 'deleteNotices', commandId: 'c1', noticeIds: ['n1'] } as const;
    const listed = { notices: [notice('n1', 3), notice('n2', 3)] };
    const state = fold(snapshot(3, listed), { type: 'commandPending', command: { ...command, noticeIds: ['n1'] } });
    expect(Object.keys(reduce(state, snapshot(4, listed)).notices)).toEqual(['n2']);
    const anew = [{ type: 'gap' as const }, snapshot(4, listed)].reduce(reduce, state);
    expect(Object.keys(anew.notices)).toEqual(['n2']);
    const taken = reduce(state, { type: 'commandSettled', commandId: 'c1' });
    expect(reduce(taken, snapshot(4, { notices: [notice('n2', 3)] })).internals.deletedNotices).toEqual({});
  });

  test('of this device that were deleted are remembered: the latest 200, also after a gap', () => {
    const deleted = Array.from({ length: 210 }, (_, at) => ({
      type: 'noticeDeleted' as const,
      noticeId: `local.${at}`,
      at,
    }));
    const state = fold(...deleted, { type: 'gap' }, snapshot(1));
    expect(Object.keys(state.internals.deletedNotices)).toHaveLength(200);
    expect(state.internals.deletedNotices).not.toHaveProperty(['local.9']);
    expect(reduce(state, { type: 'noticePosted', notice: notice('local.10', 0) })).toBe(state);
  });

  test('are no more than 200, the newest', () => {
    const many = Array.from({ length: 230 }, (_, index) =>
      frame(index + 1, { type: 'notice.posted', notice: notice(`n${index}`, index + 1) }),
    );
    const inOrder = fold(...many);
    expect(Object.keys(inOrder.notices)).toHaveLength(200);
    expect(inOrder.notices['n29']).toBeUndefined();
    expect(fold(...many.toReversed()).notices).toEqual(inOrder.notices);
  });
});

describe('words that this version does not know', () => {
  const { state: _state, expiresAt: _expiresAt, extensions: _extensions, ...about } = pending(5);
  const parked = frame(5, { type: 'transfer.pending', transfer: { ...about, state: 'unknown:parked' } });
  const known = fold(snapshot(1, { interactions: [interaction(1)] }));

  test('an event of an unknown type moves the cursor and nothing else', () => {
    const after = reduce(known, frame(2, { type: 'unknown:survey.sent', stars: 5 }));
    expect(after).toEqual({ ...known, cursor: 2, clockOffset: after.clockOffset });
  });

  test('a transfer in an unknown state is shown, is not waited for, and can be put away', () => {
    const after = reduce(known, parked);
    expect(transferOf(after, 'i1')?.state).toBe('unknown:parked');
    expect(transferUnderWay(after, 'i1')).toBeUndefined();
    expect(transferOf(reduce(after, { type: 'transferDismissed', interactionId: 'i1' }), 'i1')).toBeUndefined();
  });

  test('and goes on from there', () => {
    expect(
      transferOf(reduce(reduce(known, parked), frame(6, { type: 'transfer.declined', transfer: declined(6) })), 'i1'),
    ).toEqual(declined(6));
  });
});

describe('connection', () => {
  const lost = (since: number): DesktopEvent => ({
    type: 'connectionChanged',
    connection: { state: 'connectionLost', since },
  });
  const live: DesktopEvent = { type: 'connectionChanged', connection: { state: 'live' } };

  test('is lost since it was, however often one tries again', () => {
    expect(fold(live, lost(1), lost(2)).connection).toEqual({ state: 'connectionLost', since: 1 });
  });

  test('why it is lost is what came of the last attempt', () => {
    const because = (since: number, why: ConnectionFailure): DesktopEvent => ({
      type: 'connectionChanged',
      connection: { state: 'connectionLost', since, why },
    });
    expect(fold(because(1, 'noToken'), because(2, 'noAnswer')).connection).toEqual({
      state: 'connectionLost',
      since: 1,
      why: 'noAnswer',
    });
    const told = fold(because(1, 'noAnswer'));
    expect(reduce(told, because(2, 'noAnswer'))).toBe(told);
  });

  test('an ended session stays ended until another begins', () => {
    const ended = fold(live, frame(2, { type: 'session.ended', reason: 'signedOut' }), lost(3), live);
    expect(ended.connection).toEqual({ state: 'sessionEnded', reason: 'signedOut' });
    expect(reduce(ended, { type: 'connectionChanged', connection: { state: 'connecting' } }).connection.state).toBe(
      'connecting',
    );
  });
});

describe('the backend’s clock', () => {
  const time = (ahead: number): DesktopEvent => ({ type: 'time', at: 100_000 + ahead, receivedAt: 100_000 });

  test('a slow message does not move it, a faster one and a clock that was set do', () => {
    const state = fold(snapshot(1), time(500));
    expect(state.clockOffset).toBe(500);
    expect(reduce(state, time(300))).toBe(state);
    expect(reduce(state, time(600)).clockOffset).toBe(600);
    expect(reduce(state, time(-60_000)).clockOffset).toBe(-60_000);
  });

  test('a replayed frame of long ago does not move it', () => {
    const replayed: DesktopEvent = {
      type: 'frame',
      receivedAt: start + 60_000,
      frame: { v: 1, cursor: 9, at: start, events: [] },
    };
    expect(fold(snapshot(1), replayed).clockOffset).toBe(0);
  });
});

describe('snapshots', () => {
  test('replace what they know and keep what overtook them', () => {
    const state = fold(
      frame(3, { type: 'invitation.offered', invitation: offered(3, 'old') }),
      frame(9, { type: 'invitation.offered', invitation: offered(9, 'new') }),
      frame(9, { type: 'agent.state', agent: agent(9, 'notReady') }),
      frame(9, { type: 'favourites.changed', favourites: [target], version: 9 }),
      snapshot(5, { invitations: [offered(4, 'other')], agent: agent(5) }),
    );
    expect(Object.keys(state.invitations).sort()).toEqual(['new', 'other']);
    expect(state.agent).toEqual(agent(9, 'notReady'));
    expect(state.favourites).toEqual([target]);
    expect(state.capabilities).toEqual(allCapabilities);
    expect(state.cursor).toBe(9);
  });

  test('an interaction that has left since does not come back with an older snapshot', () => {
    expect(fold(released, snapshot(5, { interactions: [interaction(2)] })).interactions).toEqual({});
  });

  test('an older one than the last says nothing', () => {
    const state = fold(snapshot(9, { invitations: [offered(9)] }));
    expect(reduce(state, snapshot(5))).toBe(state);
  });

  test('after a gap the backend may have begun anew: everything it said before is forgotten', () => {
    const before = fold(
      snapshot(5, { interactions: [interaction(2)], favourites: [target] }),
      frame(
        40,
        { type: 'notice.posted', notice: notice('n1', 40) },
        { type: 'agent.state', agent: agent(40, 'notReady') },
      ),
      { type: 'noticePosted', notice: notice('local.1', 0) },
      { type: 'messageSending', commandId: 'command-1', interactionId: 'i1', text: 'Hello', at: start },
      { type: 'commandTaken', commandId: 'command-0' },
      { type: 'gap' },
    );
    // Until it comes, the screens keep what they have.
    expect(before.notices).toHaveProperty('n1');
    const after = reduce(before, snapshot(1, { interactions: [interaction(1)] }));
    expect(after.interactions).toEqual({ i1: interaction(1) });
    expect(after.agent).toEqual(agent(0));
    expect(after.favourites).toEqual([]);
    expect(after.cursor).toBe(1);
    expect(Object.keys(after.notices)).toEqual(['local.1']);
    expect(Object.keys(after.outbox)).toEqual(['command-1']);
    expect(after.ownCommands).toEqual(['command-0']);
    expect(reduce(after, frame(2, { type: 'notice.posted', notice: notice('n1', 2) })).notices).toHaveProperty('n1');
  });
});

describe('what does not change stays the same object', () => {
  const full = {
    agent: agent(1),
    interactions: [interaction(2)],
    messages: [{ interactionId: 'i1', messages: [customerText(0), customerText(1)], earlier: false }],
    transfers: [declined(3)],
    invitations: [offered(4)],
    notices: [notice('n1', 4)],
    favourites: [target],
  };

  test('over the same snapshot, down to the whole state', () => {
    const state = fold(snapshot(5, full));
    expect(reduce(state, snapshot(5, structuredClone(full)))).toBe(state);
  });

  test('over duplicates and frames that the snapshot knew', () => {
    const state = fold(snapshot(5, full), frame(6, { type: 'notice.posted', notice: notice('n2', 6) }));
    expect(reduce(state, frame(6, { type: 'notice.posted', notice: notice('n2', 6) }))).toBe(state);
    expect(reduce(state, released)).not.toBe(state);
    expect(reduce(state, frame(4, { type: 'invitation.ended', invitation: withdrawn(4) }))).toBe(state);
    expect(reduce(state, { type: 'commandTaken', commandId: 'c' }).interactions).toBe(state.interactions);
  });

  test('beside what does', () => {
    const before = fold(snapshot(5, full));
    const after = reduce(before, frame(6, { type: 'notice.posted', notice: notice('n2', 6) }));
    expect(after.notices['n1']).toBe(before.notices['n1']);
    for (const slice of [
      'interactions',
      'conversations',
      'transfers',
      'invitations',
      'favourites',
      'agent',
      'outbox',
    ] as const) {
      expect(after[slice]).toBe(before[slice]);
    }
  });
});

test('own commands are the last hundred, each once', () => {
  const taken = Array.from({ length: 120 }, (_, index): DesktopEvent => ({
    type: 'commandTaken',
    commandId: `c${index}`,
  }));
  const state = fold(...taken);
  expect(state.ownCommands).toHaveLength(100);
  expect(state.ownCommands.at(-1)).toBe('c119');
  expect(reduce(state, { type: 'commandTaken', commandId: 'c119' })).toBe(state);
});
