import fc from 'fast-check';
import { retryDelay } from './retry-delay';

const chance = (next: number) => ({ id: () => '', next: () => next });

test('pauses are doubled up to the longest, and between half and all of it', () => {
  expect([1, 2, 3, 4, 5, 50].map((failures) => retryDelay(failures, chance(0)))).toEqual([
    500, 1000, 2000, 4000, 5000, 5000,
  ]);
  expect([1, 2, 3, 4, 5, 50].map((failures) => Math.ceil(retryDelay(failures, chance(0.999_999))))).toEqual([
    1000, 2000, 4000, 8000, 10_000, 10_000,
  ]);
});

test('whatever the other side asks for, the pause is at least that, and never longer than five minutes more', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1000 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      fc.nat(),
      (failures, next, askedMs) => {
        const pause = retryDelay(failures, chance(next), { askedMs });
        return pause >= Math.min(askedMs, 300_000) && pause <= Math.min(askedMs, 300_000) + 10_000;
      },
    ),
  );
});
