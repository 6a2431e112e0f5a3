import { isKnownTarget, presenceStates, targetKey } from '@baton/contracts';
import type { AgentTarget, KnownTarget, PresenceState } from '@baton/contracts';
import fc from 'fast-check';
import { byName, inOrderOfReadiness, rankCount, rankOf } from './ranking';

const agent = (name: string, state: PresenceState): AgentTarget => ({
  kind: 'agent',
  id: name,
  name,
  version: 1,
  address: name,
  presence: { state, since: 0 },
  sms: { available: true },
});
const queue = (name: string, ready?: number): KnownTarget => ({
  kind: 'queue',
  id: name,
  name,
  version: 1,
  address: name,
  sms: { available: true },
  figures: { ...(ready !== undefined && { ready }), total: 9 },
});
const names = (targets: readonly KnownTarget[]) => targets.map(({ name }) => name);

test('puts ready first, then busy, away and offline, in their order within', () => {
  const targets = [
    agent('Zoe', 'ready'),
    agent('Eve', 'offline'),
    { ...agent('Dan', 'ready'), presence: undefined },
    queue('Delivery'),
    agent('Élan', 'ready'),
    agent('Cleo', 'notReady'),
    agent('Bob', 'busy'),
    queue('Empty', 0),
    { ...queue('Deserted', 0), sms: { available: false as const, reason: 'noAgents' as const } },
    queue('Billing', 2),
  ];
  expect(names(inOrderOfReadiness(targets.toSorted(byName('en-GB')), (one) => one))).toEqual([
    'Billing',
    'Élan',
    'Zoe',
    'Bob',
    'Cleo',
    'Empty',
    'Dan',
    'Delivery',
    'Deserted',
    'Eve',
  ]);
});

test('is that of the names where nobody knows who is ready', () => {
  const targets = [agent('Team 10', 'ready'), agent('Eve', 'offline'), agent('Team 9', 'busy'), agent('Élan', 'ready')];
  expect(names(targets.toSorted(byName('en-GB')))).toEqual(['Élan', 'Eve', 'Team 9', 'Team 10']);
});

const target = fc
  .record({
    kind: fc.constantFrom('agent' as const, 'queue' as const),
    id: fc.constantFrom('1', '2', '3'),
    name: fc.constantFrom('Ana', 'ana', 'Ána', 'Bo', '陈', ''),
    state: fc.constantFrom(...presenceStates),
    ready: fc.option(fc.nat(2), { nil: undefined }),
  })
  .map(({ kind, id, name, state, ready }) => ({ ...(kind === 'agent' ? agent(name, state) : queue(name, ready)), id }));

test('by readiness nothing is lost, and within a rank nothing changes its place', () => {
  fc.assert(
    fc.property(fc.array(target), (targets) => {
      const arranged = inOrderOfReadiness(targets, (one) => one);
      const place = (one: KnownTarget) => targets.findIndex((other) => other === one);
      expect(new Set(arranged)).toEqual(new Set(targets));
      expect(arranged).toHaveLength(targets.length);
      const after = (a: KnownTarget, b: KnownTarget) => rankOf(b) - rankOf(a) || place(b) - place(a);
      arranged.slice(1).forEach((one, index) => expect(after(arranged[index] ?? one, one)).toBeGreaterThan(0));
    }),
  );
});

test('by name is a total order', () => {
  const order = byName('en-GB');
  const sign = (a: KnownTarget, b: KnownTarget) => Math.sign(order(a, b));
  fc.assert(
    fc.property(target, target, target, (a, b, c) => {
      expect(isKnownTarget(a)).toBe(true);
      expect(sign(a, b)).toBe(0 - sign(b, a));
      if (sign(a, b) <= 0 && sign(b, c) <= 0) expect(sign(a, c)).toBeLessThanOrEqual(0);
      if (targetKey(a) !== targetKey(b)) expect(sign(a, b)).not.toBe(0);
      expect(rankOf(a)).toBeLessThan(rankCount);
    }),
    { numRuns: 2000 },
  );
});
