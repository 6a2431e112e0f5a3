import * as v from 'valibot';
import { Situation, scenarioOf, situationIn, workerName } from './situation';

const situation: Situation = {
  base: { scenario: 'no-answer' },
  seed: 7,
  play: [
    [0, { kind: 'setColleague', agentId: 'bianca', answer: 'decline', afterMs: 5000 }],
    [2000, { kind: 'command', agentId: 'ana', command: { type: 'dismissTransfer' } }],
    [2500, { kind: 'command', agentId: 'ana', command: { type: 'cancelTransfer', transferId: 'transfer-1' } }],
  ],
  until: 3000,
  network: { latencyMs: [100, 800] },
};

test('the name of a worker carries its situation', () => {
  expect(situationIn(workerName(situation))).toEqual(situation);
});

test('the order of fields makes no other worker', () => {
  const reversed = Object.fromEntries(Object.entries(situation).reverse());
  expect(workerName(v.parse(Situation, reversed))).toBe(workerName(situation));
});

test('opens at its end with the clock standing still, over its own network', () => {
  expect(scenarioOf(situation)).toMatchObject({
    id: 'no-answer',
    chance: 7,
    opensAfterMs: 3000,
    standsStill: true,
    network: { latencyMs: [100, 800], failures: [], stream: 'live' },
  });
  expect(scenarioOf({ base: { scenario: 'no-answer' } }).standsStill).toBeUndefined();
});

test.each([
  [{ base: { scenario: 'default', state: 'declined' } }],
  [{ base: { scenario: 'default' }, until: -1 }],
  [{ base: { scenario: 'default' }, surprise: 1 }],
  [{ base: { scenario: 'default' }, network: { latencyMs: [800, 100] } }],
  [{ base: { scenario: 'default' }, network: { failures: [{ operation: 'unheardOf', how: 'error' }] } }],
  [{ base: { scenario: 'default' }, play: [[0, { kind: 'command', agentId: 'ana', command: { type: 'unheardOf' } }]] }],
  [{ base: { scenario: 'default' }, play: [[0, { kind: 'setDirectory', size: 1e9 }]] }],
])('refuses %j', (wrong) => {
  expect(v.safeParse(Situation, wrong).success).toBe(false);
});

test('an unknown scenario is named, with those that there are', () => {
  expect(() => workerName({ base: { scenario: 'earthquake' } })).toThrow(/earthquake.*no-answer/);
});
