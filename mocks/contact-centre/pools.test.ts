import { Play, types } from './testing/play';
import { seedWith } from './testing/seed';
import { transcriptOf } from './transcripts';

const notReady = { type: 'setChannelState', channel: 'sms', state: 'notReady' } as const;
const ready = { ...notReady, state: 'ready' } as const;

test.each([
  ['queue', 'delivery'],
  ['routingPoint', 'priority'],
] as const)('a transfer to a %s is offered to the member who is longest ready, never to its sender', (kind, id) => {
  const play = new Play();
  play.start(kind, id);
  expect(play.invited()).toEqual(['bianca']);
});

test('declined or expired, it goes to the next, with a full deadline, and the sender is told', () => {
  const play = new Play();
  play.start('routingPoint', 'priority');
  play.wait(10_000);
  const frames = play.decline('bianca');
  expect(play.invited()).toEqual(['chen']);
  expect(types(frames, 'ana')).toEqual(['transfer.pending', 'messages.appended']);
  expect(play.transfer()).toMatchObject({ state: 'pending', expiresAt: play.at + 30_000 });
  play.wait(30_000);
  expect(play.transfer()).toMatchObject({ state: 'failed', reason: 'poolEmpty' });
  expect(play.notices('ana')).toEqual([['transfer.failed', 'problem']]);
  expect(play.notices('chen')).toEqual([['invitation.missed', 'warning']]);
  expect(play.story()).toEqual(['invited', 'declined', 'expired', 'failed']);
});

test('the sender learns who was asked, what each of them said, and who is asked now', () => {
  const play = new Play();
  const [bianca, chen] = [{ id: 'bianca' }, { id: 'chen' }];
  play.start('queue', 'delivery');
  expect(play.transfer().route).toMatchObject([{ agent: bianca, state: 'offered', at: play.at }]);
  play.wait(5000);
  play.decline('bianca');
  const target = { kind: 'queue', id: 'delivery', name: 'Delivery' };
  expect(play.transfer().route).toMatchObject([
    { target, agent: bianca, state: 'declined', at: play.at },
    { target, agent: chen, state: 'offered', at: play.at },
  ]);
  const last = () => transcriptOf(play.state, 'sms-1').slice(-2);
  expect(last()).toMatchObject([{ event: 'invited' }, { event: 'declined', target, asked: bianca, next: chen }]);
  play.send('chen', notReady);
  expect(play.transfer()).toMatchObject({
    state: 'failed',
    route: [{ state: 'declined' }, { agent: chen, state: 'revoked', reason: 'notReady' }],
  });
  expect(last()).toMatchObject([
    { event: 'failed', asked: chen, reason: 'notReady' },
    { event: 'failed', target, reason: 'poolEmpty' },
  ]);
  expect(last().every((message) => !('next' in message))).toBe(true);
});

test.each([
  ['accepts', (play: Play) => play.accept('bianca'), 'accepted'],
  ['does not answer', (play: Play) => play.wait(30_000), 'expired'],
  [
    'is no longer asked',
    (play: Play) => play.send('ana', { type: 'cancelTransfer', transferId: play.transfer().id }),
    'withdrawn',
  ],
] as const)('the one step of a transfer to an agent who %s says so', (_, end, state) => {
  const play = new Play();
  play.start('agent', 'bianca');
  end(play);
  expect(play.transfer().route).toMatchObject([{ target: { id: 'bianca' }, agent: { id: 'bianca' }, state }]);
});

test('who becomes ready joins at the end', () => {
  const play = new Play();
  play.start('queue', 'delivery');
  play.send('dora', { type: 'signIn', ready: true });
  play.decline('bianca');
  expect(play.invited()).toEqual(['chen']);
  play.decline('chen');
  expect(play.invited()).toEqual(['dora']);
  play.accept('dora');
  expect(play.owner()).toBe('dora');
});

test('no agent is asked twice', () => {
  const play = new Play();
  play.start('agentGroup', 'seniors');
  play.send('bianca', notReady);
  expect(play.transfer()).toMatchObject({ state: 'failed', reason: 'poolEmpty' });
  play.send('bianca', ready);
  expect(play.invited()).toEqual([]);
});

test.each([
  ['becomes Not Ready', notReady],
  ['signs out', { type: 'signOut' }],
] as const)('when the invited member %s the next one is asked', (_, command) => {
  const play = new Play();
  play.start('queue', 'delivery');
  play.send('bianca', command);
  expect(play.invited()).toEqual(['chen']);
  expect(play.transfer().state).toBe('pending');
});

test('members at capacity, in after-call work or out of reach are passed over', () => {
  const play = new Play(
    seedWith({ bianca: { wrapUp: true }, chen: { reachable: false }, dora: { signedIn: true, capacity: 0 } }),
  );
  play.start('queue', 'delivery');
  expect(play.transfer()).toMatchObject({ state: 'failed', reason: 'poolEmpty' });
  expect(play.invitationsOf('bianca')).toEqual([]);
});

test('without a ready member it is accepted, fails at once and stays with its sender', () => {
  const play = new Play();
  const frames = play.start('skill', 'night');
  expect(types(frames, 'ana')).toEqual([
    'transfer.failed',
    'interaction.updated',
    'messages.appended',
    'notice.posted',
  ]);
  expect(play.owner()).toBe('ana');
});

test('it can be cancelled at any time', () => {
  const play = new Play();
  play.start('queue', 'delivery');
  play.decline('bianca');
  play.send('ana', { type: 'cancelTransfer', transferId: play.transfer().id });
  expect(play.invited()).toEqual([]);
  expect(play.transfer().state).toBe('cancelled');
});

test('an agent who accepts for a queue gets a conversation of that queue', () => {
  const play = new Play();
  play.start('queue', 'delivery');
  play.accept('bianca');
  expect(play.snapshot('bianca').interactions).toMatchObject([{ queue: { id: 'delivery' } }]);
});

test('the next offer has a full deadline and no extensions', () => {
  const play = new Play();
  play.start('queue', 'delivery');
  play.send('bianca', { type: 'extendInvitation', invitationId: play.invitation('bianca').id });
  expect(play.transfer()).toMatchObject({ extensions: 1 });
  play.wait(10_000);
  play.decline('bianca');
  expect(play.transfer()).toMatchObject({ extensions: 0, expiresAt: play.at + 30_000 });
  expect(play.invitation('chen')).toMatchObject({ extensionsLeft: 10, expiresAt: play.at + 30_000 });
});

describe('the time to answer', () => {
  const limit = (play: Play, agentId: string, factor: 1 | 2 | 5 | 10 | 0) =>
    play.send(agentId, { type: 'setTimeToAnswer', factor });

  test('is as long as the invited agent has asked for, offer by offer', () => {
    const play = new Play();
    limit(play, 'bianca', 5);
    play.start('queue', 'delivery');
    expect(play.invitation('bianca')).toMatchObject({ expiresAt: play.at + 150_000 });
    expect(play.transfer()).toMatchObject({ expiresAt: play.at + 150_000 });
    play.send('bianca', { type: 'extendInvitation', invitationId: play.invitation('bianca').id });
    expect(play.invitation('bianca')).toMatchObject({ expiresAt: play.at + 150_000 });
    play.decline('bianca');
    expect(play.invitation('chen')).toMatchObject({ expiresAt: play.at + 30_000 });
  });

  test('has no end for an agent without limit; the sender can still cancel', () => {
    const play = new Play();
    limit(play, 'bianca', 0);
    play.start('agent', 'bianca');
    expect(play.transfer()).toMatchObject({ state: 'pending', expiresAt: null });
    play.wait(3_600_000);
    expect(play.invitation('bianca')).toMatchObject({ state: 'offered', expiresAt: null });
    expect(() => play.send('bianca', { type: 'extendInvitation', invitationId: play.invitation('bianca').id })).toThrow(
      'invalid_state',
    );
    play.accept('bianca');
    expect(play.transfer()).toMatchObject({ state: 'accepted' });
  });

  test('does not change for what is offered already', () => {
    const play = new Play();
    play.start('agent', 'bianca');
    const { expiresAt } = { expiresAt: play.at + 30_000 };
    limit(play, 'bianca', 10);
    expect(play.invitation('bianca')).toMatchObject({ expiresAt });
  });
});
