import type { TargetRef } from '@baton/contracts';
import { scenarioIds } from '../scenarios';
import { bianca, delivery, samsConversation } from '../scenarios/demo-data';
import { createTestCentre, given, refusal } from '../testing/test-centre';
import type { TestAgent } from '../testing/test-centre';

async function play(scenario: string, target: TargetRef = bianca) {
  const test = createTestCentre({ scenario });
  const ana = await test.signIn('ana');
  await test.clock.advance(100);
  const transfer = () => ana.send({ type: 'startTransfer', interactionId: samsConversation, target });
  return { ...test, ana, transfer, outcome: () => outcomeFor(test.centre, ana) };
}

async function outcomeFor(centre: ReturnType<typeof createTestCentre>['centre'], { token }: TestAgent) {
  const { interactions, transfers, notices } = await given(centre.snapshot(token));
  const [transfer] = transfers;
  return {
    owns: interactions.some(({ id }) => id === samsConversation),
    transfer: transfer?.state === 'failed' ? `failed: ${transfer.reason}` : transfer?.state,
    notices: notices.map(({ kind }) => kind),
  };
}

const kept = (transfer: string, notice: string) => ({ owns: true, transfer, notices: [notice] });
const gone = { owns: false, transfer: undefined, notices: ['transfer.accepted'] };

describe('what happens when Ana transfers to Bianca', () => {
  test.each([
    ['target-accepts', 10_000, gone],
    ['target-declines', 10_000, kept('declined', 'transfer.declined')],
    ['no-answer', 31_000, kept('expired', 'transfer.expired')],
    ['target-signs-out', 10_000, kept('failed: offline', 'transfer.failed.offline')],
  ] as const)('%s', async (scenario, ms, expected) => {
    const { clock, transfer, outcome } = await play(scenario);
    await given(transfer());
    await clock.advance(ms);
    expect(await outcome()).toEqual(expected);
  });

  test.each([
    ['target-not-ready', 'target_unavailable'],
    ['target-offline', 'target_unavailable'],
    ['no-permission', 'forbidden'],
    ['backend-error', 'internal'],
  ])('%s is refused with %s, though the directory offers her', async (scenario, code) => {
    const { centre, ana, transfer, outcome, clock } = await play(scenario);
    await clock.advance(5000);
    const { targets } = await given(centre.targets(ana.token, { query: 'bianca' }));
    expect(targets).toMatchObject([{ sms: { available: true } }]);
    expect(await refusal(transfer())).toBe(code);
    expect(await outcome()).toEqual({ owns: true, transfer: undefined, notices: [] });
  });

  test('backend-silent never answers, and nothing happens', async () => {
    const { transfer, outcome, clock } = await play('backend-silent');
    let answered = false;
    void transfer().then(() => (answered = true));
    await clock.advance(60_000);
    expect(answered).toBe(false);
    expect(await outcome()).toEqual({ owns: true, transfer: undefined, notices: [] });
  });

  test('connection-lost: streams break and nothing gets through for twenty seconds, then everything is as it was', async () => {
    const { centre, ana, outcome, clock, transfer } = await play('connection-lost');
    const stream = await ana.follow();
    await clock.advance(20_000);
    expect(stream.closed).toBe(true);
    expect(await refusal(transfer())).toBe('connectionLost');
    expect(await refusal(centre.snapshot(ana.token))).toBe('connectionLost');
    await clock.advance(20_000);
    expect(await outcome()).toEqual({ owns: true, transfer: undefined, notices: [] });
  });
});

test('slow-network: every request takes one and a half to three seconds', async () => {
  const { centre, clock } = createTestCentre({ scenario: 'slow-network' });
  const began = clock.now();
  const took = centre.signInChoices().then(() => clock.now() - began);
  await clock.advance(3000);
  expect(await took).toBeGreaterThanOrEqual(1500);
});

test('queue: Kavya declines, Bianca accepts', async () => {
  const { clock, transfer, outcome, centre } = await play('queue', delivery);
  await given(transfer());
  await clock.advance(10_000);
  expect(await outcome()).toEqual(gone);
  expect((await centre.state()).interactions[samsConversation]?.owner).toEqual({ kind: 'agent', id: 'bianca' });
});

test('empty-pool: the transfer is taken, and fails', async () => {
  const { clock, transfer, outcome } = await play('empty-pool', delivery);
  await given(transfer());
  await clock.advance(1000);
  expect(await outcome()).toEqual(kept('failed: poolEmpty', 'transfer.failed.poolEmpty'));
});

test.each([
  ['incoming-transfer', 'offered'],
  ['withdrawn', 'withdrawn'],
])('%s: Bianca sees an invitation that is %s', async (scenario, end) => {
  const { signIn, clock } = createTestCentre({ scenario });
  const stream = await (await signIn('bianca')).follow();
  await clock.advance(20_000);
  const invitations = stream.frames
    .flatMap(({ events }) => events)
    .flatMap((event) => ('invitation' in event ? [event.invitation] : []));
  expect(invitations[0]).toMatchObject({ state: 'offered', from: { id: 'ana' } });
  const last = invitations.at(-1);
  expect(last?.state === 'ended' ? last.outcome : last?.state).toBe(end);
});

test.each(scenarioIds)('%s comes to rest', async (scenario) => {
  const { centre } = createTestCentre({ scenario });
  await centre.control.advance(3_600_000);
  const { now } = await centre.state();
  await centre.control.advance(3_600_000);
  expect((await centre.state()).now).toBe(now);
});
