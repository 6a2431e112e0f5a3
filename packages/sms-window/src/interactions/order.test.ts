import fc from 'fast-check';
import { keepPlaces, withLeft } from './order';

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

test('K5-2 what has left stands where it stood, and stays there', () => {
  fc.assert(
    fc.property(ids, ids, (before, there) => {
      const left = before.filter((id) => !there.includes(id)).reverse();
      const order = withLeft(before, there, left);
      expect([...order].sort()).toEqual([...there, ...left].sort());
      expect(order.filter((id) => !left.some((other) => other === id))).toEqual(there);
      expect(withLeft(order, there, left)).toEqual(order);
      // The only one that left, with all the others as they were, leaves its place to nothing else.
      const [only] = before;
      if (only !== undefined) expect(withLeft(before, before.slice(1), [only])).toEqual(before);
    }),
  );
});
