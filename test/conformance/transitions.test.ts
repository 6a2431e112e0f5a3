import type { EventFrame, KnownTargetKind, RoutingEvent } from '@baton/contracts';
import { initialState, reduce, transferOf } from '@baton/desktop';
import type { DesktopFold } from '@baton/desktop';
import type * as model from '../../mocks/contact-centre';
import { Play, startTransfer } from '../../mocks/contact-centre/testing/play';
import { seedWith } from '../../mocks/contact-centre/testing/seed';
import { invitationTransitions, transferTransitions } from '../../mocks/contact-centre/transitions';
import type { InvitationTransition, TransferTransition } from '../../mocks/contact-centre/transitions';

// Each row of the two tables is played in the model, and compared with the desktops of sender and target.

type Frames = ReturnType<Play['happen']>;

/** How to play a row: the steps before it, and the row's own step. */
interface Case {
  quirks?: model.Quirks;
  before?: (play: Play) => unknown;
  step: (play: Play) => Frames;
}

const invite = (play: Play) => play.start('agent', 'bianca');
const invited = (step: Case['step'], quirks?: model.Quirks): Case => ({
  before: invite,
  step,
  ...(quirks && { quirks }),
});
const send = (agentId: string, command: Parameters<Play['send']>[1]) => (play: Play) => play.send(agentId, command);
const cancel = (play: Play) => play.send('ana', { type: 'cancelTransfer', transferId: play.transfer().id });
const redirect = (kind: KnownTargetKind, id: string) => (play: Play) =>
  play.send('ana', { type: 'redirectTransfer', transferId: play.transfer().id, target: { kind, id, name: id } });
const dismiss = (play: Play) => play.send('ana', { type: 'dismissTransfer', transferId: play.transfer().id });
const decline = (play: Play) => play.decline('bianca');
const accept = (play: Play) => play.accept('bianca');
const extend = (play: Play) =>
  play.send('bianca', { type: 'extendInvitation', invitationId: play.invitation('bianca').id });
const notReady = send('bianca', { type: 'setChannelState', channel: 'sms', state: 'notReady' });
const expire = (play: Play) => {
  play.at += 30_000;
  return play.happen({ kind: 'time' });
};
const complete = send('ana', { type: 'completeInteraction', interactionId: 'sms-1' });
const customerEnds = (play: Play) => play.happen({ kind: 'customerEnds', interactionId: 'sms-1' });
const ended = (end: Case['step'], quirks?: model.Quirks): Case => ({
  before: (play) => [invite(play), end(play)],
  step: dismiss,
  ...(quirks && { quirks }),
});

const transferCases: Record<string, Case> = {
  'none invited': { step: invite },
  'none placed': { step: (play) => play.start('queue', 'delivery'), quirks: { placesInQueues: true } },
  'pending extended': invited(extend),
  'pending passedOn': { before: (play) => play.start('queue', 'delivery'), step: decline },
  'pending redirected': invited(redirect('agent', 'chen')),
  'pending placed': invited(redirect('queue', 'delivery'), { placesInQueues: true }),
  'pending accepted': invited(accept),
  'pending declined': invited(decline),
  'pending expired': invited(expire),
  'pending unexplained': invited(decline, { hidesReasons: true }),
  'pending revoked': invited(notReady),
  // The only member of the group has declined.
  'pending poolEmpty': { before: (play) => play.start('agentGroup', 'seniors'), step: decline },
  'pending cancelled': invited(cancel),
  'pending senderSignedOut': invited(send('ana', { type: 'signOut' })),
  'pending completed': invited(complete),
  'pending customerEnded': invited(customerEnds),
  'accepted dismissed': ended(accept),
  'handedOver dismissed': {
    before: (play) => play.start('queue', 'delivery'),
    step: dismiss,
    quirks: { placesInQueues: true },
  },
  'declined dismissed': ended(decline),
  'expired dismissed': ended(expire),
  'notAccepted dismissed': ended(decline, { hidesReasons: true }),
  'cancelled dismissed': ended(cancel),
  'failed dismissed': ended(notReady),
};

const invitationCases: Record<string, Case> = {
  'none offered': { step: invite },
  'offered written': invited((play) => play.happen({ kind: 'customerWrites', interactionId: 'sms-1', text: 'Hello?' })),
  'offered extended': invited(extend),
  'offered accepted': invited(accept),
  'offered declined': invited(decline),
  'offered expired': invited(expire),
  'offered withdrawn': invited(cancel),
  'offered conversationEnded': invited(customerEnds),
  'offered revoked': invited(notReady),
};

function rows<T>(table: Record<string, Record<string, T>>): [row: string, transition: T][] {
  return Object.entries(table).flatMap(([from, happenings]) =>
    Object.entries(happenings).map(([what, transition]): [string, T] => [`${from} ${what}`, transition]),
  );
}

const transferRows = rows<TransferTransition>(transferTransitions);
const invitationRows = rows<InvitationTransition>(invitationTransitions);

/** The contact centre, with the desktops of both sides following it. */
function playCase({ quirks, before, step }: Case) {
  const play = new Play({ ...seedWith({}), ...(quirks && { quirks }) });
  const follow = (agentId: string): DesktopFold =>
    reduce(initialState(), { type: 'snapshot', snapshot: play.snapshot(agentId), receivedAt: play.at });
  const start = { ana: follow('ana'), bianca: follow('bianca') };
  const hear = (state: DesktopFold, frame: EventFrame) => reduce(state, { type: 'frame', frame, receivedAt: frame.at });
  const desktopAt = (agentId: 'ana' | 'bianca'): DesktopFold =>
    play.sent.filter((one) => one.agentId === agentId).reduce((state, one) => hear(state, one.frame), start[agentId]);

  before?.(play);
  const story = play.story().length;
  const frames = step(play);
  const told = (agentId: string): RoutingEvent[] =>
    frames.flatMap((one) => (one.agentId === agentId ? one.frame.events : []));
  return { play, entries: play.story().slice(story), told, desktopAt };
}

const invitedAgent = ({ play }: ReturnType<typeof playCase>) =>
  play.invitationsOf('bianca').length > 0 ? 'bianca' : 'chen';

test('there is a case for every row, and a row for every case', () => {
  expect(Object.keys(transferCases)).toEqual(transferRows.map(([row]) => row));
  expect(Object.keys(invitationCases)).toEqual(invitationRows.map(([row]) => row));
});

describe.each(transferRows)('a transfer: %s', (row, { to, reason, entry, offer, owner, tells }) => {
  const theCase = transferCases[row];
  if (!theCase) throw new Error(`No case for ${row}`);

  test('is in the state of the table, with its owner, in the model and on both desktops', () => {
    const played = playCase(theCase);
    const { play, desktopAt } = played;
    const transfer = play.transfer();
    expect(transfer.state).toBe(to);
    if (reason) expect(transfer).toMatchObject({ reason });
    const [ana, bianca] = [desktopAt('ana'), desktopAt('bianca')];
    const owners = {
      sender: play.owner() === 'ana',
      target: play.owner() === 'bianca',
      queue: play.owner() === transfer.target.id || play.owner() === 'billing',
      nobody: play.owner() === undefined,
    };
    expect({ row, owner, holds: owners[owner] }).toEqual({ row, owner, holds: true });
    // A desktop shows owned conversations only.
    expect(Object.keys(ana.interactions).includes('sms-1')).toBe(owners.sender);
    expect(Object.keys(bianca.interactions).includes('sms-1')).toBe(owners.target);
    // The sender's own sign-out empties their desktop with `session.ended`.
    if (row === 'pending senderSignedOut') return;
    expect(ana.transfers[transfer.id]?.state).toBe(to);
    if (owner === 'sender') expect(transferOf(ana, 'sms-1')?.state).toBe(row.endsWith('dismissed') ? undefined : to);
    if (row === 'pending accepted') expect(bianca.transfers[transfer.id]).toEqual(ana.transfers[transfer.id]);
  });

  test('writes its entry, and does with the offer what the table says', () => {
    const played = playCase(theCase);
    const ends = played.entries.filter((event) => event !== 'ended');
    if (entry) expect(ends).toContain(entry);
    else if (row !== 'pending passedOn') expect(ends).toEqual([]);
    if (!offer) return;
    const { play } = played;
    // A conversation in its queue gets a new invitation.
    const invitation = offer === 'offered' ? play.invitation(play.invited()[0] ?? '') : play.invitationsOf('bianca')[0];
    const outcome = invitation?.state === 'ended' ? invitation.outcome : invitation?.state;
    expect(outcome).toBe(offer === 'updated' ? 'offered' : offer);
  });

  test('is told to those whom the table names, and to nobody else', () => {
    const played = playCase(theCase);
    const ofTransfer = (agentId: string) =>
      played
        .told(agentId)
        .map(({ type }) => type)
        .filter((type) => /^(transfer|invitation)\./.test(type));
    if (tells.sender) expect(ofTransfer('ana')).toContain(tells.sender);
    const target = row === 'pending passedOn' || row === 'pending redirected' ? 'chen' : invitedAgent(played);
    const heard = ofTransfer(target);
    if (tells.target) expect(heard).toContain(tells.target);
    else expect(heard.filter((type) => type !== 'invitation.offered' && type !== 'invitation.ended')).toEqual([]);
  });
});

describe.each(invitationRows)('an invitation: %s', (row, { to, outcome, tells }) => {
  const theCase = invitationCases[row];
  if (!theCase) throw new Error(`No case for ${row}`);

  test('is in the state of the table, and told so', () => {
    const { play, told, desktopAt } = playCase(theCase);
    const invitation = play.invitation('bianca');
    expect(invitation.state).toBe(to);
    if (outcome) expect(invitation).toMatchObject({ outcome });
    expect(told('bianca').map(({ type }) => type)).toContain(tells);
    expect(desktopAt('bianca').invitations[invitation.id]).toEqual(invitation);
  });
});

test.each(transferRows)('an end is called the same in transcript and state: %s', (_row, { to, entry }) => {
  // Where the conversation's own end is told instead, the transcript says nothing of the transfer.
  if (entry !== undefined && to !== 'pending') expect(entry).toBe(to);
});

test('what has ended does not begin again: nothing but its dismissal is taken', () => {
  for (const end of [accept, decline, cancel, expire]) {
    const { play } = playCase(invited(end));
    const { id } = play.transfer();
    expect(play.refusalCode('ana', { type: 'cancelTransfer', transferId: id })).toMatch(/^(gone|too_late)$/);
    const { id: invitationId } = play.invitation('bianca');
    for (const type of ['acceptInvitation', 'declineInvitation', 'extendInvitation'] as const)
      expect(play.refusalCode('bianca', { type, invitationId })).toBe('gone');
    expect(play.refusalCode('bianca', { type: 'dismissTransfer', transferId: id })).toBe('forbidden');
  }
});

test('the sender of a conversation that was put into a queue is not offered it', () => {
  const play = new Play({ ...seedWith({}), quirks: { placesInQueues: true } });
  // Ana is a member of the queue too, and has the most capacity left.
  play.send('ana', startTransfer('queue', 'delivery', 'sms-1'));
  expect(play.owner()).toBe('delivery');
  expect(play.invited()).toEqual(['bianca']);
  expect(play.notices('ana')).toEqual([['transfer.handedOver', 'done']]);
});
