import { consentReader } from '@baton/contracts';
import type { Transfer } from '@baton/contracts';
import { initialState } from './fold';
import type { DesktopFold } from './fold';
import { reduce } from './reduce';
import type { DesktopEvent } from './reduce';
import * as select from './selectors';
import { transferEnded } from './slices/transfers';
import {
  accepted,
  agent,
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

const live: DesktopEvent = { type: 'connectionChanged', connection: { state: 'live' } };
const fold = (...events: DesktopEvent[]): DesktopFold => [live, ...events].reduce(reduce, initialState());

test('interactions are in order of their assignment', () => {
  const state = fold(
    snapshot(3, {
      interactions: [
        interaction(1, { id: 'b', assignedAt: start + 2 }),
        interaction(2, { id: 'c', assignedAt: start + 1 }),
        interaction(3, { id: 'a', assignedAt: start + 2 }),
      ],
    }),
  );
  expect(select.activeInteractions(state).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
});

test('offers are in order of arrival, ended ones are none', () => {
  const state = fold(snapshot(9, { invitations: [offered(5, 'second'), withdrawn(2, 'ended'), offered(4, 'first')] }));
  expect(select.offeredInvitations(state).map(({ id }) => id)).toEqual(['first', 'second']);
});

test('My Messages are newest first', () => {
  const state = fold(snapshot(9, { notices: [notice('n1', 1), notice('n2', 2, { read: true }), notice('n3', 3)] }));
  expect(select.myMessages(state).map(({ id }) => id)).toEqual(['n3', 'n2', 'n1']);
  expect(select.unreadNotices(state).map(({ id }) => id)).toEqual(['n3', 'n1']);
});

test('K9-2 My Messages that were read are unread again once marked so, until they are read', () => {
  const notices = [notice('n1', 1, { read: true }), notice('n2', 2, { read: true })];
  const marked = fold(snapshot(9, { notices }), { type: 'noticesMarkedUnread', noticeIds: ['n1'], at: start });
  expect(select.unreadNotices(marked).map(({ id }) => id)).toEqual(['n1']);
  expect(select.unreadNotices(marked)).toBe(select.unreadNotices(marked));
  const renewed = reduce(marked, snapshot(12, { notices }));
  expect(select.unreadNotices(renewed).map(({ id }) => id)).toEqual(['n1']);
  expect(select.unreadNotices(reduce(renewed, { type: 'noticesRead', noticeIds: ['n1'] }))).toEqual([]);
  const next = reduce(reduce(renewed, snapshot(15)), { type: 'noticesMarkedUnread', noticeIds: ['n9'], at: start });
  expect(Object.keys(next.markedUnread)).toEqual(['n9']);
});

test('texts on their way are those of the interaction, oldest first', () => {
  const sending = (commandId: string, interactionId: string, at: number): DesktopEvent => ({
    type: 'messageSending',
    commandId,
    interactionId,
    text: commandId,
    at,
  });
  const state = fold(sending('c2', 'i1', 2), sending('c1', 'i1', 1), sending('c3', 'i2', 3));
  expect(select.outboxOf(state, 'i1').map(({ commandId }) => commandId)).toEqual(['c1', 'c2']);
  expect(select.outboxOf(state, 'i3')).toEqual([]);
});

test('selectors return the same object until what they look at changes', () => {
  const before = fold(
    snapshot(4, { interactions: [interaction(1)], invitations: [offered(2)], notices: [notice('n1', 3)] }),
  );
  const after = reduce(before, { type: 'commandTaken', commandId: 'c1' });
  expect(after).not.toBe(before);
  for (const selector of [
    select.activeInteractions,
    select.offeredInvitations,
    select.myMessages,
    select.unreadNotices,
  ]) {
    expect(selector(after)).toBe(selector(before));
  }
  for (const selector of [
    select.conversationOf,
    select.outboxOf,
    select.canSend,
    select.canTransfer,
    select.canComplete,
  ]) {
    expect(selector(after, 'i1')).toBe(selector(before, 'i1'));
  }
});

describe('transferOf', () => {
  const told = (transfer: Transfer) => frame(transfer.version, { type: 'transfer.pending', transfer });

  test('shows the one under way, and how the last one ended', () => {
    expect(select.transferOf(fold(told(pending(5))), 'i1')).toEqual(pending(5));
    expect(select.transferUnderWay(fold(told(pending(5))), 'i1')).toEqual(pending(5));
    expect(select.transferOf(fold(told(declined(6))), 'i1')).toEqual(declined(6));
    expect(select.transferUnderWay(fold(told(declined(6))), 'i1')).toBeUndefined();
    expect(transferEnded(declined(6))).toBe(true);
    expect(transferEnded(pending(6))).toBe(false);
  });

  test('hides the outcome of an earlier ownership', () => {
    const left = fold(
      told(accepted(5)),
      frame(5, { type: 'interaction.released', interactionId: 'i1', version: 5, why: 'transferred' }),
    );
    expect(select.transferOf(left, 'i1')).toEqual(accepted(5));
    const back = reduce(
      left,
      frame(9, {
        type: 'interaction.assigned',
        interaction: interaction(9, { assignedAt: start + 900 }),
        why: 'transfer',
      }),
    );
    expect(select.transferOf(back, 'i1')).toBeUndefined();
  });
});

describe('what can be done', () => {
  const here = (changes = {}) => fold(snapshot(2, { interactions: [interaction(1, changes)] }));

  test('follows the capabilities', () => {
    expect(select.canSend(here(), 'i1')).toEqual({ ok: true });
    expect(select.canTransfer(here(), 'i1')).toEqual({ ok: true });
    expect(select.canComplete(here(), 'i1')).toEqual({ ok: true });
    expect(select.canComplete(here({ capabilities: ['sendMessage'] }), 'i1')).toEqual({
      ok: false,
      reason: 'notAllowed',
    });
    expect(select.canSend(here({ state: 'ended', capabilities: ['complete'] }), 'i1')).toEqual({
      ok: false,
      reason: 'ended',
    });
  });

  test('a conversation goes to the kinds of target that it and the backend allow', () => {
    const all = ['agent', 'agentGroup', 'skill', 'queue', 'routingPoint'];
    expect(select.transferKindsOf(here(), 'i1')).toEqual(all);
    const narrowed = here({ transferKinds: ['unknown:bot', 'queue'] });
    expect(select.transferKindsOf(narrowed, 'i1')).toEqual(['queue']);
    expect(select.canTransfer(narrowed, 'i1')).toEqual({ ok: true });
  });

  test('a role without transfers can only give back, whoever withholds them', () => {
    const privilege = { ok: false, reason: 'privilege' };
    const { agent } = here();
    const byBackend = { ...here(), agent: agent && { ...agent, privileges: { transfer: false } } };
    expect(select.canTransfer(byBackend, 'i1')).toEqual(privilege);
    expect(select.canTransfer(here(), 'i1', { transfer: false })).toEqual(privilege);
    expect(select.canTransfer(byBackend, 'i1', { transfer: true })).toEqual(privilege);
    expect(select.canTransfer(here(), 'i1', { transfer: true, reject: false })).toEqual({ ok: true });
    expect(select.canReturn(byBackend, 'i1')).toEqual({ ok: true });
  });

  test('without a kind that is known here it can only be given back', () => {
    const noTargets = { ok: false, reason: 'noTargets' };
    const { capabilities } = here();
    for (const state of [
      here({ transferKinds: [] }),
      here({ transferKinds: ['unknown:bot'] }),
      { ...here(), capabilities: capabilities && { ...capabilities, targetKinds: [] } },
    ]) {
      expect(select.canTransfer(state, 'i1')).toEqual(noTargets);
      expect(select.canReturn(state, 'i1')).toEqual({ ok: true });
    }
  });

  test('a transfer under way allows no second one, but everything else', () => {
    const state = reduce(here(), {
      type: 'transferRequested',
      interactionId: 'i1',
      target,
      commandId: 'c1',
      at: start,
    });
    expect(select.canTransfer(state, 'i1')).toEqual({ ok: false, reason: 'pending' });
    expect(select.canSend(state, 'i1')).toEqual({ ok: true });
  });

  describe('consent', () => {
    const optedOut = { ok: false, reason: 'optedOut' };
    const read = consentReader();
    const written = (...texts: readonly string[]) =>
      fold(
        snapshot(20, {
          interactions: [interaction(1)],
          messages: [
            {
              interactionId: 'i1',
              messages: texts.map((text, index) => ({ ...customerText(index, 1), text })),
              earlier: false,
            },
          ],
        }),
      );

    test('nothing is sent to a customer who has opted out, whatever the capabilities say', () => {
      const consent = { state: 'optedOut', word: 'STOP' };
      expect(select.canSend(here({ consent }), 'i1')).toEqual(optedOut);
      expect(select.canSend(here({ consent, capabilities: [] }), 'i1')).toEqual(optedOut);
      expect(select.canTransfer(here({ consent }), 'i1')).toEqual({ ok: true });
      expect(select.canSend(here({ consent: { state: 'unknown:paused' } }), 'i1')).toEqual({ ok: true });
      const over = here({ consent, state: 'ended', capabilities: ['complete'] });
      expect(select.canSend(over, 'i1')).toEqual({ ok: false, reason: 'ended' });
    });

    test('is what the customer has written last about it, where the host reads that and the backend says nothing', () => {
      expect(select.consentOf(written('STOP'), 'i1')).toBeUndefined();
      expect(select.consentOf(written('Hi', 'STOP', 'HELP', 'Hi'), 'i1', read)).toEqual({
        state: 'optedOut',
        since: customerText(1, 1).at,
        word: 'STOP',
      });
      expect(select.canSend(written('STOP'), 'i1', read)).toEqual(optedOut);
      expect(select.canSend(written('STOP', 'START'), 'i1', read)).toEqual({ ok: true });
      expect(select.consentOf(written('Hi'), 'i1', read)).toBeUndefined();
      const state = written('STOP');
      expect(select.consentOf(state, 'i1', read)).toBe(select.consentOf(state, 'i1', read));
    });

    test('is believed where the backend says it', () => {
      const state = reduce(
        written('STOP'),
        frame(21, { type: 'interaction.updated', interaction: interaction(21, { consent: { state: 'subscribed' } }) }),
      );
      expect(select.canSend(state, 'i1', read)).toEqual({ ok: true });
    });
  });

  test('nothing without a connection, nor in an interaction that has gone', () => {
    const lost = reduce(here(), { type: 'connectionChanged', connection: { state: 'connectionLost', since: start } });
    expect(select.isLive(lost)).toBe(false);
    expect(select.canSend(lost, 'i1')).toEqual({ ok: false, reason: 'connectionLost' });
    expect(select.canTransfer(lost, 'i1')).toEqual({ ok: false, reason: 'connectionLost' });
    expect(select.canTransfer(here(), 'i7')).toEqual({ ok: false, reason: 'gone' });
  });
});

test('the own status is unknown without a connection, and after-call work before anything else', () => {
  const known = fold(snapshot(1, { agent: agent(1) }));
  const wrappingUp = agent(1);
  expect(select.ownStatus(initialState())).toBe('unknown');
  expect(select.ownStatus(known)).toBe('ready');
  expect(select.ownStatus(fold(snapshot(1, { agent: agent(1, 'notReady') })))).toBe('notReady');
  expect(select.ownStatus({ ...known, connection: { state: 'connectionLost', since: 0 } })).toBe('unknown');
  expect(select.ownStatus({ ...known, agent: { ...wrappingUp, presence: { state: 'afterCallWork', since: 0 } } })).toBe(
    'afterCallWork',
  );
});

test('readiness, conversation, time', () => {
  expect(select.isReadyForSms(initialState())).toBe(false);
  expect(select.isReadyForSms(fold(snapshot(1, { agent: agent(1) })))).toBe(true);
  expect(select.isReadyForSms(fold(snapshot(1, { agent: agent(1, 'notReady') })))).toBe(false);
  const page = { interactionId: 'i1', messages: [customerText(0)], earlier: false };
  expect(
    select.conversationOf(fold(snapshot(2, { interactions: [interaction(1)], messages: [page] })), 'i1').messages,
  ).toHaveLength(1);
  const clock = { now: () => 5, setTimeout: () => () => {} };
  expect(select.backendNow(fold({ type: 'time', at: 1_500, receivedAt: 1_000 }), clock)).toBe(505);
});
