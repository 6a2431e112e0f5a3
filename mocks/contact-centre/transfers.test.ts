import { Play, eventsFor, startTransfer, types } from './testing/play';
import { transcriptOf } from './transcripts';
import { seedWith } from './testing/seed';

describe('a transfer that is accepted', () => {
  test('stays with its sender until it is', () => {
    const play = new Play();
    const frames = play.start('agent', 'bianca');
    expect(types(frames, 'ana')).toEqual(['transfer.pending', 'interaction.updated', 'messages.appended']);
    expect(types(frames, 'bianca')).toEqual(['invitation.offered']);
    expect(play.owner()).toBe('ana');
    expect(play.transfer()).toMatchObject({
      state: 'pending',
      expiresAt: play.at + 30_000,
      target: { name: 'Bianca Okafor' },
    });
  });

  test('moves in one step: whole transcript, both notices, no outcome left behind', () => {
    const play = new Play();
    play.start('agent', 'bianca');
    const frames = play.accept('bianca');
    expect(play.owner()).toBe('bianca');
    expect(new Set(frames.map(({ frame }) => frame.cursor)).size).toBe(1);
    expect(types(frames, 'ana')).toEqual(['transfer.accepted', 'interaction.released', 'notice.posted']);
    expect(types(frames, 'bianca')).toEqual([
      'interaction.assigned',
      'messages.appended',
      'invitation.ended',
      'transfer.accepted',
      'notice.posted',
    ]);
    expect(eventsFor(frames, 'bianca')[0]).toMatchObject({
      why: 'transfer',
      interaction: { receivedFrom: { id: 'ana' }, capabilities: ['sendMessage', 'transfer', 'complete'] },
    });
    expect(eventsFor(frames, 'ana')[1]).toMatchObject({ why: 'transferred', to: { id: 'bianca' } });
    expect(play.story()).toEqual(['invited', 'accepted']);
    expect(play.notices('ana')).toEqual([['transfer.accepted', 'done']]);
    expect(play.notices('bianca')).toEqual([['transfer.received', 'done']]);
    // Both know it from then on, also after a reload.
    for (const one of ['ana', 'bianca']) {
      expect(play.snapshot(one).transfers).toMatchObject([{ state: 'accepted', acceptedBy: { id: 'bianca' } }]);
    }
  });

  test('brings the end of a long transcript and says that there is more', () => {
    const play = new Play();
    for (let i = 0; i < 60; i += 1) play.happen({ kind: 'customerWrites', interactionId: 'sms-1', text: `Text ${i}` });
    play.start('agent', 'bianca');
    const [, appended] = eventsFor(play.accept('bianca'), 'bianca');
    if (appended?.type !== 'messages.appended') throw new Error('No transcript came');
    expect(appended.messages).toHaveLength(50);
    expect(appended.messages.at(-1)).toMatchObject({ kind: 'event', event: 'accepted' });
    expect(appended.earlier).toBe(true);
  });

  test('belongs to its sender’s trace, and so does the invitation', () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const play = new Play();
    const offered = play.send('ana', {
      type: 'startTransfer',
      interactionId: 'sms-1',
      target: { kind: 'agent', id: 'bianca', name: 'Bianca Okafor' },
      traceparent,
    });
    expect(eventsFor(offered, 'ana')[0]).toMatchObject({ transfer: { state: 'pending', traceparent } });
    expect(eventsFor(offered, 'bianca')[0]).toMatchObject({ invitation: { state: 'offered', traceparent } });
    const accepted = play.accept('bianca');
    expect(eventsFor(accepted, 'ana')[0]).toMatchObject({ transfer: { state: 'accepted', traceparent } });
    expect(eventsFor(accepted, 'bianca')[2]).toMatchObject({ invitation: { state: 'ended', traceparent } });
  });

  test('can be handed back', () => {
    const play = new Play();
    play.start('agent', 'bianca');
    play.accept('bianca');
    play.send('bianca', startTransfer('agent', 'ana'));
    play.accept('ana');
    expect(play.owner()).toBe('ana');
  });
});

describe('a transfer that comes to nothing stays with its sender', () => {
  test('declined, with the reason', () => {
    const play = new Play();
    play.start('agent', 'bianca');
    const frames = play.send('bianca', {
      type: 'declineInvitation',
      invitationId: play.invitation('bianca').id,
      reason: 'busy',
    });
    expect(types(frames, 'ana')).toContain('transfer.declined');
    expect(play.transfer()).toMatchObject({ state: 'declined', reason: 'busy' });
    expect(transcriptOf(play.state, play.transfer().interactionId).at(-1)).toMatchObject({
      event: 'declined',
      declineReason: 'busy',
    });
    expect(play.invitation('bianca')).toMatchObject({ state: 'ended', outcome: 'declined' });
    expect(play.notices('ana')).toEqual([['transfer.declined', 'problem']]);
    expect(play.notices('bianca')).toEqual([]);
    expect(play.owner()).toBe('ana');
  });

  test('expired after 30 s; the invited agent stays ready', () => {
    const play = new Play();
    play.start('agent', 'bianca');
    play.wait(29_999);
    expect(play.transfer().state).toBe('pending');
    play.wait(1);
    expect(play.transfer().state).toBe('expired');
    expect(play.presence('bianca')).toBe('ready');
    expect(play.notices('ana')).toEqual([['transfer.expired', 'problem']]);
    expect(play.notices('bianca')).toEqual([['invitation.missed', 'warning']]);
  });

  test('cancelled by the sender, who is told nothing they do not know', () => {
    const play = new Play();
    play.start('agent', 'bianca');
    play.send('ana', { type: 'cancelTransfer', transferId: play.transfer().id });
    expect(play.transfer().state).toBe('cancelled');
    expect(play.invitation('bianca')).toMatchObject({ outcome: 'withdrawn' });
    expect(play.notices('ana')).toEqual([]);
    expect(play.notices('bianca')).toEqual([['invitation.withdrawn', 'information']]);
  });

  test.each([
    ['signs out', { type: 'signOut' }, 'offline'],
    ['becomes Not Ready', { type: 'setChannelState', channel: 'sms', state: 'notReady' }, 'notReady'],
  ] as const)('the invited agent %s', (_, command, reason) => {
    const play = new Play();
    play.start('agent', 'bianca');
    play.send('bianca', command);
    expect(play.transfer()).toMatchObject({ state: 'failed', reason });
    expect(play.invitation('bianca')).toMatchObject({ outcome: 'revoked' });
    expect(play.notices('ana')).toEqual([['transfer.failed', 'problem']]);
    expect(play.owner()).toBe('ana');
  });

  test('the customer ends the conversation', () => {
    const play = new Play();
    play.start('agent', 'bianca');
    play.happen({ kind: 'customerEnds', interactionId: 'sms-1' });
    expect(play.transfer()).toMatchObject({ state: 'failed', reason: 'ended' });
    expect(play.invitation('bianca')).toMatchObject({ outcome: 'conversationEnded' });
    expect(play.notices('ana')).toEqual([['conversation.ended', 'information']]);
    expect(play.notices('bianca')).toEqual([['conversation.ended', 'information']]);
    expect(play.snapshot('ana').interactions[0]).toMatchObject({ state: 'ended', capabilities: ['complete'] });
  });

  test('the sender completes the conversation: the invitation goes with it', () => {
    const play = new Play();
    play.start('agent', 'bianca');
    play.send('ana', { type: 'completeInteraction', interactionId: 'sms-1' });
    expect(play.transfer().state).toBe('cancelled');
    expect(play.invitation('bianca')).toMatchObject({ outcome: 'conversationEnded' });
    expect(play.owner()).toBeUndefined();
  });

  test('and afterwards Transfer works again', () => {
    const play = new Play();
    play.start('agent', 'bianca');
    expect(play.snapshot('ana').interactions[0]?.capabilities).not.toContain('transfer');
    play.decline('bianca');
    expect(play.snapshot('ana').interactions[0]?.capabilities).toContain('transfer');
    play.start('agent', 'chen');
    play.accept('chen');
    expect(play.owner()).toBe('chen');
  });
});

describe('first processed wins', () => {
  test('a cancel after an accept is too late', () => {
    const play = new Play();
    play.start('agent', 'bianca');
    play.accept('bianca');
    expect(play.refusalCode('ana', { type: 'cancelTransfer', transferId: play.transfer().id })).toBe('too_late');
    expect(play.owner()).toBe('bianca');
  });

  test('an accept after a cancel finds the invitation gone', () => {
    const play = new Play();
    play.start('agent', 'bianca');
    play.send('ana', { type: 'cancelTransfer', transferId: play.transfer().id });
    expect(play.refusalCode('bianca', { type: 'acceptInvitation', invitationId: play.invitation('bianca').id })).toBe(
      'gone',
    );
    expect(play.refusalCode('ana', { type: 'cancelTransfer', transferId: play.transfer().id })).toBe('gone');
  });

  test('an answer at the deadline is too late, even before the offer has expired', () => {
    const play = new Play();
    play.start('agent', 'bianca');
    play.at += 30_000;
    for (const type of ['acceptInvitation', 'declineInvitation', 'extendInvitation'] as const) {
      expect(play.refusalCode('bianca', { type, invitationId: play.invitation('bianca').id })).toBe('gone');
    }
  });

  test('a second window that accepts too finds the invitation gone', () => {
    const play = new Play();
    play.start('agent', 'bianca');
    play.accept('bianca');
    expect(play.refusalCode('bianca', { type: 'acceptInvitation', invitationId: play.invitation('bianca').id })).toBe(
      'gone',
    );
  });
});

describe('Give me more time', () => {
  test('makes the deadline a full one from now, and the sender hears of it', () => {
    const play = new Play();
    play.start('agent', 'bianca');
    play.wait(20_000);
    const frames = play.send('bianca', { type: 'extendInvitation', invitationId: play.invitation('bianca').id });
    expect(types(frames, 'ana')).toEqual(['transfer.extended']);
    expect(play.transfer()).toMatchObject({ expiresAt: play.at + 30_000, extensions: 1 });
    expect(play.invitation('bianca')).toMatchObject({ expiresAt: play.at + 30_000, extensionsLeft: 9 });
    play.wait(29_999);
    expect(play.transfer().state).toBe('pending');
    play.wait(1);
    expect(play.transfer().state).toBe('expired');
  });

  test('never takes any away from who had asked for longer times before', () => {
    const play = new Play();
    play.send('bianca', { type: 'setTimeToAnswer', factor: 10 });
    play.start('agent', 'bianca');
    const deadline = play.at + 300_000;
    play.send('bianca', { type: 'setTimeToAnswer', factor: 1 });
    play.send('bianca', { type: 'extendInvitation', invitationId: play.invitation('bianca').id });
    expect(play.invitation('bianca')).toMatchObject({ expiresAt: deadline });
    expect(play.transfer()).toMatchObject({ expiresAt: deadline });
  });

  test('works ten times', () => {
    const play = new Play();
    play.start('agent', 'bianca');
    const extend = { type: 'extendInvitation', invitationId: play.invitation('bianca').id } as const;
    for (let i = 0; i < 10; i += 1) play.send('bianca', extend);
    expect(play.refusalCode('bianca', extend)).toBe('invalid_state');
  });
});

describe('a transfer is refused', () => {
  test('to an agent who cannot take it, in truth, whatever the directory shows', () => {
    const play = new Play(seedWith({ bianca: { capacity: 1 } }, 'frozen'));
    expect(play.refusal('ana', startTransfer('agent', 'dora'))).toMatchObject({
      code: 'target_unavailable',
      target: 'offline',
    });
    play.send('chen', { type: 'setChannelState', channel: 'sms', state: 'notReady' });
    expect(play.refusal('ana', startTransfer('agent', 'chen'))).toMatchObject({
      code: 'target_unavailable',
      target: 'notReady',
    });
    play.start('agent', 'bianca', 'sms-2');
    expect(play.refusal('ana', startTransfer('agent', 'bianca'))).toMatchObject({
      code: 'target_unavailable',
      target: 'atCapacity',
    });
    expect(play.search('ana', { query: 'chen' })).toMatchObject([
      { sms: { available: true }, presence: { state: 'ready' } },
    ]);
  });

  test('while another one is pending', () => {
    const play = new Play();
    play.start('agent', 'bianca');
    expect(play.refusalCode('ana', startTransfer('agent', 'chen'))).toBe('conflict');
  });

  test('to a kind of target that the agent may not use', () => {
    const play = new Play(seedWith({ ana: { mayTransferTo: ['queue'] } }));
    expect(play.refusalCode('ana', startTransfer('agent', 'bianca'))).toBe('forbidden');
    expect(play.search('ana', { query: 'bianca' })).toMatchObject([
      { sms: { available: false, reason: 'permission' } },
    ]);
  });

  test('by an agent whose role does not allow it, nor to decline', () => {
    const play = new Play(
      seedWith({ ana: { privileges: { transfer: false } }, bianca: { privileges: { reject: false } } }),
    );
    expect(play.refusalCode('ana', startTransfer('agent', 'bianca'))).toBe('forbidden');
    const other = new Play(seedWith({ bianca: { privileges: { reject: false } } }));
    other.start('agent', 'bianca');
    const { id: invitationId } = other.invitation('bianca');
    expect(other.refusalCode('bianca', { type: 'declineInvitation', invitationId })).toBe('forbidden');
  });

  test('to a target that does not exist, or no longer', () => {
    const play = new Play(seedWith({}, 'frozen'));
    expect(play.refusalCode('ana', startTransfer('agent', 'nobody'))).toBe('not_found');
    expect(play.refusalCode('ana', startTransfer('queue', 'bianca'))).toBe('not_found');
    play.happen({ kind: 'directoryChange', change: { type: 'remove', target: { kind: 'queue', id: 'delivery' } } });
    expect(play.search('ana', { query: 'delivery' })).toHaveLength(1);
    expect(play.refusalCode('ana', startTransfer('queue', 'delivery'))).toBe('not_found');
  });

  test('to its owner or the queue it belongs to, also without permission for that kind of target', () => {
    for (const mayTransferTo of [undefined, []]) {
      const play = new Play(seedWith({ ana: { mayTransferTo } }));
      const code = 'target_unavailable';
      expect(play.refusal('ana', startTransfer('agent', 'ana'))).toMatchObject({ code, target: 'self' });
      expect(play.refusal('ana', startTransfer('queue', 'billing'))).toMatchObject({ code, target: 'ownQueue' });
    }
  });

  test('of a stranger’s conversation, of one that has ended', () => {
    const play = new Play();
    expect(play.refusalCode('bianca', startTransfer('agent', 'chen'))).toBe('forbidden');
    play.happen({ kind: 'customerEnds', interactionId: 'sms-1' });
    expect(play.refusalCode('ana', startTransfer('agent', 'bianca'))).toBe('invalid_state');
    play.send('ana', { type: 'completeInteraction', interactionId: 'sms-1' });
    expect(play.refusalCode('ana', startTransfer('agent', 'bianca'))).toBe('gone');
  });
});

describe('the outcome of a transfer', () => {
  test('stays in the snapshot until it is dismissed', () => {
    const play = new Play();
    play.start('agent', 'bianca');
    const { id } = play.transfer();
    expect(play.refusalCode('ana', { type: 'dismissTransfer', transferId: id })).toBe('invalid_state');
    play.decline('bianca');
    expect(play.snapshot('ana').transfers).toMatchObject([{ id, state: 'declined' }]);
    expect(types(play.send('ana', { type: 'dismissTransfer', transferId: id }), 'ana')).toEqual(['transfer.dismissed']);
    expect(play.snapshot('ana').transfers).toEqual([]);
    expect(play.send('ana', { type: 'dismissTransfer', transferId: id })).toEqual([]);
    expect(play.refusalCode('bianca', { type: 'dismissTransfer', transferId: id })).toBe('forbidden');
  });
});

test('two conversations can be transferred at once', () => {
  const play = new Play();
  play.start('agent', 'bianca', 'sms-1');
  play.start('agent', 'bianca', 'sms-2');
  expect(play.invited()).toEqual(['bianca', 'bianca']);
  const [first, second] = play.invitationsOf('bianca');
  play.send('bianca', { type: 'acceptInvitation', invitationId: second?.id ?? '' });
  play.send('bianca', { type: 'declineInvitation', invitationId: first?.id ?? '' });
  expect([play.owner('sms-1'), play.owner('sms-2')]).toEqual(['ana', 'bianca']);
});
