import { scenarios, states } from '@baton/mocks/browser';
import { readAddress } from '../address';
import { find, situationKinds } from './situations';

const plain = { base: { scenario: 'default' }, page: {} };

const idsOf = (kinds: ReturnType<typeof find>) =>
  kinds.flatMap(({ groups }) => groups.flatMap(({ situations }) => situations.map(({ id }) => id)));

test('every scenario and every state has its links, and each link works', () => {
  const kinds = situationKinds(plain);
  expect(idsOf(kinds).toSorted()).toEqual([...scenarios, ...states].map(({ id }) => id).toSorted());
  for (const { situations } of kinds.flatMap(({ groups }) => groups)) {
    for (const { address, variants } of situations) {
      const addresses = [address, ...variants.map((variant) => variant.address)];
      expect(new Set(addresses).size).toBe(addresses.length);
      for (const each of addresses)
        expect(readAddress(new URL(each, 'http://localhost'))).toEqual({ ok: true, settings: expect.anything() });
    }
  }
});

test('links keep how the page looks, and what happened in the situation before stays behind', () => {
  const [states] = situationKinds({ ...plain, locale: 'de', latency: [400, 400], until: 5000, ready: false, play: [] });
  const declined = states?.groups.flatMap(({ situations }) => situations).find(({ id }) => id === 'declined');
  expect(declined).toMatchObject({
    address: '/?at=declined&agent=ana&locale=de&latency=400',
    variants: [
      { name: 'Two desktops', address: '/two-desktops?at=declined&locale=de&latency=400' },
      { name: 'Dark', address: '/?at=declined&agent=ana&locale=de&theme=dark&latency=400' },
      { name: '320 px', address: '/?at=declined&agent=ana&locale=de&width=320&latency=400' },
      { name: 'Arabic', address: '/?at=declined&agent=ana&locale=ar&latency=400' },
    ],
  });
});

test('all words are found, in any order and case, in titles, descriptions, ids and subjects', () => {
  const kinds = situationKinds(plain);
  const all = idsOf(kinds).length;
  expect(idsOf(find(kinds, '  '))).toHaveLength(all);
  expect(idsOf(find(kinds, 'DECLINED bianca'))).toContain('declined');
  expect(idsOf(find(kinds, 'not-accepted'))).toContain('not-accepted');
  expect(idsOf(find(kinds, 'states invitation'))).toContain('invited');
  expect(find(kinds, 'scenarios').map(({ id }) => id)).toEqual(['scenarios']);
  expect(find(kinds, 'declined earthquake')).toEqual([]);
});
