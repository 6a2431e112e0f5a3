import type { Contact } from '@baton/contracts';
import { owners } from '.';
import { offerMs } from './limits';
import { get } from './table';
import { Play, types } from './testing/play';
import { seedWith, testSeed } from './testing/seed';

const notReady = { type: 'setChannelState', channel: 'sms', state: 'notReady' } as const;
const ready = { ...notReady, state: 'ready' } as const;

describe('signing in', () => {
  test('sets readiness once: a second window changes nothing', () => {
    const play = new Play();
    expect(types(play.send('dora', { type: 'signIn', ready: true }), 'dora')).toContain('agent.state');
    expect(play.presence('dora')).toBe('ready');
    expect(play.send('dora', { type: 'signIn', ready: false })).toEqual([]);
    expect(play.presence('dora')).toBe('ready');
  });

  test('can be Not Ready', () => {
    const play = new Play();
    play.send('dora', { type: 'signIn', ready: false });
    expect(play.presence('dora')).toBe('notReady');
  });

  test('comes before everything else', () => {
    expect(new Play().refusalCode('dora', ready)).toBe('invalid_state');
  });
});

describe('signing out', () => {
  test('sends own conversations to the head of their queue, and they are offered from there', () => {
    const play = new Play(seedWith({ bianca: { capacity: 1 } }));
    const frames = play.send('ana', { type: 'signOut' });
    expect(types(frames, 'ana')).toEqual([
      'agent.state',
      'interaction.released',
      'interaction.released',
      'session.ended',
    ]);
    expect(owners(play.state)).toEqual({
      'sms-1': { kind: 'queue', id: 'billing' },
      'sms-2': { kind: 'queue', id: 'billing' },
    });
    expect(get(play.state.pools, 'queue:billing')).toMatchObject({ waiting: ['sms-1', 'sms-2'] });
    expect(play.invitation('bianca').interactionId).toBe('sms-1');
  });

  test('lets a conversation that has ended leave instead', () => {
    const play = new Play();
    play.happen({ kind: 'customerEnds', interactionId: 'sms-1' });
    play.send('ana', { type: 'signOut' });
    expect(play.owner('sms-1')).toBeUndefined();
  });

  test('withdraws what was sent and revokes what was received', () => {
    const play = new Play();
    play.start('agent', 'chen');
    play.send('ana', { type: 'signOut' });
    expect(play.transfer().state).toBe('cancelled');
    expect(play.notices('chen')).toEqual([['invitation.withdrawn', 'information']]);
    const other = new Play();
    other.start('agent', 'chen');
    other.send('chen', { type: 'signOut' });
    expect(other.transfer()).toMatchObject({ state: 'failed', reason: 'offline' });
  });

  test('empties My Messages, and happens once', () => {
    const play = new Play();
    play.start('agent', 'bianca');
    play.decline('bianca');
    play.send('ana', { type: 'signOut' });
    expect(play.notices('ana')).toEqual([]);
    expect(play.send('ana', { type: 'signOut' })).toEqual([]);
  });
});

test('an agent who is signed out gets no frames', () => {
  const play = new Play();
  play.start('agent', 'bianca');
  play.accept('bianca');
  play.send('chen', notReady);
  play.wait(60_000);
  expect(play.sent.some(({ agentId }) => agentId === 'dora')).toBe(false);
});

describe('readiness', () => {
  test('is told to the agent, with the reason', () => {
    const play = new Play();
    play.send('bianca', { ...notReady, reason: 'aux.lunch' });
    expect(play.snapshot('bianca').agent).toMatchObject({
      presence: { state: 'notReady', reason: 'lunch' },
      channels: [{ state: 'notReady', reason: 'lunch', setBy: 'agent' }],
    });
    expect(play.send('bianca', { ...notReady, reason: 'aux.lunch' })).toEqual([]);
  });

  test('K7-4 is taken from an agent who does not answer in time, where the contact centre does that', () => {
    const play = new Play({ ...testSeed, quirks: { setsNotReadyWhenMissed: true } });
    play.start('agent', 'bianca', 'sms-1');
    play.start('queue', 'delivery', 'sms-2');
    play.wait(offerMs);
    const [sms] = play.snapshot('bianca').agent.channels;
    expect(sms).toMatchObject({ state: 'notReady', reason: 'missed invitation', setBy: 'backend' });
    expect(play.snapshot('bianca').invitations).toEqual([]);
    expect(play.snapshot('bianca').notices[0]).toMatchObject({ kind: 'invitation.missed', status: 'notReady' });
    play.send('bianca', ready);
    const [again] = play.snapshot('bianca').agent.channels;
    expect(again).toMatchObject({ state: 'ready', setBy: 'agent' });
    expect(again).not.toHaveProperty('reason');
  });

  test('has no reasons but those of the list', () => {
    expect(new Play().refusalCode('bianca', { ...notReady, reason: 'lunch' })).toBe('validation');
  });

  test('is unsupported for who does not handle SMS', () => {
    expect(new Play(seedWith({ chen: { sms: 'none' } })).refusalCode('chen', ready)).toBe('unsupported');
  });
});

describe('after-call work', () => {
  test('follows a completed conversation as long as its queue says', () => {
    const play = new Play();
    play.send('ana', { type: 'completeInteraction', interactionId: 'sms-1' });
    expect(play.snapshot('ana').agent.presence).toEqual({
      state: 'afterCallWork',
      since: play.state.now,
      until: play.state.now + 15_000,
    });
    expect(play.refusal('ana', { type: 'completeInteraction', interactionId: 'sms-1' }).code).toBe('gone');
    play.wait(14_999);
    expect(play.presence('ana')).toBe('afterCallWork');
    play.wait(1);
    expect(play.presence('ana')).toBe('ready');
  });

  test('is not cut short by that of another queue', () => {
    const long = testSeed.pools.map((pool) => (pool.id === 'delivery' ? { ...pool, wrapUpSeconds: 60 } : pool));
    const play = new Play({ ...testSeed, pools: long });
    play.start('queue', 'delivery', 'sms-2');
    play.accept('bianca');
    play.start('agent', 'bianca', 'sms-1');
    play.accept('bianca');
    play.send('bianca', { type: 'completeInteraction', interactionId: 'sms-2' });
    play.send('bianca', { type: 'completeInteraction', interactionId: 'sms-1' });
    play.wait(59_999);
    expect(play.presence('bianca')).toBe('afterCallWork');
    play.wait(1);
    expect(play.presence('bianca')).toBe('ready');
  });

  test('leaves the offers made before it: they can be accepted, and fall through as ever', () => {
    const play = new Play();
    play.start('agent', 'bianca', 'sms-1');
    play.accept('bianca');
    play.start('queue', 'delivery', 'sms-2');
    play.send('bianca', { type: 'completeInteraction', interactionId: 'sms-1' });
    expect(play.presence('bianca')).toBe('afterCallWork');
    expect(play.invited()).toEqual(['bianca']);
    const undecided = play.state;
    play.accept('bianca');
    expect([play.owner('sms-2'), play.presence('bianca')]).toEqual(['bianca', 'afterCallWork']);
    play.state = undecided;
    play.decline('bianca');
    expect(play.invited()).toEqual(['chen']);
  });

  test('does not keep them from who sets themselves Not Ready or signs out', () => {
    for (const [command, reason] of [
      [notReady, 'notReady'],
      [{ type: 'signOut' }, 'offline'],
    ] as const) {
      const play = new Play();
      play.start('agent', 'bianca', 'sms-1');
      play.accept('bianca');
      play.start('agent', 'bianca', 'sms-2');
      play.send('bianca', { type: 'completeInteraction', interactionId: 'sms-1' });
      expect(play.invited()).toEqual(['bianca']);
      play.send('bianca', command);
      expect(play.transfer()).toMatchObject({ state: 'failed', reason });
    }
  });

  test('ends with Ready; meanwhile nothing is offered', () => {
    const play = new Play(seedWith({ bianca: { wrapUp: true }, chen: { signedIn: false } }));
    play.start('queue', 'delivery');
    expect(play.transfer()).toMatchObject({ reason: 'poolEmpty' });
    play.send('bianca', ready);
    play.start('queue', 'delivery');
    expect(play.invited()).toEqual(['bianca']);
  });
});

describe('an agent without an event stream', () => {
  test('is of unknown presence after a minute, and gets no offers until it is back', () => {
    const play = new Play();
    play.happen({ kind: 'streamLost', agentId: 'bianca' });
    play.wait(59_999);
    expect(play.presence('bianca')).toBe('ready');
    play.wait(1);
    expect(play.presence('bianca')).toBe('unknown');
    expect(play.search('ana', { query: 'bianca' })).toMatchObject([
      { sms: { available: false, reason: 'statusUnknown' } },
    ]);
    play.happen({ kind: 'streamFound', agentId: 'bianca' });
    expect(play.presence('bianca')).toBe('ready');
  });

  describe('cannot be reached any more', () => {
    const noLimit = { type: 'setTimeToAnswer', factor: 0 } as const;

    test('so what a colleague has offered fails, and the colleague is told', () => {
      const play = new Play();
      play.send('bianca', noLimit);
      play.start('agent', 'bianca');
      play.happen({ kind: 'streamLost', agentId: 'bianca' });
      play.wait(59_999);
      expect(play.invited()).toEqual(['bianca']);
      play.wait(1);
      expect(play.invitation('bianca')).toMatchObject({ state: 'ended', outcome: 'revoked' });
      expect(play.transfer()).toMatchObject({ state: 'failed', reason: 'statusUnknown' });
      expect(play.notices('ana')).toEqual([['transfer.failed', 'problem']]);
      expect(play.notices('bianca')).toEqual([['invitation.revoked', 'information']]);
      expect(play.owner()).toBe('ana');
    });

    test('so a pool asks the next one, and nobody when there is none', () => {
      const play = new Play();
      play.send('bianca', noLimit);
      play.send('chen', noLimit);
      play.start('queue', 'delivery');
      play.happen({ kind: 'streamLost', agentId: 'bianca' });
      play.wait(60_000);
      expect(play.invited()).toEqual(['chen']);
      play.happen({ kind: 'streamLost', agentId: 'chen' });
      play.wait(60_000);
      expect(play.transfer()).toMatchObject({ state: 'failed', reason: 'poolEmpty' });
    });

    test('so a new conversation goes to the next one, and comes back with the stream when it still waits', () => {
      const play = new Play(seedWith({ chen: { signedIn: false } }));
      const contact: Contact = {
        id: 'contact-9',
        name: 'Robin Lee',
        address: { kind: 'phone', value: '+447700900199', display: '+44 7700 900199' },
      };
      play.send('bianca', noLimit);
      play.happen({ kind: 'customerStarts', contact, queueId: 'delivery', text: 'Where is my parcel?' });
      play.happen({ kind: 'streamLost', agentId: 'bianca' });
      play.wait(60_000);
      expect(play.invited()).toEqual([]);
      expect(play.owner('interaction-1')).toBe('delivery');
      play.happen({ kind: 'streamFound', agentId: 'bianca' });
      expect(play.invited()).toEqual(['bianca']);
    });
  });

  test('keeps what they own, and nothing happens when it is back in time', () => {
    const play = new Play();
    play.happen({ kind: 'streamLost', agentId: 'ana' });
    play.wait(30_000);
    play.happen({ kind: 'streamFound', agentId: 'ana' });
    play.wait(120_000);
    expect([play.presence('ana'), play.owner()]).toEqual(['ready', 'ana']);
  });
});
