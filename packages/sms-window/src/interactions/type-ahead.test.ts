import fc from 'fast-check';
import { findTyped } from './type-ahead';

const names = ['Dana Whitlock', 'Émile', 'Dana Whitfield', 'emma', 'Olu'];

test.each([
  ['d', 0, 2],
  ['d', 2, 0],
  ['dd', 0, 2],
  ['da', 0, 0],
  ['dana whitf', 0, 2],
  ['e', 0, 1],
  ['EM', 1, 1],
  ['emm', 1, 3],
  ['x', 0, -1],
])('K1-5 “%s” from place %i leads to place %i', (typed, from, to) => {
  expect(findTyped(names, typed, from, 'en-GB')).toBe(to);
});

test('K1-5 what is found begins with what was typed', () => {
  const name = fc.stringMatching(/^[a-z]{1,6}$/);
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 8 }), name, fc.nat(7), (list, typed, place) => {
      const wanted = new Set(typed).size === 1 ? typed.slice(0, 1) : typed;
      const found = findTyped(list, typed, place % list.length, 'en-GB');
      expect(found === -1).toBe(!list.some((one) => one.startsWith(wanted)));
      if (found !== -1) expect(list[found]?.startsWith(wanted)).toBe(true);
    }),
  );
});
