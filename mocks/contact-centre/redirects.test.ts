import type { KnownTargetKind } from '@baton/contracts';
import { Play, types } from './testing/play';
import { seedWith } from './testing/seed';
import { transcriptOf } from './transcripts';

const redirectTo = (play: Play, kind: KnownTargetKind, id: string) =>
  ({
    type: 'redirectTransfer',
    transferId: play.transfer().id,
    target: { kind, id, name: 'Whatever the sender calls it' },
  }) as const;
const last = (play: Play) => transcriptOf(play.state, 'sms-1').at(-1);

/** Ana has invited Bianca ten seconds ago. */
function invited(seed = seedWith({})): Play {
  const play = new Play(seed);
  play.start('agent', 'bianca');
  play.wait(10_000);
  return play;
}

test('one step withdraws the invitation and makes the next one, with its full time', () => {
  const play = invited();
  const { id } = play.transfer();
  const frames = play.send('ana', redirectTo(play, 'agent', 'chen'));
  expect(types(frames, 'ana')).toEqual(['transfer.pending', 'messages.appended']);
  expect(types(frames, 'bianca')).toEqual(['invitation.ended', 'notice.posted']);
  expect(types(frames, 'chen')).toEqual(['invitation.offered']);
  expect(play.invited()).toEqual(['chen']);
  expect(play.transfer()).toMatchObject({
    id,
    state: 'pending',
    target: { kind: 'agent', id: 'chen', name: 'Chen Wei' },
    expiresAt: play.at + 30_000,
    route: [
      { agent: { id: 'bianca' }, state: 'withdrawn' },
      { agent: { id: 'chen' }, state: 'offered' },
    ],
  });
  expect(play.owner()).toBe('ana');
  expect(last(play)).toMatchObject({ event: 'redirected', target: { id: 'chen' }, asked: { id: 'bianca' } });
});

test('whoever is invited next gets the note, and can accept; whoever was invited before cannot', () => {
  const play = new Play();
  const target = { kind: 'agent', id: 'bianca', name: 'Bianca' } as const;
  play.send('ana', { type: 'startTransfer', interactionId: 'sms-1', target, note: 'About the refund' });
  play.send('ana', redirectTo(play, 'agent', 'chen'));
  expect(play.invitation('chen')).toMatchObject({ note: 'About the refund', from: { id: 'ana' } });
  const invitationId = play.invitation('bianca').id;
  expect(play.refusalCode('bianca', { type: 'acceptInvitation', invitationId })).toBe('gone');
  play.accept('chen');
  expect(play.owner()).toBe('chen');
  expect(play.transfer()).toMatchObject({ state: 'accepted', acceptedBy: { id: 'chen' } });
});

test.each([
  ['the sender', 'agent', 'ana', 'target_unavailable'],
  ['somebody who is not there', 'agent', 'dora', 'target_unavailable'],
  ['somebody unknown', 'agent', 'nobody', 'not_found'],
  ['the queue that it came from', 'queue', 'billing', 'target_unavailable'],
  ['whoever is invited already', 'agent', 'bianca', 'conflict'],
] as const)('%s cannot be asked instead, and the first invitation stays', (_what, kind, id, code) => {
  const play = invited();
  const before = play.transfer();
  expect(play.refusalCode('ana', redirectTo(play, kind, id))).toBe(code);
  expect(play.transfer()).toEqual(before);
  play.accept('bianca');
  expect(play.owner()).toBe('bianca');
});

test('only the sender can redirect, and only what is pending', () => {
  const play = invited();
  expect(play.refusalCode('bianca', redirectTo(play, 'agent', 'chen'))).toBe('forbidden');
  const again = redirectTo(play, 'agent', 'chen');
  play.decline('bianca');
  expect(play.refusalCode('ana', again)).toBe('gone');
  play.start('agent', 'bianca');
  play.accept('bianca');
  expect(play.refusalCode('ana', redirectTo(play, 'agent', 'chen'))).toBe('too_late');
});

test('a pool asks its members, but not whoever has just been asked; nobody is said to have failed', () => {
  const play = invited();
  play.send('ana', redirectTo(play, 'queue', 'delivery'));
  expect(play.invited()).toEqual(['chen']);
  expect(play.story().slice(-2)).toEqual(['invited', 'redirected']);
  play.decline('chen');
  expect(play.transfer()).toMatchObject({ state: 'failed', reason: 'poolEmpty' });
});

test('a pool in which nobody can be asked is refused, and the first invitation stays', () => {
  const play = invited();
  const before = play.transfer();
  play.send('chen', { type: 'setChannelState', channel: 'sms', state: 'notReady' });
  expect(play.refusalCode('ana', redirectTo(play, 'queue', 'delivery'))).toBe('target_unavailable');
  expect(play.transfer()).toEqual(before);
  expect(play.invited()).toEqual(['bianca']);
});

test('from a pool to one of its members: the same agent is asked as themselves', () => {
  const play = new Play();
  play.start('queue', 'delivery');
  expect(play.invited()).toEqual(['bianca']);
  play.send('ana', redirectTo(play, 'agent', 'bianca'));
  expect(play.invited()).toEqual(['bianca']);
  play.decline('bianca');
  expect(play.transfer()).toMatchObject({ state: 'declined', target: { kind: 'agent' } });
});

test('a return that is redirected is a return no more', () => {
  const play = invited();
  play.accept('bianca');
  play.send('bianca', { type: 'returnInteraction', interactionId: 'sms-1' });
  expect(play.invitation('ana').kind).toBe('return');
  play.send('bianca', redirectTo(play, 'agent', 'chen'));
  expect(play.invitation('chen').kind).toBe('transfer');
});
