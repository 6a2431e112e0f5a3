import { initialState, reduce, transferObstacle } from '@baton/desktop';
import * as model from '../../mocks/contact-centre';
import type { CentreSeed, CentreState } from '../../mocks/contact-centre';
import { createTexts, uiCatalogue } from '@baton/ui';
import { isKnownTarget, targetKinds, unavailableReasons } from '@baton/contracts';
import type { Contact, KnownTarget } from '@baton/contracts';
import fc from 'fast-check';
import { obstacleText } from '../../packages/team-communicator/src/actions/obstacle-text';
import { catalogue } from '../../packages/team-communicator/src/messages';
import { describeTarget } from '../../packages/team-communicator/src/results/describe-target';

// Row, Action Menu and contact centre agree about every target.

const texts = createTexts({ locale: 'en-GB', catalogues: [catalogue, uiCatalogue] });
const ana = { id: 'ana', name: 'Ana Ruiz' };
const at = Date.UTC(2026, 10, 24, 9);

const circumstances = fc.record({
  signedIn: fc.boolean(),
  sms: fc.constantFrom('ready', 'ready', 'notReady', 'none'),
  reason: fc.constantFrom(undefined, 'lunch'),
  otherMediaReady: fc.boolean(),
  activity: fc.constantFrom(undefined, 'on a call'),
  wrapUp: fc.constantFrom(undefined, true),
  reachable: fc.constantFrom(undefined, undefined, false as const),
  capacity: fc.nat(2),
});

const worlds = fc
  .record({
    colleagues: fc.tuple(circumstances, circumstances, circumstances),
    mayTransferTo: fc.oneof(fc.constant([...targetKinds]), fc.subarray([...targetKinds])),
    waiting: fc.boolean(),
  })
  .map(({ colleagues, mayTransferTo, waiting }): CentreSeed => {
    const contact: Contact = {
      id: 'contact',
      name: 'Sam',
      address: { kind: 'phone', value: '+447700900123', display: '+44 7700 900123' },
    };
    const conversation = {
      contact,
      queueId: 'billing',
      startedAgoMs: 60_000,
      messages: [{ agoMs: 60_000, text: 'Hello' }],
    };
    return {
      at,
      agents: [
        { ...ana, address: 'ana', signedIn: true, mayTransferTo },
        ...colleagues.map((colleague, place) => ({
          id: `agent-${place}`,
          name: `Agent ${place}`,
          address: '',
          ...colleague,
        })),
      ],
      pools: [
        ...(['queue', 'routingPoint', 'agentGroup', 'skill'] as const).map((kind) => ({
          kind,
          id: `${kind}-1`,
          name: kind,
          address: '',
          members: ['ana', 'agent-0', 'agent-1'],
        })),
        { kind: 'queue', id: 'billing', name: 'Billing', address: '', members: ['ana', 'agent-2'] },
        { kind: 'skill', id: 'alone', name: 'Alone', address: '', members: ['ana'] },
      ],
      conversations: [
        { ...conversation, id: 'sms-1', ownerId: 'ana' },
        // Offered to a colleague who is ready: an invitation that waits takes up capacity.
        ...(waiting ? [{ ...conversation, id: 'sms-2', queueId: 'queue-1' }] : []),
      ],
    };
  });

function valueOf<T>(answer: { ok: true; value: T } | { ok: false; problem: { detail: string } }): T {
  if (!answer.ok) throw new Error(answer.problem.detail);
  return answer.value;
}

/** Why the contact centre refuses to offer Ana's conversation to a target, if it does. */
function refused(state: CentreState, { kind, id, name }: KnownTarget): string | undefined {
  const command = {
    type: 'startTransfer',
    commandId: 'try',
    interactionId: 'sms-1',
    target: { kind, id, name },
  } as const;
  const result = model.step(state, { at, kind: 'command', agentId: 'ana', command });
  if (!result.ok) return result.problem.target ?? (result.problem.code === 'forbidden' ? 'permission' : 'other');
  const transfer = valueOf(model.snapshot(result.state, 'ana', at)).transfers.at(-1);
  return transfer?.state === 'failed' ? transfer.reason : undefined;
}

/** What a row may say of an agent, and the reasons in the Action Menu that go with it. */
const reasonsBeside: Readonly<Record<string, readonly (string | undefined)[]>> = {
  Offline: ['offline'],
  'Status unknown': ['statusUnknown'],
  'After-call work': ['afterCallWork'],
  Ready: [undefined],
  'Ready, not for SMS': ['notForSms'],
  'Ready, at capacity': ['atCapacity'],
  Busy: [undefined, 'notForSms', 'atCapacity'],
  'Not Ready': ['notReady', 'notForSms'],
  'Not Ready (lunch)': ['notReady', 'notForSms'],
};

test('the row, the reason in the Action Menu and the refusal agree about every target of every world', () => {
  const seen = new Set<string | undefined>();
  fc.assert(
    fc.property(worlds, (seed) => {
      const state = model.open(seed);
      const snapshot = valueOf(model.snapshot(state, 'ana', at));
      const desktop = reduce(initialState(), { type: 'snapshot', snapshot, receivedAt: at });
      const live = { ...desktop, connection: { state: 'live' as const, since: at } };
      const reader = { agentId: 'ana', at, index: new model.DirectoryIndex() };
      for (const target of valueOf(model.searchTargets(state, reader, {})).targets.filter(isKnownTarget)) {
        const obstacle = transferObstacle(live, 'sms-1', target, ana);
        const reason = obstacle?.reason;
        seen.add(reason);
        const inPool = reason === 'noAgents' || reason === 'noneReady';
        expect(refused(state, target)).toBe(inPool ? 'poolEmpty' : reason);
        if (obstacle) expect(obstacleText(obstacle, target, texts)).toMatch(/\w{3}/);
        if (reason === 'self' || reason === 'ownQueue' || reason === 'permission') continue;
        const [, word = ''] = describeTarget(target, 'live', at, texts);
        if (target.kind === 'agent') expect(reasonsBeside[word]).toContain(reason);
        else expect((target.figures?.ready ?? 0) > 0).toBe(!inPool);
      }
    }),
    { numRuns: 1_000 },
  );
  expect(seen).toEqual(new Set([undefined, ...unavailableReasons]));
});
