import { Play, types } from './testing/play';
import { seedWith } from './testing/seed';

const back = { type: 'returnInteraction', interactionId: 'sms-1' } as const;

/** Bianca has Ana's conversation. */
function handedOver(seed = seedWith({})): Play {
  const play = new Play(seed);
  play.start('agent', 'bianca');
  play.accept('bianca');
  return play;
}

test('the agent who handed it over is invited, and owns it after accepting', () => {
  const play = handedOver();
  const frames = play.send('bianca', back);
  expect(types(frames, 'ana')).toEqual(['invitation.offered']);
  expect(play.invitation('ana')).toMatchObject({ kind: 'return', from: { id: 'bianca' }, interactionId: 'sms-1' });
  expect(play.owner()).toBe('bianca');
  play.accept('ana');
  expect(play.owner()).toBe('ana');
  expect(play.story()).toEqual(['invited', 'accepted', 'invited', 'accepted']);
  expect(play.notices('ana').at(-1)).toEqual(['transfer.received', 'done']);
});

test('a return that is declined leaves it where it is', () => {
  const play = handedOver();
  play.send('bianca', back);
  play.send('ana', { type: 'declineInvitation', invitationId: play.invitation('ana').id });
  expect(play.owner()).toBe('bianca');
  expect(play.notices('bianca').at(-1)).toEqual(['transfer.declined', 'problem']);
});

test('after-call work does not keep a return away, as it does a transfer', () => {
  const play = handedOver();
  play.send('ana', { type: 'completeInteraction', interactionId: 'sms-2' });
  const transfer = {
    type: 'startTransfer',
    interactionId: 'sms-1',
    target: { kind: 'agent', id: 'ana', name: 'Ana Ruiz' },
  } as const;
  expect(play.refusal('bianca', transfer)).toMatchObject({ code: 'target_unavailable', target: 'afterCallWork' });
  play.wait(1000);
  play.send('bianca', back);
  expect(play.invitation('ana')).toMatchObject({ kind: 'return', state: 'offered' });
});

test('no permission to transfer to agents is needed', () => {
  const play = handedOver();
  play.happen({
    kind: 'directoryChange',
    change: { type: 'permissions', agentId: 'bianca', mayTransferTo: ['queue'] },
  });
  play.send('bianca', back);
  expect(play.invitation('ana')).toMatchObject({ kind: 'return' });
});

describe('is refused', () => {
  test('to whoever has it from nobody, or does not have it', () => {
    const play = new Play();
    expect(play.refusalCode('ana', back)).toBe('invalid_state');
    expect(play.refusalCode('bianca', back)).toBe('forbidden');
    expect(play.refusalCode('ana', { ...back, interactionId: 'sms-0' })).toBe('not_found');
  });

  test('while it is being transferred, and when the conversation has ended', () => {
    const play = handedOver();
    play.send('bianca', back);
    expect(play.refusalCode('bianca', back)).toBe('conflict');
    play.happen({ kind: 'customerEnds', interactionId: 'sms-1' });
    expect(play.refusalCode('bianca', back)).toBe('invalid_state');
  });

  test('when its former owner cannot take it', () => {
    const play = handedOver();
    play.send('ana', { type: 'setChannelState', channel: 'sms', state: 'notReady' });
    expect(play.refusal('bianca', back)).toMatchObject({ code: 'target_unavailable', target: 'notReady' });
    play.send('ana', { type: 'signOut' });
    expect(play.refusal('bianca', back)).toMatchObject({ code: 'target_unavailable', target: 'offline' });
  });
});
