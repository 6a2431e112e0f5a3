import { aDesktop, aPool, aTarget, aTransfer, anInteraction, byId, demoAgent } from '@baton/module-kit/testing';
import type { DesktopState, KnownTarget } from '@baton/contracts';
import { transferObstacle } from './transfer-obstacle';

const withConversation = (changes: Partial<DesktopState> = {}) =>
  aDesktop({ interactions: byId(anInteraction()), ...changes });
const between = (state: DesktopState, target: KnownTarget = aTarget()) =>
  transferObstacle(state, 'interaction-1', target, demoAgent);

describe('transferObstacle', () => {
  test('finds nothing in the way of an available target', () => {
    expect(between(withConversation())).toBeUndefined();
    expect(between(withConversation(), aTarget({ sms: { available: 'unknown' } }))).toBeUndefined();
  });

  test('needs a conversation that is here', () => {
    expect(transferObstacle(withConversation(), null, aTarget(), demoAgent)).toEqual({ reason: 'gone' });
    expect(between(aDesktop())).toEqual({ reason: 'gone' });
  });

  test('needs the privilege', () => {
    const noTransfers = { transfer: false };
    expect(transferObstacle(withConversation(), 'interaction-1', aTarget(), demoAgent, noTransfers)).toEqual({
      reason: 'privilege',
    });
  });

  test.each(['connecting', 'connectionLost'] as const)('needs a connection: %s', (state) => {
    expect(between(withConversation({ connection: { state, since: 0 } }))).toEqual({ reason: 'connectionLost' });
  });

  test.each([
    aTransfer(),
    {
      state: 'requesting',
      interactionId: 'interaction-1',
      target: aTransfer().target,
      commandId: 'command-1',
      startedAt: 0,
    } as const,
  ])('allows one transfer at a time', (transfer) => {
    expect(between(withConversation({ shownTransfers: { 'interaction-1': transfer } }))).toEqual({
      reason: 'pending',
      waitingFor: 'Bianca Okafor',
    });
  });

  test('allows another target for the pending transfer that is offered to someone else', () => {
    const waiting = withConversation({ shownTransfers: { 'interaction-1': aTransfer() } });
    const chen = aTarget({ id: 'chen', name: 'Chen Demo' });
    const to = (target: KnownTarget, redirects: string) =>
      transferObstacle(waiting, 'interaction-1', target, demoAgent, undefined, redirects)?.reason;
    expect(to(chen, aTransfer().id)).toBeUndefined();
    expect(to(aTarget({ id: aTransfer().target.id }), aTransfer().id)).toBe('pending');
    expect(to(chen, 'another-transfer')).toBe('pending');
  });

  test('allows another after one that ended', () => {
    const ended = { ...aTransfer(), state: 'declined', endedAt: 1 } as const;
    expect(between(withConversation({ shownTransfers: { 'interaction-1': ended } }))).toBeUndefined();
  });

  test('follows what the contact centre lets the owner do', () => {
    expect(between(withConversation({ interactions: byId(anInteraction({ capabilities: [] })) }))).toEqual({
      reason: 'notAllowed',
    });
    expect(
      between(withConversation({ interactions: byId(anInteraction({ state: 'ended', capabilities: [] })) })),
    ).toEqual({ reason: 'ended' });
  });

  test('follows which kinds of target the conversation can go to', () => {
    const narrowed = withConversation({ interactions: byId(anInteraction({ transferKinds: ['queue'] })) });
    expect(between(narrowed)).toEqual({ reason: 'kind' });
    expect(between(narrowed, aPool({ id: 'delivery' }))).toBeUndefined();
    const stuck = withConversation({ interactions: byId(anInteraction({ transferKinds: [] })) });
    expect(between(stuck, aPool({ id: 'delivery' }))).toEqual({ reason: 'kind' });
  });

  test('knows the agent, and believes the directory about everyone else', () => {
    expect(between(withConversation(), aTarget(demoAgent))).toEqual({ reason: 'self' });
    expect(
      between(withConversation(), aPool({ id: 'delivery', sms: { available: false, reason: 'noAgents' } })),
    ).toEqual({
      reason: 'noAgents',
    });
  });

  test('knows the queue that the conversation belongs to', () => {
    expect(between(withConversation(), aPool())).toEqual({ reason: 'ownQueue' });
    expect(between(withConversation(), aPool({ id: 'delivery' }))).toBeUndefined();
    expect(between(withConversation(), aPool({ kind: 'skill' }))).toBeUndefined();
  });
});
