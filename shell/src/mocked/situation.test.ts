import { Situation } from '@baton/mocks/browser';
import * as v from 'valibot';
import { readAddress } from './address';
import type { MockedSettings } from './address';
import { addressesIn, impossibleIn, situationOf } from './situation';

function settingsAt(path: string): MockedSettings {
  const read = readAddress(new URL(path, 'http://localhost:4400'));
  if (!read.ok) throw new Error(read.problems.join('; '));
  return read.settings;
}

function situationAt(path: string): Situation {
  return v.parse(Situation, situationOf(settingsAt(path)));
}

test.each([
  ['/?agent=ana', undefined],
  ['/?agent=ana&missing=notifications', 'notifications'],
  ['/?at=module-missing', 'sms-window'],
  ['/?at=module-missing&missing=team-communicator', 'team-communicator'],
])('%s lets the code of one module not come: %s', (path, missing) => {
  const all = {
    notifications: { url: '/n.js' },
    'sms-window': { url: '/s.js' },
    'team-communicator': { url: '/t.js' },
  };
  const given = Object.entries(addressesIn(settingsAt(path), all));
  expect(given.filter(([, { url }]) => url === '/modules/missing.js')).toEqual(
    missing === undefined ? [] : [[missing, { url: '/modules/missing.js' }]],
  );
});

test('an address that says nothing of the contact centre plays the usual scenario', () => {
  expect(situationAt('/?agent=ana&theme=dark&width=320&skew=5000')).toEqual({ base: { scenario: 'default' } });
});

test('what is set holds from the start, before what happened', () => {
  const happened = [[900, { kind: 'customerEnds', interactionId: 'i-1' }]];
  expect(
    situationAt(
      `/?at=declined&seed=7&until=9000&latency=100-800&fail=startTransfer:lost:3&stream=muted&directory=5000&presence=50&colleague=bianca:decline:busy:5s&play=${JSON.stringify(happened)}`,
    ),
  ).toEqual({
    base: { state: 'declined' },
    seed: 7,
    until: 9000,
    network: {
      latencyMs: [100, 800],
      failures: [{ operation: 'startTransfer', how: 'lost', oneIn: 3 }],
      stream: 'muted',
    },
    play: [
      [0, { kind: 'setColleague', agentId: 'bianca', answer: 'decline', reason: 'busy', afterMs: 5000 }],
      [0, { kind: 'setDirectory', size: 5000 }],
      [0, { kind: 'setPresenceTraffic', perSecond: 50 }],
      ...happened,
    ],
  });
});

test.each([
  ['/?at=declined&until=500', ['until: "declined" opens 8000 ms after the start. Give at least that.']],
  ['/?agent=ana&colleague=robin:accept:1s', [expect.stringMatching(/^colleague: there is no agent "robin".*bianca/)]],
  ['/?at=declined&until=8000&colleague=bianca:accept:1s', []],
])('%s: what the situation does not have is said', (path, problems) => {
  const read = readAddress(new URL(path, 'http://localhost:4400'));
  if (!read.ok) throw new Error(read.problems.join('; '));
  expect(impossibleIn(read.settings)).toEqual(problems);
});
