import fc from 'fast-check';
import { keepPlaces } from './order';

const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'));

test('K1-3 while nothing may move, what stays keeps its order, and what has come is added at the end', () => {
  fc.assert(
    fc.property(ids, ids, (before, now) => {
      const kept = keepPlaces(before, now);
      expect([...kept].sort()).toEqual([...now].sort());
      const stayed = before.filter((id) => now.includes(id));
      expect(kept.slice(0, stayed.length)).toEqual(stayed);
    }),
  );
});
