import type { Transfer } from '@baton/contracts';
import { agentAtWork, conversation, createTestModel, opening, target, testSeed } from '../testing/test-model';
import type { TestModel } from '../testing/test-model';

const bianca = target('agent', 'bianca');
const toBianca = { type: 'startTransfer', interactionId: 'sms-1', target: bianca } as const;

function inviting(changes: Parameters<typeof createTestModel>[0] = {}) {
  const model = createTestModel(changes);
  model.send('ana', toBianca);
  return { model, transferId: model.transfer(), invitationId: model.invitation('bianca') };
}

const latest = (model: TestModel): Transfer | undefined => model.snapshot('ana').transfers[0];
const owned = (model: TestModel, agentId: string) => model.snapshot(agentId).interactions.map(({ id }) => id);
const notices = (model: TestModel, agentId: string) => model.snapshot(agentId).notices.map(({ kind, severity }) => `${kind} ${severity}`);
const types = (events: readonly { type: string }[]) => events.map(({ type }) => type);
const entries = (model: TestModel, agentId: string) =>
  model.snapshot(agentId).messages.flatMap(({ messages }) => messages.flatMap((message) => (message.kind === 'event' ? [message.event] : [])));

describe('starting a transfer', () => {
  test('invites the target for 30 s, and the sender keeps the conversation', () => {
    const model = createTestModel();
    const told = model.send('ana', { ...toBianca, note: 'Charged twice.' }, 'the-command');
    expect(latest(model)).toMatchObject({ state: 'pending', target: { name: 'Agent bianca' }, expiresAt: opening + 30_000, commandId: 'the-command' });
    expect(model.snapshot('bianca').invitations).toMatchObject([
      {
        kind: 'transfer',
        from: { id: 'ana' },
        note: 'Charged twice.',
        lastMessage: { text: 'I was charged twice.' },
        expiresAt: opening + 30_000,
        extensionsLeft: 10,
      },
    ]);
    expect(owned(model, 'ana')).toEqual(['sms-1']);
    expect(owned(model, 'bianca')).toEqual([]);
    expect(types(told('ana'))).toEqual(['transfer.pending', 'interaction.updated', 'messages.appended']);
    expect(types(told('bianca'))).toContain('invitation.offered');
    expect(told('chen')).toEqual([]);
  });

  test('is possible once at a time', () => {
    const { model } = inviting();
    expect(model.refused('ana', { ...toBianca, target: target('agent', 'chen') })).toBe('conflict');
    expect(model.snapshot('ana').interactions[0]?.capabilities).toEqual(['sendMessage', 'complete']);
  });

  test.each([
    ['a conversation that is not there', 'ana', { ...toBianca, interactionId: 'sms-9' }, 'not_found'],
    ['somebody else’s conversation', 'chen', toBianca, 'forbidden'],
    ['a target that is not there', 'ana', { ...toBianca, target: target('agent', 'zoe') }, 'not_found'],
    ['a target whose id is a name of object members', 'ana', { ...toBianca, target: target('agent', 'constructor') }, 'not_found'],
    ['oneself', 'ana', { ...toBianca, target: target('agent', 'ana') }, 'validation'],
    ['an agent who is signed out', 'ana', { ...toBianca, target: target('agent', 'elif') }, 'target_unavailable: offline'],
  ] as const)('is refused for %s', (_, agentId, command, code) => {
    expect(createTestModel().refused(agentId, command)).toBe(code);
  });

  test.each([
    ['is not ready', { sms: 'notReady' }, 'target_unavailable: notReady'],
    ['does not handle SMS', { sms: 'none' }, 'target_unavailable: notReady'],
    ['is in after-call work', { wrapUp: true }, 'target_unavailable: notReady'],
    ['has no room', { capacity: 0 }, 'target_unavailable: atCapacity'],
    ['may not be there at all', { reachable: false }, 'target_unavailable: offline'],
  ] as const)('is refused for an agent who %s', (_, changes, code) => {
    const model = createTestModel({ agents: [agentAtWork('ana', 50), agentAtWork('bianca', 40, changes)], pools: testSeed().pools.slice(0, 1) });
    expect(model.refused('ana', toBianca)).toBe(code);
  });

  test('is refused without permission for the kind of target', () => {
    const [ana, ...others] = testSeed().agents;
    const model = createTestModel({ agents: [{ ...agentAtWork('ana', 50), ...ana, mayTransferTo: ['queue'] }, ...others] });
    expect(model.refused('ana', toBianca)).toBe('forbidden');
    expect(model.search('ana', { query: 'bianca' }).targets).toMatchObject([{ sms: { available: false, reason: 'permission' } }]);
    model.send('ana', { ...toBianca, target: target('queue', 'delivery') });
    expect(model.invited()).toEqual(['bianca']);
  });

  test('counts open invitations against the target’s capacity', () => {
    const [ana, , ...others] = testSeed().agents;
    const agents = [{ ...agentAtWork('ana', 50), ...ana }, agentAtWork('bianca', 40, { capacity: 1 }), ...others];
    const model = createTestModel({ agents, conversations: [conversation('sms-1', 'ana'), conversation('sms-2', 'ana')] });
    model.send('ana', toBianca);
    expect(model.refused('ana', { ...toBianca, interactionId: 'sms-2' })).toBe('target_unavailable: atCapacity');
    model.send('bianca', { type: 'declineInvitation', invitationId: model.invitation('bianca') });
    model.send('ana', { ...toBianca, interactionId: 'sms-2' });
    expect(model.invited()).toEqual(['bianca']);
  });
});

describe('accepting', () => {
  test('moves the conversation, and both sides are told', () => {
    const { model, invitationId } = inviting();
    const told = model.send('bianca', { type: 'acceptInvitation', invitationId });
    expect([owned(model, 'ana'), owned(model, 'bianca')]).toEqual([[], ['sms-1']]);
    expect(model.snapshot('bianca').interactions).toMatchObject([{ receivedFrom: { id: 'ana' }, capabilities: ['sendMessage', 'transfer', 'complete'] }]);
    expect(types(told('ana'))).toEqual(['transfer.accepted', 'interaction.released', 'notice.posted']);
    expect(types(told('bianca'))).toEqual(['interaction.assigned', 'messages.appended', 'invitation.ended', 'notice.posted']);
    expect(told('ana')[1]).toMatchObject({ why: 'transferred', to: { id: 'bianca' } });
    expect(told('bianca')[0]).toMatchObject({ why: 'transfer' });
    expect([notices(model, 'ana'), notices(model, 'bianca')]).toEqual([['transfer.accepted done'], ['transfer.received done']]);
    expect(entries(model, 'bianca')).toEqual(['invited', 'accepted']);
  });

  test('comes first: a cancel after it is too late', () => {
    const { model, transferId, invitationId } = inviting();
    model.send('bianca', { type: 'acceptInvitation', invitationId });
    expect(model.refused('ana', { type: 'cancelTransfer', transferId })).toBe('too_late');
  });

  test('comes too late after a cancel', () => {
    const { model, transferId, invitationId } = inviting();
    model.send('ana', { type: 'cancelTransfer', transferId });
    expect(model.refused('bianca', { type: 'acceptInvitation', invitationId })).toBe('gone');
  });

  test('is for the invited agent alone', () => {
    const { model, invitationId } = inviting();
    expect(model.refused('chen', { type: 'acceptInvitation', invitationId })).toBe('forbidden');
    expect(model.refused('ana', { type: 'acceptInvitation', invitationId })).toBe('forbidden');
    expect(model.refused('bianca', { type: 'acceptInvitation', invitationId: 'toString' })).toBe('not_found');
  });

  test('of a transfer to a queue makes the conversation that queue’s', () => {
    const model = createTestModel();
    model.send('ana', { ...toBianca, target: target('queue', 'delivery') });
    model.send('bianca', { type: 'acceptInvitation', invitationId: model.invitation('bianca') });
    expect(model.snapshot('bianca').interactions).toMatchObject([{ queue: { id: 'delivery' } }]);
  });

  test('lets the new owner transfer on, and the former owner get it back', () => {
    const { model, invitationId } = inviting();
    model.send('bianca', { type: 'acceptInvitation', invitationId });
    model.send('bianca', { ...toBianca, target: target('agent', 'ana') });
    model.send('ana', { type: 'acceptInvitation', invitationId: model.invitation('ana') });
    expect([owned(model, 'ana'), owned(model, 'bianca')]).toEqual([['sms-1'], []]);
    expect(model.snapshot('ana').transfers).toEqual([]);
  });
});

describe('declining', () => {
  test('leaves the conversation with the sender, who learns the reason', () => {
    const { model, invitationId } = inviting();
    const told = model.send('bianca', { type: 'declineInvitation', invitationId, reason: 'busy' });
    expect(latest(model)).toMatchObject({ state: 'declined', reason: 'busy' });
    expect(owned(model, 'ana')).toEqual(['sms-1']);
    expect(types(told('ana'))).toEqual(['transfer.declined', 'interaction.updated', 'messages.appended', 'notice.posted']);
    expect(types(told('bianca'))).toContain('invitation.ended');
    expect([notices(model, 'ana'), notices(model, 'bianca')]).toEqual([['transfer.declined problem'], []]);
    expect(entries(model, 'ana')).toEqual(['invited', 'declined']);
  });

  test('allows another transfer', () => {
    const { model, invitationId } = inviting();
    model.send('bianca', { type: 'declineInvitation', invitationId });
    model.send('ana', { ...toBianca, target: target('agent', 'chen') });
    expect(latest(model)).toMatchObject({ state: 'pending', target: { id: 'chen' } });
  });
});

describe('expiring', () => {
  test('happens after 30 s by itself, and the invited agent stays ready', () => {
    const { model } = inviting();
    model.wait(29_999);
    expect(latest(model)?.state).toBe('pending');
    const told = model.wait(1);
    expect(latest(model)).toMatchObject({ state: 'expired', endedAt: opening + 30_000 });
    expect(types(told('ana'))).toContain('transfer.expired');
    expect([notices(model, 'ana'), notices(model, 'bianca')]).toEqual([['transfer.expired problem'], ['invitation.missed warning']]);
    expect(model.snapshot('bianca').agent.presence.state).toBe('ready');
  });

  test('counts from its very millisecond, even if nobody has swept up', () => {
    const { model, invitationId } = inviting();
    model.wait(29_999);
    const inTime = { at: opening + 29_999, kind: 'command', agentId: 'bianca' } as const;
    const late = { ...inTime, at: opening + 30_000 };
    const command = { type: 'acceptInvitation', invitationId, commandId: 'accept-it' } as const;
    const { step } = jest.requireActual<typeof import('./step')>('./step');
    expect(step(model.state(), { ...inTime, command }).ok).toBe(true);
    expect(step(model.state(), { ...late, command })).toMatchObject({ ok: false, problem: { code: 'gone' } });
  });
});

describe('giving more time', () => {
  test('sets the deadline to 30 s from now, on both sides', () => {
    const { model, invitationId } = inviting();
    model.wait(20_000);
    const told = model.send('bianca', { type: 'extendInvitation', invitationId });
    const expiresAt = opening + 50_000;
    expect(told('ana')).toMatchObject([{ type: 'transfer.extended', transfer: { expiresAt, extensions: 1 } }]);
    expect(told('bianca')).toMatchObject([{ type: 'invitation.updated', invitation: { expiresAt, extensionsLeft: 9 } }]);
    model.wait(29_999);
    expect(latest(model)?.state).toBe('pending');
    model.wait(1);
    expect(latest(model)?.state).toBe('expired');
  });

  test('is possible ten times', () => {
    const { model, invitationId } = inviting();
    for (let time = 0; time < 10; time += 1) model.send('bianca', { type: 'extendInvitation', invitationId });
    expect(model.refused('bianca', { type: 'extendInvitation', invitationId })).toBe('invalid_state');
    expect(latest(model)).toMatchObject({ state: 'pending', extensions: 10 });
  });

  test('is not possible for an invitation that has ended, or is somebody else’s', () => {
    const { model, invitationId } = inviting();
    expect(model.refused('chen', { type: 'extendInvitation', invitationId })).toBe('forbidden');
    model.wait(30_000);
    expect(model.refused('bianca', { type: 'extendInvitation', invitationId })).toBe('gone');
  });
});

describe('cancelling', () => {
  test('withdraws the invitation: a quiet outcome for the sender, a notice for the invited', () => {
    const { model, transferId } = inviting();
    const told = model.send('ana', { type: 'cancelTransfer', transferId });
    expect(latest(model)?.state).toBe('cancelled');
    expect(told('bianca').find(({ type }) => type === 'invitation.ended')).toMatchObject({ invitation: { outcome: 'withdrawn' } });
    expect([notices(model, 'ana'), notices(model, 'bianca')]).toEqual([[], ['invitation.withdrawn information']]);
    expect(model.invited()).toEqual([]);
  });

  test('is for the sender alone, and for pending transfers', () => {
    const { model, transferId } = inviting();
    expect(model.refused('bianca', { type: 'cancelTransfer', transferId })).toBe('forbidden');
    expect(model.refused('ana', { type: 'cancelTransfer', transferId: 'transfer-9' })).toBe('not_found');
    model.send('ana', { type: 'cancelTransfer', transferId });
    expect(model.refused('ana', { type: 'cancelTransfer', transferId })).toBe('gone');
  });
});

describe('the outcome', () => {
  test('stays in the snapshot until it is dismissed', () => {
    const { model, transferId, invitationId } = inviting();
    expect(model.refused('ana', { type: 'dismissTransfer', transferId })).toBe('invalid_state');
    model.send('bianca', { type: 'declineInvitation', invitationId });
    model.wait(3_600_000);
    expect(latest(model)?.state).toBe('declined');
    expect(model.refused('bianca', { type: 'dismissTransfer', transferId })).toBe('forbidden');
    expect(types(model.send('ana', { type: 'dismissTransfer', transferId })('ana'))).toEqual(['transfer.dismissed']);
    expect(model.snapshot('ana').transfers).toEqual([]);
    expect(model.send('ana', { type: 'dismissTransfer', transferId })('ana')).toEqual([]);
  });
});
