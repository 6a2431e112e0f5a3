import type { EventFrame, Notice, RoutingEvent, Snapshot } from '@baton/contracts';
import { createDesktopStore, myMessages } from '@baton/desktop';
import fc from 'fast-check';
import { deriveNotices } from '../../packages/host-kit/src/session/derived-notices';
import { agentIds, histories, snapshotAt } from './histories';
import type { History } from './histories';

// Two desktops with the same history: one gets its notices from the backend, the other derives them itself.

/** Notices that only a backend can send: people have written them. */
const isWritten = ({ kind }: Notice) => kind === 'broadcast' || kind === 'service';
const without = ({ id: _id, version: _version, read: _read, ...said }: Notice) => JSON.stringify(sorted(said));
const sorted = (said: object) => Object.fromEntries(Object.entries(said).toSorted(([a], [b]) => (a < b ? -1 : 1)));

function openDesktops(snapshot: Snapshot) {
  const [told, own] = [createDesktopStore(), createDesktopStore()];
  deriveNotices(own, new AbortController().signal);
  const receivedAt = snapshot.at;
  told.dispatch({ type: 'snapshot', snapshot, receivedAt });
  const capabilities = { ...snapshot.capabilities, notices: 'derived' as const };
  const notices = snapshot.notices.filter(isWritten);
  own.dispatch({ type: 'snapshot', snapshot: { ...snapshot, capabilities, notices }, receivedAt });

  const idOf = (noticeId: string) => {
    const known = told.getState().notices[noticeId];
    return known && myMessages(own.getState()).find((notice) => without(notice) === without(known))?.id;
  };

  /** Reads and deletions of a derived notice come from the agent, not from the backend. */
  function doHere(event: RoutingEvent) {
    if (event.type === 'notice.updated' && !isWritten(event.notice)) {
      const id = idOf(event.notice.id);
      if (id !== undefined) own.dispatch({ type: 'noticesRead', noticeIds: [id] });
    } else if (event.type === 'notice.deleted') {
      const id = idOf(event.noticeId);
      if (id?.startsWith('local.')) own.dispatch({ type: 'noticeDeleted', noticeId: id, at: 0 });
    }
  }

  const shown = (store: typeof told) =>
    myMessages(store.getState())
      .map((notice) => `${without(notice)}, ${notice.read ? 'read' : 'unread'}`)
      .toSorted();
  return {
    hear(frame: EventFrame) {
      frame.events.forEach(doHere);
      const events = frame.events.filter(
        (event) => (event.type !== 'notice.posted' && event.type !== 'notice.updated') || isWritten(event.notice),
      );
      told.dispatch({ type: 'frame', frame, receivedAt: frame.at });
      own.dispatch({ type: 'frame', frame: { ...frame, events }, receivedAt: frame.at });
    },
    both: () => [shown(told), shown(own)] as const,
  };
}

/** Shows an agent's history to both desktops, and collects the kinds of notices in it. */
function compare(history: History, agentId: string, kinds: Set<string>) {
  const stateAt = (cursor = 0) => history.states.find((state) => state.cursor >= cursor) ?? history.states[0];
  const open = (cursor?: number) => {
    const state = stateAt(cursor);
    if (!state) throw new Error('A history begins somewhere.');
    return openDesktops(snapshotAt(state, agentId));
  };
  let desktops = open();
  for (const frame of history.framesOf(agentId)) {
    desktops.hear(frame);
    for (const event of frame.events) if (event.type === 'notice.posted') kinds.add(event.notice.kind);
    const [told, own] = desktops.both();
    expect(own).toEqual(told);
    if (frame.events.some(({ type }) => type === 'session.ended')) desktops = open(frame.cursor);
  }
}

test('a desktop that writes My Messages itself shows what the backend would have written, read and deleted alike', () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(histories(), (history) => {
      for (const agentId of agentIds) compare(history, agentId, kinds);
    }),
    { numRuns: 500 },
  );
  expect([...kinds].toSorted()).toEqual([
    'broadcast',
    'conversation.ended',
    'invitation.missed',
    'invitation.revoked',
    'invitation.withdrawn',
    'transfer.accepted',
    'transfer.declined',
    'transfer.expired',
    'transfer.failed',
    'transfer.received',
  ]);
});
