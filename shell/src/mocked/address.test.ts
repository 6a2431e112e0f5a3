import { densities, themeNames } from '@baton/contracts';
import { declineReasons } from '@baton/contracts/schemas';
import { failureKinds, maxDirectorySize, operations, scenarios, states, streamModes } from '@baton/mocks/browser';
import * as fc from 'fast-check';
import { addressOf, keys, readAddress } from './address';
import type { MockedSettings } from './address';

const at = (path: string) => new URL(path, 'http://localhost:4400');

const problemsOf = (path: string) => {
  const read = readAddress(at(path));
  return read.ok ? [] : read.problems;
};

const id = fc.constantFrom('ana', 'bianca', 'chen', 'a:b,c%3A d&e=f', 'سامي');
const some = <T extends object>(given: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(given, { requiredKeys: [] });

const settings: fc.Arbitrary<MockedSettings> = fc
  .tuple(
    some<Omit<MockedSettings, 'base' | 'page'>>({
      ready: fc.constant(false),
      locale: fc.constantFrom('de', 'ar', 'en-XA'),
      dir: fc.constantFrom('ltr', 'rtl'),
      theme: fc.constantFrom(...themeNames),
      density: fc.constantFrom(...densities),
      text: fc.integer({ min: 50, max: 400 }).filter((percent) => percent !== 100),
      motion: fc.constant('reduced'),
      forced: fc.constant('active'),
      width: fc.integer({ min: 240, max: 3840 }),
      seed: fc.nat(),
      latency: fc.tuple(fc.nat(9000), fc.nat(9000)).map(([least, more]) => [least, least + more]),
      fail: fc.array(
        fc.record(
          {
            operation: fc.constantFrom(...operations),
            how: fc.constantFrom(...failureKinds),
            oneIn: fc.integer({ min: 1, max: 1000 }),
          },
          { requiredKeys: ['operation', 'how'] },
        ),
        { minLength: 1, maxLength: 3 },
      ),
      stream: fc.constantFrom(...streamModes),
      skew: fc.integer({ min: -86_400_000, max: 86_400_000 }),
      colleague: fc.array(
        fc.record(
          {
            agentId: id,
            answer: fc.constantFrom('accept', 'decline', 'ignore', 'extend'),
            reason: fc.constantFrom(...declineReasons),
            afterMs: fc.nat(600_000),
          },
          { requiredKeys: ['agentId', 'answer', 'afterMs'] },
        ),
        { minLength: 1, maxLength: 3 },
      ),
      directory: fc.nat(maxDirectorySize),
      presence: fc.nat(1000),
      play: fc.array(
        fc.tuple(
          fc.nat(),
          fc.record({
            kind: fc.constant('customerWrites'),
            interactionId: id,
            text: fc.string({ unit: 'grapheme' }),
          }),
        ),
      ),
      until: fc.nat(86_400_000),
      panel: fc.boolean(),
    }),
    fc.oneof(
      fc.record({ scenario: fc.constantFrom(...scenarios.map((scenario) => scenario.id)) }),
      fc.record({ state: fc.constantFrom(...states.map((state) => state.id)) }),
    ),
    fc.oneof(fc.record({ left: id, right: id }), fc.record({ agent: id }), fc.constant({})),
  )
  .map(([rest, base, page]) => ({ ...rest, base, page }));

test('what is written is read as the same, and written as the same again', () => {
  fc.assert(
    fc.property(settings, (given) => {
      const address = addressOf(given);
      const read = readAddress(at(address));
      expect(read).toEqual({ ok: true, settings: given });
      if (read.ok) expect(addressOf(read.settings)).toBe(address);
    }),
  );
});

test('an address says only what differs from the usual, in the order of the table', () => {
  expect(addressOf({ base: { scenario: 'default' }, page: {} })).toBe('/');
  expect(
    addressOf({ base: { scenario: 'default' }, page: { left: 'ana', right: 'bianca' }, ready: true, text: 100 }),
  ).toBe('/two-desktops');
  expect(
    addressOf({
      colleague: [{ agentId: 'bianca', answer: 'decline', reason: 'busy', afterMs: 5000 }],
      fail: [{ operation: 'startTransfer', how: 'error' }],
      latency: [400, 400],
      theme: 'dark',
      page: { agent: 'ana' },
      base: { state: 'declined' },
    }),
  ).toBe('/?at=declined&agent=ana&theme=dark&latency=400&fail=startTransfer:error&colleague=bianca:decline:busy:5s');
});

test('what an address leaves out is as usual', () => {
  expect(readAddress(at('/'))).toEqual({ ok: true, settings: { base: { scenario: 'default' }, page: {} } });
  expect(readAddress(at('/two-desktops?at=declined'))).toEqual({
    ok: true,
    settings: { base: { state: 'declined' }, page: { left: 'ana', right: 'bianca' } },
  });
});

test('an unknown key is named, with those that there are', () => {
  expect(problemsOf('/?agent=ana&scenrio=queue')).toEqual([
    `scenrio: there is no such key. Choose from: ${Object.keys(keys).join(', ')}.`,
  ]);
});

test.each([
  ['/?at=earthquake', 'at: There is no state "earthquake". Choose one of: accepted'],
  ['/?scenario=earthquake', 'scenario: There is no scenario "earthquake". Choose one of: default'],
  ['/?at=declined&scenario=queue', 'at: "declined" has a scenario of its own. Leave out scenario=queue.'],
  ['/?theme=pink', 'theme: '],
  ['/?theme=dark&theme=light', 'theme: give it once.'],
  ['/?left=ana', 'left: belongs to /two-desktops. Give agent.'],
  ['/two-desktops?agent=ana', 'agent: two desktops have two agents. Give left and right.'],
  ['/?width=12', 'width: give a whole number from 240 to 3840'],
  ['/?width=3e2', 'width: give a whole number'],
  ['/?skew=-0', 'skew: give a whole number'],
  ['/?latency=800-100', 'latency: give the shorter time first'],
  ['/?latency=1-2-3', 'latency.1: give a whole number'],
  ['/?fail=startTransfers:error', 'fail.0.operation: "startTransfers" is not among signIn'],
  ['/?fail=startTransfer', 'fail.0.how'],
  ['/?fail=startTransfer:error:0', 'fail.0.oneIn: give a whole number'],
  ['/?fail=startTransfer:error:2:3', 'fail.0.rest'],
  ['/?colleague=bianca:decline', 'colleague.0.afterMs'],
  ['/?colleague=bianca:sleep:5s', 'colleague.0.answer'],
  ['/?play=[[', 'play: give JSON'],
  ['/?play=[[-1,{"kind":"customerEnds","interactionId":"a"}]]', 'play.0.0'],
  ['/?play=[[1,{"kind":"earthquake"}]]', 'play.0.1.kind'],
  ['/?directory=1000000', 'directory: give a whole number'],
  ['/?theme=Dark', 'theme: "Dark" is not among auto, light, dark, contrast-light, contrast-dark.'],
  ['/?locale=pl', 'locale: there are no texts in this language. Choose from: en, '],
  ['/?at=DECLINED', 'at: There is no state "DECLINED". Perhaps declined.'],
])('%s is told to be wrong', (path, problem) => {
  expect(problemsOf(path)).toEqual([expect.stringContaining(problem)]);
});
