import { allCapabilities, createManualClock, emptySnapshot } from '@baton/contracts/testing';
import type { EventFrame, Invitation, RoutingEvent, Snapshot, Transfer } from '@baton/contracts';
import { createDesktopStore, myMessages } from '@baton/desktop';
import { anInteraction, anInvitation, aTransfer, demoColleague } from '../testing/builders';
import { countingRandom } from '../testing/counting-random';
import { createDevice } from '../testing/device';
import { deriveNotices } from './derived-notices';
import { keepDeviceMemory } from './device-memory';

const interaction = anInteraction();
const { expiresAt: _at, extensions: _extensions, ...asked } = aTransfer({ version: 3 });
const declined: Transfer = { ...asked, state: 'declined', endedAt: 7 };
const accepted: Transfer = { ...asked, state: 'accepted', endedAt: 7, acceptedBy: demoColleague };
const invitation = anInvitation();
const derived = { ...allCapabilities, notices: 'derived' } as const;

/** Windows of one agent on one device, whose backend writes no My Messages. */
function setUp(capabilities: Snapshot['capabilities'] = derived) {
  const device = createDevice();
  const clock = createManualClock();
  const random = countingRandom();
  const open = (changes: Partial<Snapshot> = {}) => {
    const store = createDesktopStore();
    const storage = device.storageOfWindow();
    const stop = keepDeviceMemory({ store, storage, clock, random, page: new EventTarget() });
    deriveNotices(store, new AbortController().signal);
    const take = (told: Partial<Snapshot>) =>
      store.dispatch({ type: 'snapshot', snapshot: emptySnapshot({ capabilities, ...told }), receivedAt: 1 });
    take({ interactions: [interaction], invitations: [invitation], ...changes });
    return {
      stop,
      take,
      dispatch: store.dispatch,
      hear(...events: RoutingEvent[]) {
        const frame: EventFrame = { v: 1, cursor: 3, at: 7, events };
        store.dispatch({ type: 'frame', frame, receivedAt: 7 });
      },
      kinds: () => myMessages(store.getState()).map(({ kind, read }) => (read ? `${kind}, read` : kind)),
      messages: () => myMessages(store.getState()),
    };
  };
  return { open, kept: device.kept };
}

test.each([undefined, 'backend', 'unknown:both'] as const)(
  'capability notices off (%s): nothing is derived',
  (notices) => {
    const one = setUp({ ...allCapabilities, notices }).open();
    one.hear({ type: 'transfer.declined', transfer: declined });
    expect(one.messages()).toEqual([]);
  },
);

test('an accepted transfer names its customer, though the conversation has left before', () => {
  const one = setUp().open();
  one.hear(
    {
      type: 'interaction.released',
      interactionId: interaction.id,
      version: 3,
      why: 'transferred',
      to: { kind: 'agent', ...demoColleague },
    },
    { type: 'transfer.accepted', transfer: accepted },
  );
  expect(one.messages()).toEqual([
    {
      id: 'local.transfer.transfer-1',
      version: 0,
      at: 7,
      kind: 'transfer.accepted',
      severity: 'done',
      interactionId: interaction.id,
      customer: 'Jo Demo',
      acceptedBy: demoColleague,
      read: false,
    },
  ]);
});

describe('what has ended while the connection was lost', () => {
  test('is posted once, from the outcome in a snapshot', () => {
    const one = setUp().open({ transfers: [aTransfer()] });
    for (const cursor of [3, 4]) one.take({ cursor, interactions: [interaction], transfers: [declined] });
    expect(one.messages()).toMatchObject([
      { kind: 'invitation.revoked', customer: 'Jo Demo', from: demoColleague },
      { kind: 'transfer.declined', at: 7 },
    ]);
  });

  test.each([
    ['the conversation is the agent’s', [{ ...interaction, id: invitation.interactionId }], ['transfer.received']],
    ['it is not', [], ['invitation.revoked']],
  ])('of an invitation that is offered no more: %s', (_, interactions, expected) => {
    const one = setUp().open();
    one.take({ cursor: 4, interactions });
    expect(one.kinds()).toEqual(expected);
  });
});

test('nothing is posted after the session has ended', () => {
  const one = setUp().open();
  const { expiresAt: _, extensionsLeft: __, ...about } = invitation;
  const ended: Invitation = { ...about, version: 3, state: 'ended', outcome: 'revoked', endedAt: 7 };
  one.hear({ type: 'invitation.ended', invitation: ended }, { type: 'session.ended', reason: 'replaced' });
  expect(one.messages()).toEqual([]);
});

describe('a derived notice', () => {
  const told: RoutingEvent = { type: 'transfer.declined', transfer: declined };

  test('is one for all windows, and read in all', () => {
    const { open } = setUp();
    const [one, other] = [open(), open()];
    one.hear(told);
    expect(other.kinds()).toEqual(['transfer.declined']);
    one.dispatch({ type: 'noticesRead', noticeIds: ['local.transfer.transfer-1'] });
    other.hear(told);
    expect([one, other].map(({ kinds }) => kinds())).toEqual([
      ['transfer.declined, read'],
      ['transfer.declined, read'],
    ]);
  });

  test('is there after a reload, read as it was; deleted it stays away, though snapshots show the outcome still', () => {
    const { open, kept } = setUp();
    const before = open();
    before.hear(told);
    before.dispatch({ type: 'noticesRead', noticeIds: ['local.transfer.transfer-1'] });
    before.stop();
    const shown = { cursor: 4, transfers: [declined] };
    const later = open(shown);
    expect(later.kinds()).toEqual(['transfer.declined, read']);
    later.dispatch({ type: 'noticeDeleted', noticeId: 'local.transfer.transfer-1', at: 9 });
    later.stop();
    const last = open(shown);
    last.take({
      cursor: 5,
      interactions: [interaction],
      invitations: [invitation],
      transfers: [{ ...declined, version: 5 }],
    });
    expect(last.kinds()).toEqual([]);
    expect(kept()).toEqual(['deleted.local.transfer.transfer-1']);
  });

  test('gives way to newer ones: no more than 200 are kept', () => {
    const { open, kept } = setUp();
    const one = open();
    for (let index = 0; index < 205; index += 1)
      one.hear({
        type: 'transfer.declined',
        transfer: { ...declined, id: `t-${index}`, version: 3 + index, endedAt: index },
      });
    expect(one.messages()).toHaveLength(200);
    expect(kept().filter((key) => key.startsWith('notice.'))).toHaveLength(200);
  });
});
