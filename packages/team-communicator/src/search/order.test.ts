import { targetKey } from '@baton/contracts';
import type { AgentTarget, PresenceState, Target } from '@baton/contracts';
import fc from 'fast-check';
import { byReadiness, inOrder } from './order';

const agent = (name: string, state: PresenceState): AgentTarget => ({
  kind: 'agent',
  id: name,
  name,
  version: 1,
  address: name,
  presence: { state, since: 0 },
  sms: { available: true },
});
const queue = (name: string, ready: number): Target => ({
  kind: 'queue',
  id: name,
  name,
  version: 1,
  address: name,
  sms: { available: true },
  figures: { ready, total: 9 },
});
const names = (targets: readonly Target[]) => targets.map(({ name }) => name);

it('puts ready first, then busy, away and offline, alphabetically within', () => {
  const targets = [
    agent('Zoe', 'ready'),
    agent('Eve', 'offline'),
    agent('Élan', 'ready'),
    agent('Cleo', 'notReady'),
    agent('Bob', 'busy'),
    queue('Empty', 0),
    queue('Billing', 2),
  ];
  expect(names(byReadiness(targets, new Intl.Collator('en-GB')))).toEqual([
    'Billing',
    'Élan',
    'Zoe',
    'Bob',
    'Cleo',
    'Empty',
    'Eve',
  ]);
});

it('keeps what is on screen where it is, and appends what is new', () => {
  const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/));
  fc.assert(
    fc.property(ids, ids, (shown, next) => {
      const order = shown.map((name) => targetKey({ kind: 'agent', id: name }));
      const result = names(
        inOrder(
          next.map((name) => agent(name, 'ready')),
          order,
        ),
      );
      expect(result).toEqual([
        ...shown.filter((name) => next.includes(name)),
        ...next.filter((name) => !shown.includes(name)),
      ]);
    }),
    { numRuns: 1000 },
  );
});
