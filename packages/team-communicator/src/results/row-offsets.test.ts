import fc from 'fast-check';
import { RowHeights } from './row-offsets';

const keysOf = (count: number) => Array.from({ length: count }, (_, row) => `row-${row}`);

test('stands each row under the ones before, known or not, and finds it again by any point in it', () => {
  const aList = fc.array(fc.option(fc.integer({ min: 40, max: 120 }), { nil: undefined }), { minLength: 1 });
  fc.assert(
    fc.property(aList, fc.nat(), fc.nat(), (measured, one, other) => {
      const keys = keysOf(measured.length);
      const heights = new RowHeights(52);
      const known = measured.flatMap((height, row) => (height === undefined ? [] : [[`row-${row}`, height] as const]));
      heights.measured(known);
      const { top, rowBelow } = heights.offsets(keys);
      for (const [row, height] of measured.entries()) {
        if (height !== undefined) expect(top(row + 1) - top(row)).toBe(height);
        expect(top(row + 1)).toBeGreaterThan(top(row));
      }
      const [from, to] = [one % keys.length, other % keys.length];
      expect(rowBelow(from, top(to) - top(from))).toBe(to);
      expect(rowBelow(from, top(to + 1) - top(from) - 1)).toBe(to);
      expect(rowBelow(from, -1e6)).toBe(0);
      expect(rowBelow(from, 1e6)).toBe(keys.length - 1);
    }),
  );
});

test('takes rows that nobody has measured to be as high as most of the others', () => {
  const heights = new RowHeights(52);
  expect(heights.offsets(keysOf(100)).top(100)).toBe(5200);
  heights.measured([
    ['row-0', 56],
    ['row-1', 74],
    ['row-2', 56],
  ]);
  expect(heights.offsets(keysOf(100)).top(100)).toBe(99 * 56 + 74);
});

test('forgets heights of another layout, and nothing where there is none', () => {
  const heights = new RowHeights(52);
  const keys = keysOf(3);
  heights.measured([
    ['row-0', 60],
    ['row-1', 60],
    ['row-2', 60],
  ]);
  heights.measured([['row-0', 0]]);
  expect(heights.offsets(keys).top(3)).toBe(180);
  heights.measured([['row-0', 80]]);
  expect(heights.offsets(keys).top(3)).toBe(240);
  expect(heights.offsets(keys)).toBe(heights.offsets(keys));
});
