import fc from 'fast-check';
import * as v from 'valibot';
import { Traceparent } from '@baton/contracts';
import { createTraceparent } from './traceparent';

test('whatever chance says, it is a traceparent', () => {
  const chance = fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }));
  fc.assert(
    fc.property(chance, (numbers) => {
      const next = () => numbers.next().value;
      expect(v.is(Traceparent, createTraceparent({ id: () => '', next }))).toBe(true);
    }),
  );
});

test('chance that gives nothing but zeros gives no id of zeros', () => {
  expect(createTraceparent({ id: () => '', next: () => 0 })).toBe(
    '00-00000001000000010000000100000001-0000000100000001-01',
  );
});
