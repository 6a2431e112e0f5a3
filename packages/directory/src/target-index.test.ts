import { targetKey, targetKinds } from '@baton/contracts';
import type { TargetKey } from '@baton/contracts';
import fc from 'fast-check';
import { matches, readingsOf } from './query';
import { byName, rankCount } from './ranking';
import { TargetIndex } from './target-index';
import type { IndexQuery, Listing } from './target-index';
import { wordsOf } from './words';

const order = byName('en');
const whole = { start: 0, end: Infinity };

/** What a search finds by looking at every target. */
function scan(listings: readonly Listing[], { query, kinds, preferred = [], ranks, start, end }: IndexQuery) {
  const fitting = listings.filter(({ kind }) => !kinds || kinds.includes(kind));
  const readings = readingsOf(query);
  const found = readings.length === 0 ? fitting : (readings.map(meeting).find((some) => some.length > 0) ?? []);
  function meeting(reading: Parameters<typeof matches>[0]) {
    return fitting.filter(({ words }) => matches(reading, words));
  }
  const groupOf = (listing: Listing) =>
    2 * (ranks?.get(targetKey(listing)) ?? listing.rank) + Number(!preferred.includes(targetKey(listing)));
  const keys = found.toSorted((a, b) => groupOf(a) - groupOf(b) || order(a, b)).map(targetKey);
  return { keys: keys.slice(start, end), total: keys.length };
}

const part = fc.constantFrom(
  'Ana',
  'Bianca',
  'Bao',
  'O’Brien',
  'Müller',
  '陈伟',
  'سارة',
  '9',
  '90',
  'a-b.c',
  'ﬁn',
  '🦊',
);
const name = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));
const rank = fc.nat(rankCount - 1);
const identity = fc.record({ kind: fc.constantFrom(...targetKinds), id: fc.constantFrom('1', '2', '3', '4', '5') });
const listing = fc
  .tuple(identity, name, rank)
  .map(([target, text, soon]): Listing => ({ ...target, name: text, words: wordsOf(text), rank: soon }));

const change = fc.oneof(
  { weight: 4, arbitrary: listing.map((put) => ({ put })) },
  { weight: 3, arbitrary: identity.map((remove) => ({ remove })) },
  { weight: 2, arbitrary: fc.record({ setRank: identity, rank }) },
);

const key = identity.map(targetKey);
const aQuery = fc.record({
  query: fc.oneof(
    fc.constant(''),
    name,
    fc.tuple(name, fc.nat(8)).map(([text, length]) => text.slice(0, length)),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('b (x)', 'muel', 'Bianca, A', 'a@b', 'aB', '@', 'z'),
  ),
  kinds: fc.option(fc.subarray([...targetKinds]), { nil: undefined }),
  preferred: fc.array(key, { maxLength: 3 }),
  ranks: fc.array(fc.tuple(key, rank), { maxLength: 3 }).map((pairs) => new Map<TargetKey, number>(pairs)),
  start: fc.nat(6),
  end: fc.nat(20),
});

test('finds what a look at every target finds, whatever has changed before', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(change, aQuery), { maxLength: 80 }), (history) => {
      const index = new TargetIndex(order);
      const there = new Map<TargetKey, Listing>();
      for (const event of history) {
        if ('query' in event) {
          const { keys, total } = index.search(event);
          expect({ keys, total }).toEqual(scan([...there.values()], event));
        } else if ('put' in event) {
          index.put(event.put);
          there.set(targetKey(event.put), event.put);
        } else if ('remove' in event) {
          index.remove(targetKey(event.remove));
          there.delete(targetKey(event.remove));
        } else {
          const changed = targetKey(event.setRank);
          index.setRank(changed, event.rank);
          const known = there.get(changed);
          if (known) there.set(changed, { ...known, rank: event.rank });
        }
      }
    }),
    { numRuns: 1000 },
  );
});

/** `size` targets, of which ten are called Bianca. */
function indexOf(size: number): TargetIndex {
  const index = new TargetIndex(order);
  for (let number = 0; number < size; number += 1) {
    const text = number % (size / 10) === 0 ? `Bianca ${number}` : `Name${number % 97} Number${number}`;
    index.put({ kind: 'agent', id: `${number}`, name: text, words: wordsOf(text), rank: number % rankCount });
  }
  return index;
}

test('looks at what the words find, however many targets there are', () => {
  const [few, many] = [indexOf(100), indexOf(10_000)];
  for (const query of ['bianca', 'bia', 'Bianca 0', 'nobody']) {
    const expected = few.search({ query, ...whole });
    const answer = many.search({ query, ...whole });
    expect(answer.total).toBe(expected.total);
    expect(answer.looked).toBeLessThanOrEqual(2 * expected.looked + 20);
    expect(answer.looked).toBeLessThan(2_000);
  }
});

test('a change of readiness looks at nothing, and the next search shows it', () => {
  const index = indexOf(1_000);
  const before = index.search({ query: 'bianca', ...whole });
  const last = before.keys.at(-1) ?? targetKey({ kind: 'agent', id: '' });
  index.setRank(last, 0);
  const after = index.search({ query: 'bianca', preferred: [last], ...whole });
  expect(after).toMatchObject({ total: before.total, looked: before.looked });
  expect(after.keys[0]).toBe(last);
});
